package app.pitot.advice;

import app.pitot.provider.Plan;
import app.pitot.usage.UsageNote;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a stretch of use says of a plan.
 *
 * @param plan as it is set now, by which all of it is judged; null if none is set
 * @param requests that were sent
 * @param signals one of each kind
 * @param notes what must be known to read them
 * @param unknownUse requests of whose tokens nothing is known
 * @param oddTimes requests whose times cannot be right: they are in no minute
 */
public record Advice(String accountId, Plan plan, Instant from, Instant until, long requests, List<Signal> signals,
        List<UsageNote> notes, long unknownUse, long oddTimes) {
    public Advice {
        signals = List.copyOf(signals);
        notes = List.copyOf(notes);
    }

    /** The gravest of all signals. */
    public Verdict verdict() {
        return signals.stream().map(Signal::verdict).max(Verdict::compareTo).orElse(Verdict.UNKNOWN);
    }

    /** The same without the signals that are not to be heard. */
    public Advice hearing(Predicate<Signal> heard) {
        return new Advice(accountId, plan, from, until, requests, signals.stream().filter(heard).toList(), notes,
                unknownUse, oddTimes);
    }

    public Signal of(Signal.Kind kind) {
        return signals.stream().filter(each -> each.kind() == kind).findFirst().orElseThrow();
    }
}
