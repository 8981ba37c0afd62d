package app.pitot.usage.report;

import app.pitot.base.Texts;
import app.pitot.provider.AccountEntry;
import app.pitot.provider.Catalogue;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What accounts are called.
 *
 * @param names by id, of those that are there now
 */
public record AccountLabels(Map<String, String> names) {
    private static final int SHORT = 8;

    public AccountLabels {
        names = Map.copyOf(names);
    }

    /** Those that are written down, in use or not. */
    public static AccountLabels of(List<AccountEntry> entries) {
        return new AccountLabels(
                entries.stream().collect(Collectors.toMap(AccountEntry::id, AccountEntry::name, (first, _) -> first)));
    }

    /** Of an endpoint its address, of one that was removed the beginning of its id. Empty for null, which is several. */
    public String of(String id) {
        if (id == null) {
            return "";
        }
        var name = names.get(id);
        if (name != null) {
            return name;
        }
        int colon = id.indexOf(':');
        if (colon < 0) {
            return Texts.get("usage.report.removed", id.substring(0, Math.min(SHORT, id.length())));
        }
        var place = id.substring(colon + 1);
        return id.startsWith(Catalogue.SIMULATOR + ":") ? Texts.get("usage.report.simulator", place) : place;
    }
}
