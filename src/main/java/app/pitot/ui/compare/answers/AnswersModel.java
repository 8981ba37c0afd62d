package app.pitot.ui.compare.answers;

import app.pitot.base.Clocks;
import app.pitot.base.Texts;
import app.pitot.compare.Comparison;
import app.pitot.compare.Comparisons;
import app.pitot.compare.Lane;
import app.pitot.compare.Sample;
import app.pitot.compare.Vote;
import app.pitot.compare.difference.Differ;
import app.pitot.ui.common.Job;
import app.pitot.ui.common.Jobs;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/** The answers of one round of a comparison, side by side, and votes for the best of them. JavaFX thread only. */
public final class AnswersModel {
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    /** How the answers are shown. */
    public enum Form {
        /** As the chat shows them. */
        RENDERED,
        /** As plain text, with what differs from one of them marked. */
        DIFFERENCES
    }

    private final Comparisons comparisons;
    private final Clocks clocks;
    private final Jobs jobs;
    private final ReadOnlyObjectWrapper<AnswersFace> face = new ReadOnlyObjectWrapper<>(AnswersFace.NONE);
    private final ObjectProperty<Form> form = new SimpleObjectProperty<>(Form.RENDERED);
    private final IntegerProperty against = new SimpleIntegerProperty();
    private final BooleanProperty blind = new SimpleBooleanProperty();
    private final BooleanProperty together = new SimpleBooleanProperty();
    private final Set<Integer> named = new HashSet<>();
    private final ReadOnlyBooleanWrapper concealing = new ReadOnlyBooleanWrapper();
    private Comparison comparison;
    private boolean shown;
    private boolean over;
    /** 0 for the last one. */
    private int wanted;
    private Job comparing;

    /** @param comparisons keeps the votes */
    public AnswersModel(Comparisons comparisons, Clocks clocks, Jobs jobs) {
        this.comparisons = comparisons;
        this.clocks = clocks;
        this.jobs = jobs;
        form.addListener((_, _, _) -> refresh());
        against.addListener((_, _, _) -> refresh());
        blind.addListener((_, _, _) -> refresh());
    }

    /** Shows {@code next}, or the same again with more samples; null for nothing, until the same is shown again. */
    public void show(Comparison next) {
        show(next, next != null && next.endedAt() != null);
    }

    /** @param isOver true if nothing more comes, though its end may not be written down: the app was cut off */
    public void show(Comparison next, boolean isOver) {
        over = isOver;
        shown = next != null;
        if (next != null && (comparison == null || !next.id().equals(comparison.id()))) {
            wanted = 0;
            named.clear();
            against.set(0);
            comparison = next;
        } else if (next != null) {
            // Who hands on a run that goes on may not know of the votes.
            comparison = comparison.votes().stream().reduce(next, Comparison::with, (_, b) -> b);
        }
        refresh();
    }

    /** What is to be seen; never null. */
    public ReadOnlyObjectProperty<AnswersFace> face() {
        return face.getReadOnlyProperty();
    }

    /** Writable. */
    public ObjectProperty<Form> form() {
        return form;
    }

    /** Index of the lane that the others are compared with; writable. */
    public IntegerProperty against() {
        return against;
    }

    /** True while names, letters and speeds stay hidden until a round has its vote; writable. */
    public BooleanProperty blindProperty() {
        return blind;
    }

    /** True while lanes and results must not be seen: blind, and not every round that was shown has its vote. */
    public ReadOnlyBooleanProperty concealing() {
        return concealing.getReadOnlyProperty();
    }

    /** True if the columns scroll together; writable. */
    public BooleanProperty together() {
        return together;
    }

    /** Shows the answers of {@code round}, and stays there; without effect if it has none. */
    public void choose(int round) {
        var rounds = face.get().rounds();
        if (rounds.contains(round)) {
            wanted = round == rounds.getLast() ? 0 : round;
            refresh();
        }
    }

    /** Goes so many rounds on, or back below 0. */
    public void step(int by) {
        int at = face.get().rounds().indexOf(face.get().round()) + by;
        if (at >= 0 && at < face.get().rounds().size()) {
            choose(face.get().rounds().get(at));
        }
    }

    /**
     * Keeps that {@code lane}'s answer is the best of the round that is shown, and shows the names. Without effect unless a
     * vote is awaited.
     *
     * @param lane index, or {@link Vote#TIE}
     */
    public void vote(int lane) {
        if (face.get().votable()) {
            var id = comparison.id();
            var vote = new Vote(face.get().round(), lane, clocks.now());
            wanted = vote.round();
            comparison = comparison.with(vote);
            jobs.start(() -> {
                comparisons.vote(id, vote);
                return null;
            }, _ -> {}, _ -> {});
            refresh();
        }
    }

    private void refresh() {
        if (comparing != null) {
            comparing.cancel();
            comparing = null;
        }
        var now = faceNow();
        face.set(now);
        if (form.get() == Form.DIFFERENCES && now.answers().size() > 1) {
            comparing = jobs.start(() -> compared(now.answers()), found -> face.set(now.with(found)), _ -> {});
        }
        // Last: whoever hears of it may show something else.
        concealing.set(blind.get() && (now.hidden() || now.next() > 0 || running()));
    }

    private AnswersFace faceNow() {
        if (!shown) {
            return new AnswersFace(List.of(), 0, List.of(), blind.get(), false, null, 0, "", "");
        }
        var rounds = comparison.samples().stream().map(Sample::round).filter(round -> round > 0).distinct().sorted()
                .toList();
        if (rounds.isEmpty()) {
            return new AnswersFace(List.of(), 0, List.of(), blind.get(), false, null, 0, Texts.get("answers.empty"),
                    "");
        }
        int round = rounds.contains(wanted) ? wanted : rounds.getLast();
        var vote = voteOf(round);
        boolean hidden = blind.get() && vote == null;
        boolean running = running();
        var samples = IntStream.range(0, comparison.lanes().size()).mapToObj(lane -> sample(round, lane)).toList();
        boolean whole = !running || samples.stream().allMatch(each -> each != null);
        if (hidden && !whole) {
            // Which answer comes first would tell how fast it is.
            samples = Collections.nCopies(samples.size(), null);
        }
        long texts = samples.stream().filter(each -> each != null && !each.answer().isBlank()).count();
        boolean votable = hidden && whole && texts > 1;
        var answers = answers(round, samples, hidden, vote, running);
        var next = rounds.stream().filter(each -> each != round && voteOf(each) == null).findFirst().orElse(0);
        var note = !hidden ? "" : note(round, votable, whole);
        if (!hidden) {
            named.add(round);
        }
        return new AnswersFace(rounds, round, answers, hidden, votable, vote, blind.get() ? next : 0, note,
                hidden ? "" : AnswerWords.tally(comparison));
    }

    private boolean running() {
        return shown && !over && comparison.state() == Comparison.State.RUNNING && comparison.endedAt() == null;
    }

    private String note(int round, boolean votable, boolean whole) {
        if (!votable) {
            return Texts.get(whole ? "answers.blind.nothing" : "answers.blind.running");
        }
        return Texts.get(named.contains(round) ? "answers.blind.seen" : "answers.blind");
    }

    private List<Answer> answers(int round, List<Sample> samples, boolean hidden, Vote vote, boolean running) {
        var lanes = new ArrayList<>(IntStream.range(0, samples.size()).boxed().toList());
        if (blind.get()) {
            Collections.shuffle(lanes, new SplittableRandom(comparison.seed() + round * SPREAD));
        }
        var answers = new ArrayList<Answer>();
        for (int lane : lanes) {
            var facts = comparison.lanes().get(lane);
            var sample = samples.get(lane);
            answers.add(new Answer(lane, hidden ? String.valueOf(answers.size() + 1) : Lane.letter(lane),
                    hidden ? "" : facts.provider(), hidden ? "" : facts.modelId(),
                    sample == null ? "" : sample.answer(), sample == null ? "" : sample.reasoning(),
                    sample == null ? "" : AnswerWords.facts(sample, hidden),
                    AnswerWords.notice(sample, hidden, running), null, lane == against.get(),
                    vote != null && vote.lane() == lane));
        }
        return answers;
    }

    private List<Answer> compared(List<Answer> answers) {
        var base = answers.stream().filter(Answer::base).findFirst().orElse(answers.getFirst());
        return answers.stream()
                .map(each -> each == base ? each : each.with(Differ.between(base.text(), each.text()))).toList();
    }

    private Vote voteOf(int round) {
        return comparison.votes().stream().filter(vote -> vote.round() == round).findFirst().orElse(null);
    }

    /** The last of that round; null for none. */
    private Sample sample(int round, int lane) {
        return comparison.samples().stream().filter(each -> each.round() == round && each.lane() == lane)
                .reduce((_, last) -> last).orElse(null);
    }
}
