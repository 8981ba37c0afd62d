package app.pitot.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.Wire;
import app.pitot.inspect.WireDifference.Change;
import app.pitot.inspect.WireDifference.Measure;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class WireDifferenceTest {
    private static Wire wire(String sent, String received, Long firstToken, Wire.Header... headers) {
        var out = sent.getBytes(StandardCharsets.UTF_8);
        var in = received.getBytes(StandardCharsets.UTF_8);
        return new Wire("POST", "u", List.of(headers), out, out.length, 200, null, List.of(headers), in, in.length,
                Wire.Arrivals.NONE, new Wire.Phases(null, null, null, null, null, null, null, null, null, firstToken,
                        null, null, 9L));
    }

    private static List<Change> sent(String before, String after) {
        return WireDifference.between(wire(before, "", null), wire(after, "", null)).sent().found();
    }

    @Test
    void bodiesAreToldApartByPath() {
        assertThat(sent("{\"a\":1,\"m\":[{\"c\":\"x\"},2],\"gone\":[1]}",
                "{\"m\":[{\"c\":\"y\"},2,{\"n\":3}],\"a\":1.0,\"new\":null}"))
                .containsExactly(new Change("m[0].c", "\"x\"", "\"y\""), new Change("m[2]", null, "{\"n\":3}"),
                        new Change("gone", "[1]", null), new Change("new", null, "null"));
        assertThat(sent("{\"a\":1}", "{ \"a\" : 1 }")).isEmpty();
        assertThat(sent("{\"a\":1}", "{\"a\":\"1\"}")).hasSize(1);
        assertThat(sent("{\"a\":1e999999999}", "{\"a\":1e999999998}")).hasSize(1);
    }

    @Test
    void whatIsNoJsonIsToldApartAsAWhole() {
        assertThat(sent("x", "x")).isEmpty();
        assertThat(sent("x", "y")).containsExactly(new Change("", "x", "y"));
        assertThat(sent("", "y")).containsExactly(new Change("", null, "y"));
    }

    @Test
    void thereAreNeverTooMany() {
        var many = WireDifference.between(wire("[" + "1,".repeat(2_000) + "1]", "", null),
                wire("[" + "2,".repeat(2_000) + "1]", "", null)).sent();
        assertThat(many.found()).hasSize(500);
        assertThat(many.more()).isTrue();
    }

    @Test
    void headersAreToldApartByNameInAnyCase() {
        var difference = WireDifference.between(
                wire("{}", "{\"error\":1}", 5L, new Wire.Header("A", "1"), new Wire.Header("B", "1"),
                        new Wire.Header("b", "2")),
                wire("{}", "{\"error\":2}", null, new Wire.Header("a", "1"), new Wire.Header("B", "1"),
                        new Wire.Header("C", "x\ny")));
        assertThat(difference.sentHeaders()).containsExactly(new Change("b", "1, 2", "1"),
                new Change("c", null, "x y"));
        assertThat(difference.headers()).isEqualTo(difference.sentHeaders());
        assertThat(difference.received().found()).containsExactly(new Change("error", "1", "2"));
        assertThat(difference.figures()).hasSize(Measure.values().length)
                .contains(new WireDifference.Figure(Measure.FIRST_TOKEN, 5L, null),
                        new WireDifference.Figure(Measure.END, 9L, 9L));
        assertThat(Measure.END.timed()).isTrue();
        assertThat(Measure.EVENTS.timed()).isFalse();
    }

    @Test
    void streamsAreOnlyCounted() {
        var difference = WireDifference.between(wire("{}", "data: {}\n\n", 1L),
                wire("{}", "data: {}\n\ndata: {}\n\n", 1L));
        assertThat(difference.received().found()).isEmpty();
        assertThat(difference.figures()).contains(new WireDifference.Figure(Measure.EVENTS, 1L, 2L));
    }
}
