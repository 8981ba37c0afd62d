package app.pitot.store;

import app.pitot.usage.Grouping;
import app.pitot.usage.UsageReport.Key;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Whose requests. */
record UseKey(String provider, String account, String model) {
    /** Of a row of the ledger. */
    static UseKey of(ResultSet row) throws SQLException {
        return new UseKey(Stored.there(row, "provider"), Stored.there(row, "account"), Stored.there(row, "model"));
    }

    Key by(Grouping grouping) {
        return switch (grouping) {
            case MODEL -> new Key(provider, null, model);
            case PROVIDER -> new Key(provider, null, null);
            case ACCOUNT -> new Key(provider, account, null);
        };
    }
}
