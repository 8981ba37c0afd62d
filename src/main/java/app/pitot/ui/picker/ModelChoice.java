package app.pitot.ui.picker;

import app.pitot.provider.Account;
import app.pitot.provider.ModelInfo;

/**
 * One row of the model picker.
 *
 * @param listed true if the provider's own list names it; false if it is only known from our data or was typed
 */
public record ModelChoice(Account account, ModelInfo model, boolean listed) {
    /** The provider, and for a simulator the plan that it enforces. */
    String place() {
        var name = account.provider().name();
        return account.provider().simulated() && account.plan() != null ? name + " · " + account.plan().name() : name;
    }

    /** True if the typed words all occur in the provider's or the model's name or id, in any order and case. */
    boolean matches(String typed) {
        var text = (place() + ' ' + model.id() + ' ' + model.name())
                .toLowerCase(java.util.Locale.ROOT);
        for (var word : typed.toLowerCase(java.util.Locale.ROOT).split("\\s+")) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
