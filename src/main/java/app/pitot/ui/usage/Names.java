package app.pitot.ui.usage;

import app.pitot.base.Texts;
import app.pitot.usage.Grouping;
import app.pitot.usage.UsageReport.Key;
import java.util.Map;

/**
 * What accounts and providers are called.
 *
 * @param accounts by id; those that were removed are missing
 * @param providers by id
 */
public record Names(Map<String, String> accounts, Map<String, String> providers) {
    private static final int SHORT = 8;

    public Names {
        accounts = Map.copyOf(accounts);
        providers = Map.copyOf(providers);
    }

    String of(Grouping by, Key key) {
        return switch (by) {
            case MODEL -> Texts.get("usage.group.model", provider(key.provider()), key.model());
            case PROVIDER -> provider(key.provider());
            case ACCOUNT -> account(key.account());
        };
    }

    String provider(String id) {
        return providers.getOrDefault(id, id);
    }

    String account(String id) {
        var name = accounts.get(id);
        if (name != null) {
            return name;
        }
        // Endpoints of the command line are named by themselves; what the user entered has an id of its own.
        int colon = id.indexOf(':');
        return colon >= 0
                ? Texts.get("usage.group.endpoint", provider(id.substring(0, colon)), id.substring(colon + 1))
                : Texts.get("usage.group.removed", id.substring(0, Math.min(SHORT, id.length())));
    }

    /** The same group has the same one whoever else is in the report. */
    static String colour(Grouping by, Key key) {
        return switch (by) {
            case MODEL -> "model:" + key.provider() + "/" + key.model();
            case PROVIDER -> "provider:" + key.provider();
            case ACCOUNT -> "account:" + key.account();
        };
    }
}
