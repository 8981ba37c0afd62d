package app.pitot.ui.compare;

import app.pitot.base.Texts;
import app.pitot.compare.Comparison;
import app.pitot.compare.Lane;
import app.pitot.compare.Mode;
import app.pitot.compare.RunningComparison.Progress;
import app.pitot.compare.Sample;
import app.pitot.ui.common.Format;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Says how far a run is. */
final class ProgressWords {
    private static final double SECOND = 1_000;

    private ProgressWords() {}

    static ProgressFace of(Mode mode, Progress now) {
        return new ProgressFace(at(mode, now), share(now), rest(now));
    }

    private static double share(Progress now) {
        return now.requests() == 0 ? 0 : Math.clamp((double) now.sent() / now.requests(), 0, 1);
    }

    /** One lane is asked again by itself. */
    static ProgressFace again(int lane, Progress now) {
        return new ProgressFace(Texts.get("compare.progress.again", Lane.letter(lane)), share(now), rest(now));
    }

    static ProgressFace ended(Comparison run) {
        var at = run.mode() == Mode.RACE
                ? Texts.get("compare.progress.race")
                : Texts.get("compare.progress.rounds", rounds(run), run.setup().rounds());
        return new ProgressFace(at, run.state() == Comparison.State.DONE ? 1 : part(run), end(run));
    }

    private static String at(Mode mode, Progress now) {
        if (now.round() == 0) {
            return Texts.get("compare.progress.warm");
        }
        return mode == Mode.RACE
                ? Texts.get("compare.progress.race")
                : Texts.get("compare.progress.round", now.round(), now.rounds());
    }

    private static String rest(Progress now) {
        var parts = new ArrayList<String>();
        if (now.paused()) {
            parts.add(Texts.get("compare.progress.paused"));
        }
        if (now.leftMs() != null && now.leftMs() >= SECOND) {
            parts.add(Texts.get("compare.progress.left", Format.countdown(Math.ceil(now.leftMs() / SECOND) * SECOND)));
        }
        if (now.waitMs() > 0) {
            var wait = Format.countdown(now.waitMs());
            parts.add(now.waitFor() == null
                    ? Texts.get("compare.progress.waits", wait)
                    : Texts.get("compare.progress.waits.for", wait, now.waitFor()));
        }
        return String.join(", ", parts);
    }

    private static String end(Comparison run) {
        var took = run.endedAt() == null
                ? Format.UNKNOWN
                : Format.duration((double) Duration.between(run.startedAt(), run.endedAt()).toMillis());
        if (run.endedPrecise()) {
            return Texts.get("compare.end.precise", took);
        }
        return Texts.get("compare.end." + run.state().name().toLowerCase(Locale.ROOT), took);
    }

    /** Rounds in which every lane has ended that still took part. */
    private static int rounds(Comparison run) {
        int last = run.samples().stream().mapToInt(Sample::round).max().orElse(0);
        return last == 0 || run.state() == Comparison.State.DONE || complete(run, last) ? last : last - 1;
    }

    /** A lane that was not in the round before had left. */
    private static boolean complete(Comparison run, int last) {
        var now = lanes(run, last);
        return last == 1 ? now.size() == run.lanes().size() : now.containsAll(lanes(run, last - 1));
    }

    private static Set<Integer> lanes(Comparison run, int round) {
        return run.samples().stream().filter(sample -> sample.round() == round).map(Sample::lane)
                .collect(Collectors.toSet());
    }

    private static double part(Comparison run) {
        var all = run.lanes().size() * run.setup().rounds();
        return all == 0
                ? 0
                : Math.clamp((double) run.samples().stream().filter(s -> s.round() > 0 && !s.again()).count() / all, 0,
                        1);
    }
}
