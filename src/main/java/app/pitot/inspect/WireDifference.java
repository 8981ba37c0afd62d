package app.pitot.inspect;

import app.pitot.api.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * In what two requests differ.
 *
 * @param sentHeaders by name
 * @param sent by path, such as {@code messages[1].content}
 * @param headers of the responses, by name
 * @param received by path if both are JSON; of event streams empty, because no two are alike
 * @param figures all of them, alike or not
 */
public record WireDifference(List<Change> sentHeaders, Changes sent, List<Change> headers, Changes received,
        List<Figure> figures) {
    public WireDifference {
        sentHeaders = List.copyOf(sentHeaders);
        headers = List.copyOf(headers);
        figures = List.copyOf(figures);
    }

    /**
     * One of the differences.
     *
     * @param before on one line and harmless; null if it was added
     * @param after likewise; null if it was removed
     */
    public record Change(String path, String before, String after) {}

    /**
     * Those of two bodies.
     *
     * @param found the first of them, in the order of the first body
     * @param more true if there are more
     * @param json false if a body is no JSON; they are then told apart as a whole, under an empty path
     */
    public record Changes(List<Change> found, boolean more, boolean json) {
        public Changes {
            found = List.copyOf(found);
        }
    }

    /** What is measured. */
    public enum Measure {
        STATUS, SENT_BYTES, BYTES,
        /** Microseconds since the request was handed to the network. */
        CONNECTED, SEND_START, RESPONSE_HEADERS, FIRST_TOKEN, FIRST_ANSWER, LAST_TOKEN, END,
        /** Of the stream. */
        EVENTS;

        /** True for offsets in time. */
        public boolean timed() {
            return ordinal() >= CONNECTED.ordinal() && ordinal() <= END.ordinal();
        }
    }

    /** One measure; null where it is not known. */
    public record Figure(Measure measure, Long before, Long after) {
        public boolean differs() {
            return !Objects.equals(before, after);
        }
    }

    /** May take a tenth of a second for long bodies. */
    public static WireDifference between(Wire before, Wire after) {
        int old = EventBlocks.of(before.body()).count();
        int now = EventBlocks.of(after.body()).count();
        return new WireDifference(HeaderChanges.between(before.sentHeaders(), after.sentHeaders()),
                BodyChanges.between(before.sentBody(), after.sentBody()),
                HeaderChanges.between(before.headers(), after.headers()), received(before, after, old > 0 || now > 0),
                figures(before, after, old, now));
    }

    private static Changes received(Wire before, Wire after, boolean streams) {
        return streams ? new Changes(List.of(), false, false) : BodyChanges.between(before.body(), after.body());
    }

    private static List<Figure> figures(Wire before, Wire after, int old, int now) {
        var all = new ArrayList<Figure>();
        for (var measure : Measure.values()) {
            all.add(new Figure(measure, value(measure, before, old), value(measure, after, now)));
        }
        return all;
    }

    private static Long value(Measure measure, Wire wire, int events) {
        return switch (measure) {
            case STATUS -> wire.status() == null ? null : Long.valueOf(wire.status());
            case SENT_BYTES -> wire.sentBytes();
            case BYTES -> wire.bytes();
            case CONNECTED -> wire.phases().connected();
            case SEND_START -> wire.phases().sendStart();
            case RESPONSE_HEADERS -> wire.phases().responseHeaders();
            case FIRST_TOKEN -> wire.phases().firstToken();
            case FIRST_ANSWER -> wire.phases().firstAnswer();
            case LAST_TOKEN -> wire.phases().lastToken();
            case END -> wire.phases().end();
            // Of a cut body only the beginning could be counted.
            case EVENTS -> wire.cut() ? null : Long.valueOf(events);
        };
    }
}
