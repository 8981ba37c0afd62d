package app.pitot.store;

import app.pitot.usage.Step;
import java.lang.ref.SoftReference;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Days that were summed up before, as long as nothing of them has changed: what is over hardly ever does. Gives way where
 * memory is short. Safe from any thread.
 */
final class SlotCache {
    /** Sums of an account and a model that are kept at most. */
    private static final int MOST = 40_000;
    /** Days whose hours are kept besides: those at both ends of a stretch or two. */
    private static final int HOURS = 8;

    // Guarded by this.
    private SoftReference<Kept> kept = new SoftReference<>(null);

    /**
     * A day.
     *
     * @param step how finely it was asked for
     * @param zone null for a day of UTC that is known as a whole only
     */
    record Day(ZoneId zone, Step step, long from) {}

    /**
     * @param lens null for all that there is, whatever is asked for
     */
    private record Seen(Day day, SlotLens lens) {}

    /**
     * @param version as {@link UsageDays#version} tells it
     * @param slots of one of two kinds, as the key says
     */
    private record Entry(List<Long> version, List<SlotUse> slots, List<SlotView> views, int weight) {}

    /** @param rows of the ledger that the day has */
    private record KnownHours(long rows, UsageDays.Hours hours) {}

    /** The one used longest ago first. */
    private static final class Kept {
        private final LinkedHashMap<Seen, Entry> days = new LinkedHashMap<>(16, 0.75f, true);
        private final LinkedHashMap<Long, KnownHours> hours = new LinkedHashMap<>(16, 0.75f, true);
        private int weight;

        Entry find(Seen seen, List<Long> version) {
            var found = days.get(seen);
            return found != null && found.version().equals(version) ? found : null;
        }

        void put(Seen seen, Entry entry) {
            var before = days.put(seen, entry);
            weight += entry.weight() - (before == null ? 0 : before.weight());
            while (weight > MOST && days.size() > 1) {
                weight -= days.pollFirstEntry().getValue().weight();
            }
        }
    }

    /** Reads a day of UTC. */
    interface Reader {
        UsageDays.Hours read() throws SQLException;
    }

    /** Sums up a day. */
    interface Maker {
        List<SlotUse> make() throws SQLException;
    }

    /** What a lens sees of a day. */
    synchronized List<SlotView> get(Day day, List<Long> version, SlotLens lens, Maker maker) throws SQLException {
        var now = now();
        var seen = new Seen(day, lens);
        var found = now.find(seen, version);
        if (found != null) {
            return found.views();
        }
        var views = slots(now, day, version, maker).stream().map(lens::view).toList();
        now.put(seen, new Entry(version, null, views,
                1 + views.stream().mapToInt(each -> 1 + each.groups().size()).sum()));
        return views;
    }

    /** The hours of a day of UTC, of which not all of a zone's day is asked for. */
    synchronized UsageDays.Hours hours(long day, long rows, Reader reader) throws SQLException {
        var now = now();
        var found = now.hours.get(day);
        if (found != null && found.rows() == rows) {
            return found.hours();
        }
        var read = reader.read();
        now.hours.put(day, new KnownHours(rows, read));
        if (now.hours.size() > HOURS) {
            now.hours.pollFirstEntry();
        }
        return read;
    }

    private Kept now() {
        var now = kept.get();
        if (now == null) {
            now = new Kept();
            kept = new SoftReference<>(now);
        }
        return now;
    }

    private static List<SlotUse> slots(Kept now, Day day, List<Long> version, Maker maker) throws SQLException {
        var seen = new Seen(day, null);
        var found = now.find(seen, version);
        if (found != null) {
            return found.slots();
        }
        var made = List.copyOf(maker.make());
        now.put(seen, new Entry(version, made, null,
                1 + made.stream().mapToInt(each -> 1 + each.parts().size()).sum()));
        return made;
    }
}
