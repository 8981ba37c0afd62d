package app.pitot.ui.compare.answers;

import app.pitot.base.Clocks;
import app.pitot.compare.Comparison;
import app.pitot.compare.Runs;
import app.pitot.compare.Sample;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Comparisons whose answers have something to say. */
final class Answers {
    static final Instant NOW = Runs.START.plusSeconds(600);
    static final Clocks CLOCKS = new Clocks(() -> 0, Clock.fixed(NOW, ZoneOffset.UTC));

    private Answers() {}

    static Comparison told(int rounds) {
        var run = Runs.rounds(rounds, Runs.three());
        return Runs.with(run, run.samples().stream().map(each -> with(each, switch (each.lane()) {
            case 0 -> """
                    A token bucket holds at most *limit* tokens and refills at a steady rate in round %d.

                    - A request takes its estimate out up front.
                    - What it did not use is put back when the reply ends.
                    """.formatted(each.round());
            case 1 -> """
                    Think of the limit as a bucket that refills at a steady rate, here in round %d.

                    - Each request takes its estimate out up front.
                    - What it did not use is put back when the answer ends.
                    """.formatted(each.round());
            default -> "Rate limits on this API work as continuously refilled buckets: rather than a window that "
                    + "resets, each request takes its share in round " + each.round() + ".";
        })).toList());
    }

    static Comparison upTo(Comparison run, int round) {
        return running(Runs.with(run, run.samples().stream().filter(each -> each.round() <= round).toList()));
    }

    static Comparison running(Comparison run) {
        return new Comparison(run.id(), run.setId(), run.name(), run.startedAt(), null, run.appVersion(),
                run.setup(), run.promptHash(), run.lanes(), run.seed(), Comparison.State.RUNNING,
                run.samples());
    }

    static Sample with(Sample of, String answer) {
        return new Sample(of.exchangeId(), of.lane(), of.round(), of.place(), of.startedAt(), of.heldMs(),
                of.outcome(), of.finishReason(), answer, of.reasoning(), of.usage(), of.speed(), of.curve(),
                of.cost(), of.costSource(), of.timing(), of.served(), of.protocol(), of.error());
    }
}
