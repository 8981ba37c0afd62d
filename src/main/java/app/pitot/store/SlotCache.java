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

    // Guarded by this.
    private SoftReference<Kept> kept = new SoftReference<>(null);

    /**
     * A day.
     *
     * @param step how finely it was asked for
     * @param zone null for a day of UTC that is known as a whole only
     */
    record Day(ZoneId zone, Step step, long from) {}

    /** @param version as {@link UsageDays#version} tells it */
    private record Entry(List<Long> version, List<SlotUse> slots, int parts) {}

    /** The one used longest ago first. */
    private static final class Kept {
        private final LinkedHashMap<Day, Entry> days = new LinkedHashMap<>(16, 0.75f, true);
        private int parts;

        void put(Day day, Entry entry) {
            var before = days.put(day, entry);
            parts += entry.parts() - (before == null ? 0 : before.parts());
            while (parts > MOST && days.size() > 1) {
                parts -= days.pollFirstEntry().getValue().parts();
            }
        }
    }

    /** Sums up a day. */
    interface Maker {
        List<SlotUse> make() throws SQLException;
    }

    synchronized List<SlotUse> get(Day day, List<Long> version, Maker maker) throws SQLException {
        var now = kept.get();
        if (now == null) {
            now = new Kept();
            kept = new SoftReference<>(now);
        }
        var found = now.days.get(day);
        if (found != null && found.version().equals(version)) {
            return found.slots();
        }
        var made = List.copyOf(maker.make());
        now.put(day, new Entry(version, made, 1 + made.stream().mapToInt(each -> each.parts().size()).sum()));
        return made;
    }
}
