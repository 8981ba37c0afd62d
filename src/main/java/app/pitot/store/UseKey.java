package app.pitot.store;

import app.pitot.usage.Grouping;
import app.pitot.usage.UsageReport.Key;
import java.sql.SQLException;

/** Whose requests. */
record UseKey(String provider, String account, String model) {
    /** Of a row of the ledger. */
    static UseKey of(RowValues row) throws SQLException {
        return new UseKey(row.there("provider"), row.there("account"), row.there("model"));
    }

    Key by(Grouping grouping) {
        return switch (grouping) {
            case MODEL -> new Key(provider, null, model);
            case PROVIDER -> new Key(provider, null, null);
            case ACCOUNT -> new Key(provider, account, null);
        };
    }
}
