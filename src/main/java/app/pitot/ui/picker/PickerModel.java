package app.pitot.ui.picker;

import app.pitot.base.Texts;
import app.pitot.provider.Account;
import app.pitot.provider.ModelInfo;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Which account and model the next request goes to, and what else there is. JavaFX thread only. */
public final class PickerModel {
    private final List<Account> accounts;
    private final List<ModelChoice> all = new ArrayList<>();
    private final ObservableList<ModelChoice> shown = FXCollections.observableArrayList();
    // One wrapper for good: it holds its source weakly, and a listener on a passing one would be lost with it.
    private final ObservableList<ModelChoice> view = FXCollections.unmodifiableObservableList(shown);
    private final Map<String, String> words = new LinkedHashMap<>();
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<ModelChoice> selected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");

    /** @param accounts at least one; a typed id is offered at each */
    public PickerModel(List<Account> accounts) {
        this.accounts = List.copyOf(accounts);
        filter.addListener((_, _, _) -> refresh());
    }

    /** What the user typed to narrow the list. */
    public StringProperty filter() {
        return filter;
    }

    /** The rows that match, each account's models together; the last may offer the typed id itself. */
    public ObservableList<ModelChoice> shown() {
        return view;
    }

    public ReadOnlyObjectProperty<ModelChoice> selected() {
        return selected.getReadOnlyProperty();
    }

    /** A line for each account whose list is being fetched or could not be had, and why; empty if there is none. */
    public ReadOnlyStringProperty status() {
        return status.getReadOnlyProperty();
    }

    public void select(ModelChoice choice) {
        selected.set(choice);
        filter.set("");
    }

    /** Selects a model by id, known or not. */
    public void select(Account account, String modelId) {
        select(find(account, modelId).orElseGet(() -> new ModelChoice(account, ModelInfo.ofId(modelId), false)));
    }

    /**
     * Puts the models of one account into the list, in place of what was known of them. The first account's first model is
     * selected if nothing is.
     */
    public void setModels(Account account, List<ModelInfo> models, boolean listed) {
        int at = firstOf(account);
        all.removeIf(c -> c.account().id().equals(account.id()));
        all.addAll(Math.min(at, all.size()), models.stream().map(m -> new ModelChoice(account, m, listed)).toList());
        say(account, null);
        refresh();
        var now = selected.get();
        if (now == null && account.id().equals(accounts.getFirst().id()) && !models.isEmpty()) {
            select(new ModelChoice(account, models.getFirst(), listed));
        } else if (now != null && now.account().id().equals(account.id())) {
            find(account, now.model().id()).ifPresent(selected::set);
        }
    }

    public void fetching(Account account) {
        say(account, Texts.get("picker.fetching", account.provider().name()));
    }

    /** @param reason a sentence */
    public void fetchFailed(Account account, String reason) {
        say(account, Texts.get("picker.failed", account.provider().name(), reason));
    }

    private void say(Account account, String line) {
        if (line == null) {
            words.remove(account.id());
        } else {
            words.put(account.id(), line);
        }
        status.set(String.join("\n", words.values()));
    }

    private int firstOf(Account account) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).account().id().equals(account.id())) {
                return i;
            }
        }
        return all.size();
    }

    private java.util.Optional<ModelChoice> find(Account account, String modelId) {
        return all.stream().filter(c -> c.account().id().equals(account.id()) && c.model().id().equals(modelId))
                .findFirst();
    }

    private void refresh() {
        var typed = filter.get().strip();
        var rows = new ArrayList<>(all.stream().filter(c -> c.matches(typed)).toList());
        boolean known = all.stream().anyMatch(c -> c.model().id().equalsIgnoreCase(typed));
        if (!typed.isEmpty() && !known && typed.indexOf(' ') < 0) {
            for (var account : accounts) {
                rows.add(new ModelChoice(account, ModelInfo.ofId(typed), false));
            }
        }
        shown.setAll(rows);
    }
}
