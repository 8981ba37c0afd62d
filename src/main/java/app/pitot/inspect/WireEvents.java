package app.pitot.inspect;

import app.pitot.api.Wire;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** The events of a stream, each read when it is asked for. Safe from any thread. */
public final class WireEvents {
    private final Wire wire;
    private final EventBlocks blocks;

    private WireEvents(Wire wire, EventBlocks blocks) {
        this.wire = wire;
        this.blocks = blocks;
    }

    /** Takes one pass over the body; none if it is no event stream. */
    public static WireEvents of(Wire wire) {
        return new WireEvents(wire, EventBlocks.of(wire.body()));
    }

    /**
     * One event.
     *
     * @param number counted from 0
     * @param micros when its last byte came, since the request was handed to the network; null if that is not known
     * @param gapMicros since the event before it came; null for the first, and if one of both is not known
     * @param from where it begins in the body
     * @param size in bytes, without the blank line that ends it
     * @param excerpt of what it brought, on one line and harmless; may be empty
     * @param whole false for the last of a body that was cut
     */
    public record Event(int number, Long micros, Long gapMicros, int from, int size, EventKind kind, String excerpt,
            boolean whole) {}

    public int size() {
        return blocks.count();
    }

    /** @param number 0 to {@link #size} - 1 */
    public Event get(int number) {
        int from = blocks.from(number);
        int to = blocks.to(number);
        var read = EventReading.of(wire.body(), from, to);
        var at = micros(number);
        var before = number == 0 ? null : micros(number - 1);
        boolean whole = number < blocks.count() - 1 || !wire.cut() && to < wire.body().length;
        return new Event(number, at, at == null || before == null ? null : Long.valueOf(at - before), from, to - from,
                read.kind(), read.excerpt(), whole);
    }

    /** How many there are of each kind. Reads all of them: a tenth of a second for 50,000. */
    public Map<EventKind, Integer> counts() {
        var counts = new EnumMap<EventKind, Integer>(EventKind.class);
        for (int i = 0; i < size(); i++) {
            counts.merge(EventReading.of(wire.body(), blocks.from(i), blocks.to(i)).kind(), 1, Integer::sum);
        }
        return counts;
    }

    private Long micros(int number) {
        var ends = wire.arrivals().ends();
        int found = Arrays.binarySearch(ends, blocks.to(number));
        int at = found < 0 ? -found - 1 : found;
        return at < ends.length ? wire.arrivals().micros()[at] : null;
    }
}
