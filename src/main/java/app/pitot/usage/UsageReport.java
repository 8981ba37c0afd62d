package app.pitot.usage;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The answer to a {@link UsageQuery}.
 *
 * @param total of all
 * @param groups the one with the most tokens first
 * @param slots in the order of time, those without a request left out
 * @param hours requests and tokens by the hour of the week, those without a request left out; of days that are only known
 *     whole nothing is in it, and where a zone is off by half an hour, hours are so by as much
 * @param notes what must be known to read the figures; may be empty
 * @param oldest when the first request of all began, whatever the query; null if there is none
 */
public record UsageReport(UsageQuery query, Totals total, List<Group> groups, List<Slot> slots, List<HourOfWeek> hours,
        List<UsageNote> notes, Instant oldest) {
    public UsageReport {
        groups = List.copyOf(groups);
        slots = List.copyOf(slots);
        hours = List.copyOf(hours);
        notes = List.copyOf(notes);
    }

    /**
     * What is told apart.
     *
     * @param provider id
     * @param account id; null unless accounts are told apart
     * @param model id; null unless models are told apart
     */
    public record Key(String provider, String account, String model) {}

    /** One of what is told apart. */
    public record Group(Key key, Totals totals) {}

    /**
     * One hour or day.
     *
     * @param until exclusive; a day of 23 or 25 hours is possible
     * @param groups by the key of the report's group
     */
    public record Slot(Instant from, Instant until, Totals total, Map<Key, Totals> groups) {
        public Slot {
            groups = Map.copyOf(groups);
        }
    }

    /**
     * One hour of the week.
     *
     * @param day 1 for Monday to 7
     * @param hour 0 to 23
     */
    public record HourOfWeek(int day, int hour, long requests, long tokens) {}
}
