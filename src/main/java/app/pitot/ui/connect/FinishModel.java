package app.pitot.ui.connect;

import app.pitot.accounts.NewSecrets;
import app.pitot.base.Texts;
import app.pitot.provider.AccountEntry;
import app.pitot.provider.Catalogue;
import app.pitot.provider.KeyPlace;
import app.pitot.provider.ModelInfo;
import app.pitot.provider.Plan;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** The last step: the account is made; which plan it has and which model to begin with. JavaFX thread only. */
public final class FinishModel {
    private final AccountTools tools;
    private final AccountEntry entry;
    private final boolean good;
    private final String found;
    private final boolean listed;
    private final List<ModelInfo> models;
    private final List<Plan> plans;
    private final Plan before;
    private final BiConsumer<AccountEntry, String> chat;
    private final Waiting waiting;
    private final ObjectProperty<Plan> plan = new SimpleObjectProperty<>();
    private final ObjectProperty<ModelInfo> model = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Said> said = new ReadOnlyObjectWrapper<>(Said.NOTHING);

    /**
     * @param good true if the endpoint took the key, or answers without one
     * @param found what the check said; empty if there was none
     */
    FinishModel(AccountTools tools, AccountEntry entry, boolean good, String found, List<ModelInfo> listed,
            BiConsumer<AccountEntry, String> chat) {
        this.tools = tools;
        this.good = good;
        this.found = found;
        this.listed = !listed.isEmpty();
        this.entry = entry;
        this.chat = chat;
        this.waiting = new Waiting(tools.clocks(), tools.delays());
        this.models = offered(listed);
        this.plans = Plans.of(tools.catalogue(), entry.providerId());
        this.before = plans.stream().filter(p -> p.id().equals(entry.planId())).findFirst()
                .orElse(custom() ? plans.getFirst() : null);
        plan.set(before);
        model.set(models.stream().filter(m -> m.retiredOn() == null).findFirst().orElse(null));
    }

    public AccountEntry entry() {
        return entry;
    }

    /** In a word: an account whose check did not pass is not called connected. */
    public String title() {
        return Texts.get(good ? "connect.finish.title" : "connect.finish.saved");
    }

    /** Whether it worked, and where the key is. */
    public String summary() {
        var place = KeyWords.place(entry.key(), tools.keychain().place());
        return (Texts.get(good ? "screens.connected" : "screens.saved", entry.name(), place) + " " + found).strip();
    }

    /** Dated tables of the provider, or of all for a custom endpoint; may be empty. */
    public List<Plan> plans() {
        return plans;
    }

    /** True for an endpoint whose plan may be any provider's, so that few words must do for many plans. */
    public boolean custom() {
        return entry.providerId().equals(Catalogue.CUSTOM);
    }

    /** As it is shown among {@link #plans}. */
    public String name(Plan plan) {
        return Plans.name(plan, entry.providerId(), tools.catalogue());
    }

    /** How many models there are, and who says so. */
    public String aboutModels() {
        if (!listed) {
            return Texts.get("connect.model.known", models.size());
        }
        return Texts.get(entry.key().kind() == KeyPlace.Kind.NONE ? "connect.model.listed" : "connect.model.about",
                models.size());
    }

    /** What this key may call, in the order in which to offer it; may be empty. */
    public List<ModelInfo> models() {
        return models;
    }

    /** Null for "I do not know". */
    public ObjectProperty<Plan> plan() {
        return plan;
    }

    /** Null if none is known. */
    public ObjectProperty<ModelInfo> model() {
        return model;
    }

    public ReadOnlyObjectProperty<Said> said() {
        return said.getReadOnlyProperty();
    }

    public Waiting waiting() {
        return waiting;
    }

    /** Writes the plan down if it was changed, then goes to the chat. */
    public void start() {
        if (waiting.busy().get()) {
            return;
        }
        if (Objects.equals(plan.get(), before)) {
            go(entry);
            return;
        }
        var planId = plan.get() == null ? null : plan.get().id();
        waiting.begin(Texts.get("screens.saving"));
        waiting.on(tools.jobs().start(() -> tools.book().update(entry.withPlan(planId), NewSecrets.none()), saved -> {
            waiting.end();
            go(saved);
        }, failure -> {
            waiting.end();
            said.set(Said.bad(Troubles.sentence(failure)));
        }));
    }

    private void go(AccountEntry now) {
        chat.accept(now, model.get() == null ? null : model.get().id());
    }

    /** The listed ones, those first that our data knows, in its order; if nothing was listed, what our data knows. */
    private List<ModelInfo> offered(List<ModelInfo> listed) {
        var known = tools.catalogue().models(entry.providerId());
        if (listed.isEmpty()) {
            return known.stream().filter(m -> m.retiredOn() == null).toList();
        }
        var ids = known.stream().map(ModelInfo::id).toList();
        return listed.stream().sorted(java.util.Comparator.comparingInt(m -> {
            int at = ids.indexOf(m.id());
            return at < 0 ? ids.size() : at;
        })).toList();
    }
}
