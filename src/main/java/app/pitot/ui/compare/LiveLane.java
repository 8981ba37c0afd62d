package app.pitot.ui.compare;

import app.pitot.api.Outcome;
import app.pitot.base.Texts;
import app.pitot.compare.Lane;
import app.pitot.compare.RunningComparison.LaneNow;
import app.pitot.compare.RunningComparison.Progress;
import app.pitot.compare.Sample;
import app.pitot.exchange.Phase;
import app.pitot.exchange.RunningExchange;
import app.pitot.ui.transcript.ReplyRows;
import app.pitot.ui.transcript.TranscriptModel;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * One lane while it is asked: moves what arrived from the exchange into its transcript, and says how it stands. JavaFX thread
 * only.
 */
public final class LiveLane {
    /** Figures that change more often cannot be read. */
    private static final long FACE_MS = 100;

    private final TranscriptModel transcript;
    private final LaneClock clock;
    private final ReadOnlyObjectWrapper<LaneFace> face = new ReadOnlyObjectWrapper<>(LaneWords.NOTHING);
    private final StringBuilder newAnswer = new StringBuilder();
    private final StringBuilder newReasoning = new StringBuilder();
    private String model = "";
    private RunningExchange exchange;
    /** True if what is shown is of {@link #exchange}. */
    private boolean fresh = true;
    private final ReadOnlyBooleanWrapper asked = new ReadOnlyBooleanWrapper();
    private ReplyRows rows;
    private Phase phase;
    private long phaseSince;
    private long facedAt;
    private boolean waiting;
    private String told = "";
    /** Those of this run that count. */
    private final List<Sample> measured = new ArrayList<>();

    LiveLane(TranscriptModel transcript, LaneClock clock) {
        this.transcript = transcript;
        this.clock = clock;
    }

    /** The answer as it streams. */
    public TranscriptModel transcript() {
        return transcript;
    }

    /** Never null. */
    public ReadOnlyObjectProperty<LaneFace> face() {
        return face.getReadOnlyProperty();
    }

    /** True once something was sent here. */
    public ReadOnlyBooleanProperty asked() {
        return asked.getReadOnlyProperty();
    }

    /** A run begins: what was shown goes. */
    void begin(Lane lane) {
        clear();
        model = lane.model().id();
    }

    /** Shows nothing. */
    void clear() {
        transcript.clear();
        exchange = null;
        fresh = true;
        asked.set(false);
        rows = null;
        phase = null;
        told = "";
        measured.clear();
        face.set(LaneWords.NOTHING);
    }

    /**
     * One pulse.
     *
     * @return true while something streams, so that the next pulse is wanted, too
     */
    boolean pulse(int lane, LaneNow now, Progress progress) {
        turnTo(now.exchange());
        drain();
        var last = ended(now);
        if (last != null) {
            finish(last);
        }
        if (now.last() != null && now.last().counts()
                && (measured.isEmpty() || !measured.getLast().exchangeId().equals(now.last().exchangeId()))) {
            measured.add(now.last());
        }
        if (now.stopped() != null && !now.stopped().equals(told)) {
            told = now.stopped();
            // A request that did not end well has said why.
            if (now.last() == null || now.last().outcome() == Outcome.COMPLETE) {
                tellStopped(now);
            }
        }
        var at = exchange == null ? null : exchange.phase();
        boolean news = at != phase;
        if (news) {
            phase = at;
            phaseSince = clock.millis();
        }
        boolean streams = at != null && at != Phase.ENDED && at != Phase.QUEUED;
        if (news || streams != waiting || clock.millis() - facedAt >= FACE_MS) {
            waiting = streams;
            facedAt = clock.millis();
            show(LaneWords.live(lane, now, progress, at, clock.millis() - phaseSince, measured));
        }
        return streams || rows != null && at == Phase.ENDED && rows.waiting() > 0;
    }

    /** The run is over: {@code all} are this lane's samples, in their order. */
    void settle(LaneNow now, List<Sample> all) {
        turnTo(now.exchange());
        drain();
        var last = ended(now);
        if (last != null) {
            finish(last);
        }
        show(LaneWords.settled(now.stopped() == null ? null : Texts.get("compare.state.stopped"), all));
    }

    /**
     * Shows what came of a run that is over, without having seen it: its last answer and its figures.
     *
     * @param left why it took no part until the end; null if it did
     */
    void show(String modelId, List<Sample> all, String left) {
        clear();
        model = modelId;
        if (!all.isEmpty()) {
            var last = all.getLast();
            rows = transcript.addReply(model);
            rows.append(last.answer(), last.reasoning());
            finish(last);
        }
        show(LaneWords.settled(left, all));
    }

    private void show(LaneFace now) {
        if (!now.equals(face.get())) {
            face.set(now);
        }
    }

    private void turnTo(RunningExchange next) {
        if (next != exchange) {
            exchange = next;
            phase = null;
            rows = null;
            fresh = next == null;
            if (next == null) {
                transcript.clear();
            }
        }
        // While it waits for its turn there is still the answer before.
        if (!fresh && exchange.phase() != Phase.QUEUED) {
            fresh = true;
            transcript.clear();
            rows = transcript.addReply(model);
            asked.set(true);
        }
    }

    /** A reply that never was to be seen has no rows to finish. */
    private void finish(Sample sample) {
        if (rows == null || rows.finished()) {
            return;
        }
        rows.reasoningSummary(LaneWords.reasoning(sample));
        LaneFailure.of(sample).ifPresent(rows::notice);
        rows.finish(List.of());
        rows = null;
    }

    private void tellStopped(LaneNow now) {
        var place = rows != null ? rows : transcript.messages().isEmpty() ? transcript.addReply(model) : null;
        if (place != null) {
            place.notice(LaneFailure.stopped(now));
        } else if (transcript.messages().getLast() instanceof ReplyRows reply) {
            reply.notice(LaneFailure.stopped(now));
        }
    }

    /** What was measured of the exchange that is shown; null while it runs, and until that is known. */
    private Sample ended(LaneNow now) {
        return exchange != null && now.last() != null && exchange.id().equals(now.last().exchangeId())
                ? now.last()
                : null;
    }

    private void drain() {
        if (exchange == null || rows == null) {
            return;
        }
        newAnswer.setLength(0);
        newReasoning.setLength(0);
        if (exchange.drain(newAnswer, newReasoning)) {
            rows.append(newAnswer, newReasoning);
        }
    }
}
