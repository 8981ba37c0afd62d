package app.pitot.ui.compare;

import app.pitot.compare.LaneSetup;
import app.pitot.history.Setup;
import app.pitot.ui.offer.ModelChoice;
import app.pitot.ui.offer.OffersModel;
import app.pitot.ui.params.Parameters;
import app.pitot.ui.transcript.TranscriptModel;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** One lane: who is asked in it, how, and what it shows. JavaFX thread only. */
public final class LaneModel {
    private final OffersModel offers;
    private final Parameters parameters = new Parameters();
    private final ReadOnlyObjectWrapper<ModelChoice> choice = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper place = new ReadOnlyStringWrapper("");
    private final LiveLane live;
    private String accountId;
    private String modelId;

    /** @param changed called after each change of who is asked or how */
    LaneModel(OffersModel offers, LaneSetup setup, TranscriptModel transcript, LaneClock clock, Runnable changed) {
        this.offers = offers;
        this.accountId = setup.accountId();
        this.modelId = setup.modelId();
        this.live = new LiveLane(transcript, clock);
        parameters.show(new Setup("", setup.parameters(), null, null));
        offered();
        parameters.setup().addListener((_, _, _) -> changed.run());
        choice.addListener((_, _, _) -> changed.run());
    }

    /** Null if none is chosen yet, or its account is gone. */
    public ReadOnlyObjectProperty<ModelChoice> choice() {
        return choice.getReadOnlyProperty();
    }

    /** Its own. Their system prompt is not used: that is shared by all lanes. */
    public Parameters parameters() {
        return parameters;
    }

    /** What keeps it from running, a sentence; empty if nothing does. */
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** What tells its account from another lane's of the same name; empty if there is none. */
    public ReadOnlyStringProperty place() {
        return place.getReadOnlyProperty();
    }

    void place(String words) {
        place.set(words);
    }

    /** What it shows. */
    public LiveLane live() {
        return live;
    }

    /** True if a model was chosen whose account is gone. */
    public boolean orphaned() {
        return accountId != null && choice.get() == null;
    }

    /** Who is asked from now on. */
    void choose(ModelChoice now) {
        if (!now.account().id().equals(accountId) || !now.model().id().equals(modelId)) {
            live.clear(); // what another one measured and wrote
        }
        accountId = now.account().id();
        modelId = now.model().id();
        choice.set(now);
    }

    /** What the accounts offer changed. */
    void offered() {
        var now = accountId == null || modelId == null
                ? null
                : offers.offer(accountId)
                        .map(offer -> offer.find(modelId)
                                .orElseGet(() -> ModelChoice.typed(offer.account(), modelId)))
                        .orElse(null);
        choice.set(now);
    }

    void problem(String words) {
        problem.set(words);
    }

    /** As it is kept. */
    LaneSetup setup() {
        return new LaneSetup(accountId, modelId, parameters.current());
    }
}
