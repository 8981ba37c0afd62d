package app.pitot.ui.settings;

import app.pitot.provider.AccountEntry;
import app.pitot.ui.connect.AccountTools;
import app.pitot.ui.connect.ConnectModel;
import java.util.function.BiConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** Which page of the settings is open, and what stands in its place: the wizard or a form. JavaFX thread only. */
public final class SettingsModel {
    private final AccountTools tools;
    private final BiConsumer<AccountEntry, String> chat;
    private final AccountsModel accounts;
    private final KeysPageModel keys;
    private final BudgetsModel budgets;
    private final ObjectProperty<SettingsSection> section = new SimpleObjectProperty<>(SettingsSection.ACCOUNTS);
    private final ReadOnlyObjectWrapper<ConnectModel> wizard = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<AccountFormModel> form = new ReadOnlyObjectWrapper<>();

    /** @param chat called when the wizard has ended, with the account and the id of a model, null if none is known */
    public SettingsModel(AccountTools tools, BudgetTools budgetTools, BiConsumer<AccountEntry, String> chat) {
        this.tools = tools;
        this.budgets = new BudgetsModel(budgetTools);
        this.chat = chat;
        this.accounts = new AccountsModel(tools);
        this.keys = new KeysPageModel(tools);
    }

    public ObjectProperty<SettingsSection> section() {
        return section;
    }

    /** The wizard if it is open, else null. */
    public ReadOnlyObjectProperty<ConnectModel> wizard() {
        return wizard.getReadOnlyProperty();
    }

    /** The form of an account if it is open, else null. */
    ReadOnlyObjectProperty<AccountFormModel> form() {
        return form.getReadOnlyProperty();
    }

    AccountsModel accounts() {
        return accounts;
    }

    KeysPageModel keys() {
        return keys;
    }

    BudgetsModel budgets() {
        return budgets;
    }

    /** Opens the form of a budget; a new one if there is no such budget. */
    public void budget(String id) {
        open(SettingsSection.BUDGETS);
        budgets.edit(id);
    }

    /**
     * Opens the budgets, with the form of a new one unless one is {@code set} already.
     *
     * @param accountId whose the new one is to be; null for all accounts
     */
    public void budgets(String accountId, boolean set) {
        open(SettingsSection.BUDGETS);
        if (!set) {
            budgets.addFor(accountId);
        }
    }

    /** Opens the wizard, afresh if it is open already. */
    public void connect() {
        close();
        section.set(SettingsSection.ACCOUNTS);
        wizard.set(new ConnectModel(tools, (entry, modelId) -> {
            close();
            chat.accept(entry, modelId);
        }, this::edit));
    }

    /** Opens the form of an account; one that is gone has none. */
    public void edit(String id) {
        accounts.entry(id).ifPresent(this::edit);
    }

    private void edit(AccountEntry entry) {
        close();
        section.set(SettingsSection.ACCOUNTS);
        form.set(new AccountFormModel(tools, entry, saved -> {
            close();
            accounts.saved(saved);
        }));
    }

    /** Opens a page; what was open in its place is closed, and its secrets are forgotten. */
    public void open(SettingsSection page) {
        close();
        if (page == SettingsSection.KEYS) {
            keys.refresh();
        }
        if (page == SettingsSection.BUDGETS) {
            budgets.visited();
        }
        section.set(page);
    }

    /** The user comes to the settings. What was begun is still there; a wizard that has done its work is not. */
    public void visited() {
        if (wizard.get() != null && wizard.get().step().get() == ConnectModel.Step.FINISH) {
            close();
        }
        accounts.visited();
        if (section.get() == SettingsSection.BUDGETS) {
            budgets.visited();
        }
    }

    /** Closes the wizard or the form. Whatever secret was entered there is forgotten. */
    public void close() {
        var edited = form.get();
        if (edited != null) {
            edited.leave();
            form.set(null);
        }
        var open = wizard.get();
        if (open != null) {
            open.leave();
            wizard.set(null);
        }
    }
}
