package app.pitot.ui.usage;

import app.pitot.usage.Grouping;
import app.pitot.usage.Span;
import app.pitot.usage.UsageQuery;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;

/**
 * What a user wants to know, at a time and place.
 *
 * @param simulated with the simulator's requests; null if only without others
 */
record UsageQuestion(Span span, Grouping by, Boolean simulated, Instant now, ZoneId zone) {
    UsageQuery query(boolean withSimulated) {
        return new UsageQuery(span.begin(now, zone), span.end(now, zone), span.step(), by, zone, Set.of(), Set.of(),
                withSimulated);
    }

    /** True if the same figures would be shown, apart from what has happened since. */
    boolean sameAs(UsageQuestion other) {
        return other != null && Objects.equals(simulated, other.simulated)
                && query(false).equals(other.query(false));
    }
}
