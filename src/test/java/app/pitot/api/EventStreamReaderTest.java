package app.pitot.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Our own suite, written from the event-stream section of the WHATWG HTML specification. In the cases {@code ⏎} is a line
 * end, of each of the three kinds in turn; an expected event is {@code type|data}, with {@code ~} before it if the
 * stream ended first.
 */
class EventStreamReaderTest {
    private record Case(String stream, List<String> events) {}

    private static Case of(String stream, String... events) {
        return new Case(stream, List.of(events));
    }

    /** Every template runs with CR, LF and CRLF. */
    private static final List<Case> TEMPLATES = List.of(
            of("data: a⏎⏎", "|a"), of("data:a⏎⏎", "|a"), of("data:  a⏎⏎", "| a"), of("data: a ⏎⏎", "|a "),
            of("data:\ta⏎⏎", "|\ta"), of("data⏎⏎", "|"), of("data:⏎⏎", "|"), of("data: ⏎⏎", "|"),
            of("data:⏎data:⏎⏎", "|\n"), of("data⏎data⏎data⏎⏎", "|\n\n"), of("data: a⏎data: b⏎⏎", "|a\nb"),
            of("data: a⏎data⏎data: b⏎⏎", "|a\n\nb"), of("data: a⏎⏎data: b⏎⏎", "|a", "|b"),
            of("data: a⏎⏎⏎⏎data: b⏎⏎⏎", "|a", "|b"), of(": comment⏎⏎"), of(":⏎⏎"), of("::⏎⏎"),
            of(": hi⏎data: a⏎⏎", "|a"), of("data: a⏎: in between⏎data: b⏎⏎", "|a\nb"), of(":data: a⏎⏎"),
            of("event: x⏎data: a⏎⏎", "x|a"), of("data: a⏎event: x⏎⏎", "x|a"), of("event:x⏎data:a⏎⏎", "x|a"),
            of("event: x⏎⏎data: a⏎⏎", "|a"), of("event: x⏎event: y⏎data: a⏎⏎", "y|a"),
            of("event: x⏎data: a⏎⏎data: b⏎⏎", "x|a", "|b"), of("event: x⏎data: a⏎⏎event: x⏎data: b⏎⏎", "x|a", "x|b"),
            of("event: x⏎data: a⏎⏎event: z⏎data: b⏎⏎", "x|a", "z|b"), of("event⏎data: a⏎⏎", "|a"),
            of("event: x⏎event⏎data: a⏎⏎", "|a"), of("event:⏎data: a⏎⏎", "|a"), of("event:  x⏎data: a⏎⏎", " x|a"),
            of("event: ünï⏎data: a⏎⏎", "ünï|a"), of("event: message⏎data: a⏎⏎", "message|a"),
            of("id: 1⏎data: a⏎⏎", "|a"), of("id⏎data: a⏎⏎", "|a"), of("id: 1⏎⏎"), of("retry: 100⏎data: a⏎⏎", "|a"),
            of("retry: x⏎⏎data: a⏎⏎", "|a"), of("Data: a⏎⏎"), of("DATA: a⏎⏎"), of(" data: a⏎⏎"), of("data : a⏎⏎"),
            of("dat: a⏎⏎"), of("dat⏎⏎"), of("datax: a⏎⏎"), of("datadata: a⏎⏎"), of("eventx: a⏎data: b⏎⏎", "|b"),
            of("event : a⏎data: b⏎⏎", "|b"), of("foo⏎⏎data: a⏎⏎", "|a"), of("foo: bar⏎data: a⏎⏎", "|a"),
            of("{\"x\":1}⏎⏎"), of("data: {\"x\":1}⏎⏎", "|{\"x\":1}"), of("data: a: b⏎⏎", "|a: b"),
            of("data:: a⏎⏎", "|: a"), of("data: data: a⏎⏎", "|data: a"), of("data: [DONE]⏎⏎", "|[DONE]"),
            of("data: é⏎⏎", "|é"), of("data: 漢字⏎⏎", "|漢字"), of("data: 🚀⏎⏎", "|🚀"),
            of("data: 🇩🇪👩‍💻⏎data: ö⏎⏎", "|🇩🇪👩‍💻\nö"), of("data: \u0085\u2028\u2029⏎⏎", "|\u0085\u2028\u2029"),
            of("data: \u000b\f⏎⏎", "|\u000b\f"), of("data: a\u0000b⏎⏎", "|a\u0000b"), of("\uFEFFdata: a⏎⏎", "|a"),
            of("\uFEFF⏎data: a⏎⏎", "|a"), of("\uFEFF: c⏎data: a⏎⏎", "|a"), of("\uFEFF\uFEFFdata: a⏎⏎"),
            of("⏎\uFEFFdata: a⏎⏎"), of("data: \uFEFFa⏎⏎", "|\uFEFFa"), of("⏎data: a⏎⏎", "|a"),
            of("⏎⏎⏎data: a⏎⏎", "|a"), of(""), of("⏎"), of("⏎⏎"), of("data: a", "~|a"), of("data: a⏎", "~|a"),
            of("data: a⏎⏎data: b", "|a", "~|b"), of("data: a⏎⏎data: b⏎", "|a", "~|b"),
            of("data: a⏎data: b", "~|a\nb"), of("event: x⏎data: a", "~x|a"), of("data: a⏎event: x", "~x|a"),
            of("data"), of("data:"), of("data⏎data", "~|\n"), of("data: a⏎⏎:", "|a"), of("data: a⏎⏎: c⏎", "|a"),
            of("data: a⏎⏎event: x", "|a"), of("data: a⏎⏎dat", "|a"), of("data: a⏎:", "~|a"),
            of("data: a⏎id: 5⏎⏎: keep⏎⏎data: b⏎⏎", "|a", "|b"));

    /** Streams in which the kind of line end matters. */
    private static final List<Case> EXACT = List.of(of("data: a\r\ndata: b\ndata: c\rdata: d\r\n\r\n", "|a\nb\nc\nd"),
            of("data: a\n\r\n", "|a"), of("data: a\r\r\n", "|a"), of("data: a\r\n\n", "|a"), of("data: a\r\n\r", "|a"),
            of("data: a\n\rdata: b\n\r", "|a", "|b"), of("data: a\r\r", "|a"), of("data: a\r\ndata: b\r\r", "|a\nb"),
            of("\rdata: a\r\n\r\n", "|a"), of("\n\r\r\ndata: a\n\n", "|a"), of("data: a\r", "~|a"),
            of("data: a\r\n", "~|a"), of("\uFEFF\r\ndata: a\r\n\r\n", "|a"), of("\uFEFF"), of("\r"), of("\r\n"),
            of("data: a\r\n\r\r\ndata: b\r\n\n", "|a", "|b"), of(":\rdata: a\n\n", "|a"),
            of("event: x\rdata: a\r\n\n", "x|a"), of("data\r\ndata\n\r", "|\n"));

    static Stream<Case> cases() {
        var all = Stream.of("\n", "\r", "\r\n")
                .flatMap(end -> TEMPLATES.stream().map(c -> new Case(c.stream.replace("⏎", end), c.events)));
        return Stream.concat(all, EXACT.stream());
    }

    private static final class Events implements EventStreamReader.Consumer {
        final List<String> events = new ArrayList<>();

        @Override
        public boolean event(String type, byte[] data, int offset, int length, boolean terminated) {
            events.add((terminated ? "" : "~") + (type == null ? "" : type) + "|"
                    + new String(data, offset, length, StandardCharsets.UTF_8));
            return true;
        }
    }

    private static List<String> read(byte[] bytes, int... cuts) throws TooLongException {
        var events = new Events();
        var reader = new EventStreamReader(events);
        int from = 0;
        for (int cut : cuts) {
            reader.feed(bytes, from, cut - from);
            from = cut;
        }
        reader.feed(bytes, from, bytes.length - from);
        reader.finish();
        return events.events;
    }

    @Test
    void theSuiteHasAtLeast150DifferentStreams() {
        assertThat(cases().map(Case::stream).distinct().count()).isGreaterThanOrEqualTo(150);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void readsTheSameUnderEverySplit(Case given) throws Exception {
        var bytes = given.stream.getBytes(StandardCharsets.UTF_8);
        assertThat(read(bytes)).isEqualTo(given.events);
        for (int cut = 0; cut <= bytes.length; cut++) {
            assertThat(read(bytes, cut)).as("cut at %d", cut).isEqualTo(given.events);
        }
        var all = new int[bytes.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = i;
        }
        assertThat(read(bytes, all)).as("byte by byte").isEqualTo(given.events);
    }

    @Test
    void randomStreamsReadTheSameUnderRandomCuts() throws Exception {
        var random = new Random(4711);
        var words = new String[]{"data: ", "data:", "data", "event: e", ":", "x", "\n", "\n\n", "\r\n", "\r", "ü", "🚀",
            "\uFEFF", " "};
        for (int round = 0; round < 20_000; round++) {
            var stream = new StringBuilder();
            for (int i = random.nextInt(20); i >= 0; i--) {
                stream.append(words[random.nextInt(words.length)]);
            }
            var bytes = stream.toString().getBytes(StandardCharsets.UTF_8);
            var whole = read(bytes);
            for (int i = 0; i < 4; i++) {
                var cuts = random.ints(random.nextInt(6), 0, bytes.length + 1).sorted().toArray();
                assertThat(read(bytes, cuts)).as(stream.toString()).isEqualTo(whole);
            }
        }
    }

    @Test
    void aLineOverTheBoundEndsTheParseWhateverFieldItIs() {
        for (var start : new String[]{"data: ", ":", "foo", ""}) {
            var reader = new EventStreamReader(new Events(), 1_000);
            var piece = "x".repeat(400).getBytes(StandardCharsets.UTF_8);
            assertThatThrownBy(() -> {
                reader.feed(start.getBytes(StandardCharsets.UTF_8), 0, start.length());
                for (int i = 0; i < 3; i++) {
                    reader.feed(piece, 0, piece.length);
                }
            }).isInstanceOf(TooLongException.class);
        }
    }

    @Test
    void anEventOverTheBoundEndsTheParseThoughItsLinesAreShort() {
        var reader = new EventStreamReader(new Events(), 1_000);
        var line = ("data: " + "x".repeat(94) + "\n").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> {
            for (int i = 0; i < 11; i++) {
                reader.feed(line, 0, line.length);
            }
        }).isInstanceOf(TooLongException.class);
    }

    @Test
    void eightMegabytesPass() throws Exception {
        var bytes = ("data:" + "x".repeat(EventStreamReader.MAX_BYTES - 5) + "\n\n").getBytes(StandardCharsets.UTF_8);
        assertThat(read(bytes, 5_000_000).getFirst()).hasSize(EventStreamReader.MAX_BYTES - 4);
    }

    @Test
    void theConsumerCanStopTheParse() throws Exception {
        var events = new ArrayList<String>();
        var reader = new EventStreamReader((_, data, offset, length, _) -> {
            events.add(new String(data, offset, length, StandardCharsets.UTF_8));
            return events.size() < 2;
        });
        var bytes = "data: a\n\ndata: b\n\ndata: c\n\ndata: d".getBytes(StandardCharsets.UTF_8);
        assertThat(reader.feed(bytes, 0, bytes.length)).isFalse();
        reader.finish();
        assertThat(events).containsExactly("a", "b");
    }
}
