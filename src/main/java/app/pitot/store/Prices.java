package app.pitot.store;

import app.pitot.base.Provenance;
import app.pitot.exchange.ExchangeResult;
import app.pitot.provider.Catalogue;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

/** Listed prices by which costs were estimated. A row each time one is another than before. */
final class Prices {
    private static final CheckedTable TABLE = new CheckedTable("price", "id", "provider", "account", "model",
            "since_ms", "input", "output");

    private Prices() {}

    /** What the row says. */
    private record Known(String input, String output) {}

    /** Keeps the price of a request whose cost was estimated, unless it is known that it was so then. */
    static void keep(Connection connection, ExchangeResult result) throws SQLException {
        var account = result.spec().account();
        if (result.details().costSource() != Provenance.ESTIMATED
                || account.provider().id().equals(Catalogue.SIMULATOR)) {
            return;
        }
        var model = result.spec().model();
        long at = result.startedAt().toEpochMilli();
        var price = new Known(text(model.inputPrice()), text(model.outputPrice()));
        var before = TABLE.find(connection,
                "WHERE account = ? AND model = ? AND since_ms <= ? ORDER BY since_ms DESC LIMIT 1",
                (row, good) -> good ? new Known(row.getString("input"), row.getString("output")) : null, account.id(),
                model.id(), at);
        if (before.isEmpty() || !Objects.equals(before.getFirst(), price)) {
            TABLE.put(connection, true, account.id() + "\n" + model.id() + "\n" + at, account.provider().id(),
                    account.id(), model.id(), at, price.input(), price.output());
        }
    }

    private static String text(BigDecimal price) {
        return price == null ? null : price.stripTrailingZeros().toPlainString();
    }
}
