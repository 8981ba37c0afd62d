package app.pitot.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PrettyJsonTest {
    private static PrettyJson of(String body) {
        return PrettyJson.of(body.getBytes(StandardCharsets.UTF_8), false, 100_000);
    }

    @Test
    void jsonHasALineForEachMember() throws Exception {
        var json = "{\"a\":[1,2.50e400,{\"b\":\"ü\\n\\\"\"},[],{}],\"c\":null,\"d\":{\"e\":true},\"f\":[[1],[{}]]}";
        var pretty = of(json);
        assertThat(pretty.text()).isEqualTo("""
                {
                  "a": [
                    1,
                    2.50e400,
                    {
                      "b": "ü\\n\\""
                    },
                    [],
                    {}
                  ],
                  "c": null,
                  "d": {
                    "e": true
                  },
                  "f": [
                    [
                      1
                    ],
                    [
                      {}
                    ]
                  ]
                }""");
        assertThat(pretty.json()).isTrue();
        assertThat(pretty.whole()).isTrue();
        assertThat(new ObjectMapper().readTree(pretty.text())).isEqualTo(new ObjectMapper().readTree(json));
    }

    @Test
    void whatIsNoJsonIsTextAsItStands() {
        assertThat(of("<html>\r\n  <p>Bad</p>\t")).isEqualTo(new PrettyJson("<html>\n  <p>Bad</p>\t", false, true));
        assertThat(of("{} {}").json()).isFalse();
        assertThat(of("")).isEqualTo(new PrettyJson("", false, true));
        assertThat(of("{\"a\":").text()).isEqualTo("{\"a\":");
        assertThat(PrettyJson.of(new byte[]{'a', (byte) 0xFF, 'b', 0}, false, 10).text()).isEqualTo("a\uFFFDb\uFFFD");
    }

    @Test
    void whatHidesOrTurnsIsWrittenOut() {
        assertThat(of("{\"a\":\"x\u202ey\u200bz\\u0007\"}").text()).contains("x\\u202ey\\u200bz\\u0007");
        assertThat(of("a\u202eb").text()).isEqualTo("a\uFFFDb");
    }

    @Test
    void itIsBoundedAndSaysSo() {
        var long1 = PrettyJson.of(("[" + "1,".repeat(100_000) + "1]").getBytes(StandardCharsets.UTF_8), false, 1_000);
        assertThat(long1.text()).hasSize(1_000);
        assertThat(long1.whole()).isFalse();
        var text = PrettyJson.of("ä".repeat(5_000).getBytes(StandardCharsets.UTF_8), false, 1_000);
        assertThat(text.text()).hasSize(1_000);
        assertThat(text.whole()).isFalse();
        var cut = PrettyJson.of("{\"a\":1,\"b\":[1,2,".getBytes(StandardCharsets.UTF_8), true, 1_000);
        assertThat(cut.json()).isTrue();
        assertThat(cut.whole()).isFalse();
        assertThat(cut.text()).startsWith("{\n  \"a\": 1,\n  \"b\": [\n    1,\n    2");
    }

    @Test
    void picturesAreShortened() {
        var pretty = of("{\"url\":\"data:image/png;base64," + "A".repeat(10_000) + "\"}");
        assertThat(pretty.text()).hasSizeLessThan(200).contains("data:image/png;base64,AAAA", "10,022");
    }

    @Test
    void itNeverFails() {
        var random = new SplittableRandom(5);
        for (int i = 0; i < 2_000; i++) {
            var body = new byte[random.nextInt(60)];
            random.nextBytes(body);
            if (body.length > 0 && i % 2 == 0) {
                body[0] = '{';
            }
            assertThat(PrettyJson.of(body, i % 3 == 0, 50).text().length()).isLessThanOrEqualTo(50);
        }
        assertThat(of("[".repeat(100_000)).json()).isFalse();
    }
}
