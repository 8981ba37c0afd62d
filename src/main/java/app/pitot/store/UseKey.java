package app.pitot.store;

import app.pitot.usage.Grouping;
import app.pitot.usage.UsageReport.Key;

/** Whose requests. */
record UseKey(String provider, String account, String model) {
    Key by(Grouping grouping) {
        return switch (grouping) {
            case MODEL -> new Key(provider, null, model);
            case PROVIDER -> new Key(provider, null, null);
            case ACCOUNT -> new Key(provider, account, null);
        };
    }
}
