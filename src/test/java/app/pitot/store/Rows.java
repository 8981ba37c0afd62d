package app.pitot.store;

import app.pitot.api.ApiError;
import app.pitot.api.ChatMessage;
import app.pitot.api.ChatRequest;
import app.pitot.api.ErrorKind;
import app.pitot.api.Outcome;
import app.pitot.api.SeenHeaders;
import app.pitot.api.Served;
import app.pitot.api.Usage;
import app.pitot.base.Clocks;
import app.pitot.base.Provenance;
import app.pitot.base.Ticker;
import app.pitot.exchange.ExchangeDetails;
import app.pitot.exchange.ExchangeResult;
import app.pitot.exchange.ExchangeSpec;
import app.pitot.keys.KeySource;
import app.pitot.provider.Account;
import app.pitot.provider.ModelInfo;
import app.pitot.provider.Provider;
import app.pitot.quota.Reservation;
import app.pitot.speed.SpeedReading;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Exchanges as the ledger sees them. */
final class Rows {
    static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    static final Clocks CLOCKS = new Clocks(Ticker.system(), () -> NOW);
    static final String ACCOUNT = "custom:example.test/v1";

    private Rows() {}

    /** What {@code sql} finds. */
    static List<List<Object>> read(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement(); var found = statement.executeQuery(sql)) {
            var rows = new ArrayList<List<Object>>();
            while (found.next()) {
                var row = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.add(found.getObject(i));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    static ExchangeSpec spec(String model) {
        var provider = new Provider("custom", "example.test/v1", null, "auto");
        var account = new Account(ACCOUNT, provider, "http://example.test/v1", null, KeySource.none(), "no key");
        var messages = List.of(new ChatMessage(ChatMessage.Role.USER, "MARKER-PROMPT"));
        return new ExchangeSpec(account, ModelInfo.ofId(model), new ChatRequest(model, messages, null, 100));
    }

    static ExchangeResult complete(String id) {
        return result(id, Outcome.COMPLETE, new Usage(40, 60, 100, 10, null), null, true);
    }

    /** Through a router that named its price. */
    static ExchangeResult routed(String id) {
        var plain = complete(id);
        var seen = new SeenHeaders("openrouter", List.of(), List.of(), false, "gen-1");
        return new ExchangeResult(id, plain.spec(), NOW, plain.outcome(), "stop", plain.answer(), plain.reasoning(),
                plain.usage(), plain.speed(), new BigDecimal("0.00014"), null, plain.reservation(), null, List.of(),
                new ExchangeDetails(Provenance.REPORTED, new Served("Groq", "eos", new BigDecimal("0.00014")), seen,
                        null));
    }

    static ExchangeResult refused(String id) {
        var error = new ApiError(ErrorKind.RATE_LIMIT, 429, null, "MARKER-ERROR", 3.0, null);
        return result(id, Outcome.REFUSED, null, error, true);
    }

    static ExchangeResult stopped(String id, boolean sent) {
        return result(id, Outcome.STOPPED, null, null, sent);
    }

    private static ExchangeResult result(String id, Outcome outcome, Usage usage, ApiError error, boolean sent) {
        return new ExchangeResult(id, spec("m"), NOW, outcome, "stop", "MARKER-ANSWER", "MARKER-REASONING", usage,
                SpeedReading.NONE, new BigDecimal("0.0000425"), error,
                sent ? new Reservation(1, 50, 100, 0) : null, null, List.of());
    }
}
