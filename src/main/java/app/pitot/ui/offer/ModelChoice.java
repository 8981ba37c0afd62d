package app.pitot.ui.offer;

import app.pitot.catalogue.ModelEntry;
import app.pitot.provider.Account;
import app.pitot.provider.ModelInfo;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One model at one account.
 *
 * @param key what typed words are looked for in, in lower case
 */
public record ModelChoice(Account account, ModelEntry entry, String key) {
    public static ModelChoice of(Account account, ModelEntry entry) {
        var model = entry.model();
        var name = model.name().equals(model.id()) ? "" : model.name();
        var can = model.extras().capabilities();
        var abilities = can == null ? "" : can.stream().map(Enum::name).collect(Collectors.joining(" "));
        return new ModelChoice(account, entry,
                String.join(" ", model.id(), name, account.provider().name(), place(account), abilities)
                        .toLowerCase(Locale.ROOT));
    }

    /** A model of which only the id is known, as the user typed it. */
    public static ModelChoice typed(Account account, String modelId) {
        return of(account, new ModelEntry(ModelInfo.ofId(modelId), false, null, null));
    }

    public ModelInfo model() {
        return entry.model();
    }

    /** True if the provider's own list names it; false if it is only known from our data or was typed. */
    public boolean listed() {
        return entry.listed();
    }

    /** True if it is known not to answer: retired by {@code today}, or a request was answered so. */
    public boolean retired(LocalDate today) {
        return entry.gone() != null || model().retired(today) && !listed();
    }

    /** True if every word of {@code words}, in lower case, occurs in the key. */
    public boolean matches(String[] words) {
        for (var word : words) {
            if (!key.contains(word)) {
                return false;
            }
        }
        return true;
    }

    public boolean same(ModelChoice other) {
        return other != null && account.id().equals(other.account.id()) && model().id().equals(other.model().id());
    }

    /** What the account is called; a simulator goes by the plan that it enforces. */
    public static String place(Account account) {
        return account.provider().simulated() && account.plan() != null
                ? account.name() + " · " + account.plan().name()
                : account.name();
    }

    /** The words of a filter as {@link #matches} wants them; empty for a blank one. */
    public static String[] words(String filter) {
        var typed = filter.strip().toLowerCase(Locale.ROOT);
        return typed.isEmpty() ? new String[0] : typed.split("\\s+");
    }
}
