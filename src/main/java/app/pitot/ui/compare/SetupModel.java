package app.pitot.ui.compare;

import app.pitot.compare.ComparisonSetup;
import app.pitot.compare.Lane;
import app.pitot.compare.LaneNames;
import app.pitot.compare.LaneSetup;
import app.pitot.compare.Mode;
import app.pitot.ui.offer.ModelChoice;
import app.pitot.ui.offer.OffersModel;
import app.pitot.ui.transcript.TranscriptModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What is to be compared, as the user sets it. JavaFX thread only. */
public final class SetupModel {
    private final OffersModel offers;
    private final Supplier<TranscriptModel> transcripts;
    private final LaneClock clock;
    private final Runnable changed;
    private final StringProperty prompt = new SimpleStringProperty("");
    private final StringProperty systemPrompt = new SimpleStringProperty("");
    private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.RACE);
    private final IntegerProperty rounds = new SimpleIntegerProperty(ComparisonSetup.USUAL_ROUNDS);
    private final BooleanProperty nonce = new SimpleBooleanProperty(true);
    private final BooleanProperty warmUp = new SimpleBooleanProperty(true);
    private final BooleanProperty untilPrecise = new SimpleBooleanProperty();
    private final ObservableList<LaneModel> lanes = FXCollections.observableArrayList();
    /** Held, because it hears of changes only as long as somebody does. */
    private final ObservableList<LaneModel> view = FXCollections.unmodifiableObservableList(lanes);
    private boolean showing;

    /** @param changed called after each change */
    SetupModel(OffersModel offers, Supplier<TranscriptModel> transcripts, LaneClock clock, Runnable changed) {
        this.offers = offers;
        this.transcripts = transcripts;
        this.clock = clock;
        this.changed = changed;
        for (Observable each : List.of(prompt, systemPrompt, mode, rounds, nonce, warmUp, untilPrecise, lanes)) {
            each.addListener(_ -> changed());
        }
        offers.watch(() -> List.copyOf(lanes).forEach(LaneModel::offered));
    }

    public StringProperty prompt() {
        return prompt;
    }

    /** Blank for none. */
    public StringProperty systemPrompt() {
        return systemPrompt;
    }

    public ObjectProperty<Mode> mode() {
        return mode;
    }

    /** 1 to {@link ComparisonSetup#MOST_ROUNDS}; without effect in a race. */
    public IntegerProperty rounds() {
        return rounds;
    }

    /** True if each request begins with another few letters. */
    public BooleanProperty nonce() {
        return nonce;
    }

    public BooleanProperty warmUp() {
        return warmUp;
    }

    /** True if it is to end once the answer is precise; without effect in a race. */
    public BooleanProperty untilPrecise() {
        return untilPrecise;
    }

    /** In the order of their letters. */
    public ObservableList<LaneModel> lanes() {
        return view;
    }

    public boolean full() {
        return lanes.size() >= ComparisonSetup.MOST_LANES;
    }

    /** Adds a lane at the end that asks {@code choice}; null for none yet. Without effect if there are enough. */
    public void add(ModelChoice choice) {
        if (!full()) {
            var last = lanes.isEmpty() ? FirstLanes.PARAMETERS : lanes.getLast().parameters().current();
            lanes.add(lane(choice == null
                    ? new LaneSetup(null, null, last)
                    : new LaneSetup(choice.account().id(), choice.model().id(), last)));
        }
    }

    /** Makes {@code choice} the first lane: the one that asks it already, else a new one; in the place of the last if there are enough. */
    void first(ModelChoice choice) {
        var same = lanes.stream().filter(lane -> choice.same(lane.choice().get())).findFirst();
        if (same.isPresent()) {
            move(same.get(), -lanes.indexOf(same.get()));
            return;
        }
        var next = new ArrayList<>(lanes);
        if (full()) {
            next.removeLast();
        }
        var like = lanes.isEmpty() ? FirstLanes.PARAMETERS : lanes.getFirst().parameters().current();
        next.addFirst(lane(new LaneSetup(choice.account().id(), choice.model().id(), like)));
        lanes.setAll(next);
    }

    /** Adds the same lane once more, right behind it. Without effect if there are enough. */
    public void duplicate(LaneModel lane) {
        int at = lanes.indexOf(lane);
        if (at >= 0 && !full()) {
            lanes.add(at + 1, lane(lane.setup()));
        }
    }

    public void remove(LaneModel lane) {
        lanes.remove(lane);
    }

    /** @param by 1 to the right, -1 to the left; without effect at the edge */
    public void move(LaneModel lane, int by) {
        int from = lanes.indexOf(lane);
        int to = from + by;
        if (from >= 0 && to >= 0 && to < lanes.size()) {
            var moved = new ArrayList<>(lanes);
            moved.add(to, moved.remove(from));
            lanes.setAll(moved); // at once, so that nobody takes the lane for gone
        }
    }

    /** As it stands. */
    public ComparisonSetup current() {
        return new ComparisonSetup(mode.get(), systemPrompt.get(), prompt.get(),
                lanes.stream().map(LaneModel::setup).toList(),
                rounds.get(), nonce.get(), warmUp.get(), untilPrecise.get());
    }

    /** Shows {@code setup} in the place of what is set. */
    public void show(ComparisonSetup setup) {
        showing = true;
        mode.set(setup.mode());
        prompt.set(setup.prompt());
        systemPrompt.set(setup.systemPrompt());
        rounds.set(Math.clamp(setup.rounds(), 1, ComparisonSetup.MOST_ROUNDS));
        nonce.set(setup.nonce());
        warmUp.set(setup.warmUp());
        untilPrecise.set(setup.untilPrecise());
        lanes.setAll(setup.lanes().stream().limit(ComparisonSetup.MOST_LANES).map(this::lane).toList());
        showing = false;
        changed();
    }

    /** Those to run; empty unless somebody is chosen in every lane. */
    List<Lane> runnable() {
        if (lanes.stream().anyMatch(lane -> lane.choice().get() == null)) {
            return List.of();
        }
        return lanes.stream().map(lane -> new Lane(lanes.indexOf(lane), lane.choice().get().account(),
                lane.choice().get().model(), lane.parameters().current())).toList();
    }

    private void name() {
        var names = LaneNames.apart(lanes.stream()
                .map(lane -> lane.choice().get() == null ? null : lane.choice().get().account()).toList());
        for (int at = 0; at < lanes.size(); at++) {
            lanes.get(at).place(names.get(at));
        }
    }

    private LaneModel lane(LaneSetup setup) {
        return new LaneModel(offers, setup, transcripts.get(), clock, this::changed);
    }

    private void changed() {
        name();
        if (!showing) {
            changed.run();
        }
    }
}
