package app.pitot.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.Wire;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WireEventsTest {
    static Wire wire(String body, long[] micros, long... ends) {
        return wire(body.getBytes(StandardCharsets.UTF_8), micros, ends);
    }

    static Wire wire(byte[] body, long[] micros, long... ends) {
        return new Wire("POST", "u", List.of(), new byte[0], 0, 200, null, List.of(), body, body.length,
                new Wire.Arrivals(micros, ends), Wire.Phases.UNKNOWN);
    }

    private static WireEvents events(String body) {
        return WireEvents.of(wire(body, new long[0]));
    }

    private static List<EventKind> kinds(String body) {
        var events = events(body);
        return IntStream.range(0, events.size()).mapToObj(i -> events.get(i).kind()).toList();
    }

    private static String delta(String delta) {
        return "data: {\"choices\":[{\"delta\":" + delta + "}]}\n\n";
    }

    @Test
    void eachEventSaysWhatItBrought() {
        var body = ": OPENROUTER PROCESSING\n\n" + delta("{\"role\":\"assistant\",\"content\":\"\"}")
                + delta("{\"reasoning\":\"hm\"}") + delta("{\"reasoning_content\":\"hm\"}")
                + delta("{\"content\":\" wor\\nld \"}")
                + delta("{\"tool_calls\":[{\"index\":0}]}")
                + "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
                + "data: {\"choices\":[],\"usage\":{\"total_tokens\":5}}\n\n"
                + "data: {\"error\":{\"message\":\"too\\nmuch\"}}\n\n" + "event: error\ndata: plain words\n\n"
                + "data: {\"x\":1}\n\n" + "data: {broken\n\n" + "id: 7\n\n" + "data: [DONE]\n\n";
        assertThat(kinds(body)).containsExactly(EventKind.COMMENT, EventKind.ROLE, EventKind.REASONING,
                EventKind.REASONING, EventKind.ANSWER, EventKind.TOOL_CALL, EventKind.FINISH, EventKind.USAGE,
                EventKind.ERROR, EventKind.ERROR, EventKind.OTHER, EventKind.NOT_JSON, EventKind.OTHER, EventKind.DONE);
        var events = events(body);
        assertThat(events.get(4).excerpt()).isEqualTo("␣wor⏎ld␣");
        assertThat(events.get(8).excerpt()).isEqualTo("too much");
        assertThat(events.get(7).excerpt()).isEqualTo("{\"total_tokens\":5}");
        assertThat(events.counts()).containsEntry(EventKind.ERROR, 2).containsEntry(EventKind.DONE, 1);
    }

    @Test
    void theTimeIsThatOfTheArrivalThatBroughtItsEnd() {
        var one = delta("{\"content\":\"a\"}");
        var body = one + one + one;
        // The second is whole only with the third read.
        var events = WireEvents
                .of(wire(body, new long[]{100, 250, 900}, one.length(), one.length() + 5, body.length()));
        assertThat(events.get(0)).extracting(WireEvents.Event::micros, WireEvents.Event::gapMicros)
                .containsExactly(100L, null);
        assertThat(events.get(1)).extracting(WireEvents.Event::micros, WireEvents.Event::gapMicros)
                .containsExactly(900L, 800L);
        assertThat(events.get(2).gapMicros()).isZero();
        assertThat(events.get(1).from()).isEqualTo(one.length());
        assertThat(events.get(1).size()).isEqualTo(one.length() - 2);
        var unknown = WireEvents.of(wire(body, new long[]{100}, one.length()));
        assertThat(unknown.get(2).micros()).isNull();
        assertThat(unknown.get(1).gapMicros()).isNull();
    }

    @Test
    void linesEndInEveryWayThatTheStandardKnows() {
        for (var end : List.of("\n", "\r\n", "\r")) {
            assertThat(kinds(
                    "\uFEFFdata: [DONE]" + end + end + ":c" + end + end + end + "data: {}" + end + "data:" + end + end))
                    .containsExactly(EventKind.DONE, EventKind.COMMENT, EventKind.OTHER);
        }
    }

    @Test
    void whatIsNoStreamHasNoEvents() {
        for (var body : List.of("", "{\"choices\":[]}", "<html>", "dat", "hello")) {
            assertThat(events(body).size()).as(body).isZero();
            assertThat(events(body).counts()).isEqualTo(Map.of());
        }
    }

    @Test
    void theLastOfACutStreamIsNotWhole() {
        var events = events("data: {}\n\ndata: {\"cho");
        assertThat(events.get(0).whole()).isTrue();
        assertThat(events.get(1).whole()).isFalse();
    }

    @Test
    void fiftyThousandEventsAreIndexedAtOnceAndReadOneByOne() {
        int count = 50_000;
        var one = delta("{\"content\":\"tok\"}");
        var micros = new long[count];
        var ends = new long[count];
        Arrays.setAll(micros, i -> i * 300L);
        Arrays.setAll(ends, i -> (i + 1L) * one.length());
        var wire = wire(one.repeat(count), micros, ends);
        long before = System.nanoTime();
        var events = WireEvents.of(wire);
        var last = events.get(count - 1);
        assertThat(System.nanoTime() - before).isLessThan(500_000_000L);
        assertThat(events.size()).isEqualTo(count);
        assertThat(last.micros()).isEqualTo((count - 1) * 300L);
        assertThat(last.gapMicros()).isEqualTo(300L);
        assertThat(events.counts()).containsEntry(EventKind.ANSWER, count);
    }

    @Test
    void hostileBytesAreHarmless() {
        var random = new SplittableRandom(3);
        for (int round = 0; round < 300; round++) {
            var body = new byte[random.nextInt(400)];
            random.nextBytes(body);
            var start = "data: ".getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(start, 0, body, 0, Math.min(start.length, body.length));
            for (int i = 6; i < body.length; i += 9) {
                body[i] = '\n';
            }
            var events = WireEvents.of(wire(body, new long[0]));
            for (int i = 0; i < events.size(); i++) {
                assertThat(events.get(i).excerpt()).doesNotContain("\n", "\0", "\u001b", "\u202e");
            }
        }
        var nested = "data: " + "[".repeat(100_000) + "\n\n";
        assertThat(kinds(nested)).containsExactly(EventKind.NOT_JSON);
        assertThat(events(delta("{\"content\":\"\u202eevil\\u0007\"}")).get(0).excerpt()).isEqualTo("\uFFFDevil\uFFFD");
        assertThat(events(delta("{\"content\":\"" + "x".repeat(100_000) + "\"}")).get(0).excerpt()).hasSize(200);
    }
}
