package app.pitot.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.pitot.api.JsonText.Kind;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTextTest {
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .configure(JsonParser.Feature.STRICT_DUPLICATE_DETECTION, true).build();

    /** In these, | stands for a line break and ' for a quote. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '~', value = {"~~; ANY; 1; 1; nothing here",
        "{'a':1; ANY; 1; 7; too early",
        "{'a':1,|  'b' 2}; ANY; 2; 7; colon", "[1 2]; ANY; 1; 4; comma", "{'a':1 'b':2}; ANY; 1; 8; closing brace",
        "{a:1}; ANY; 1; 2; name in double quotes", "{'a':1,}; ANY; 1; 8; name in double quotes",
        "[1,]; ANY; 1; 4; value is expected", "tru; ANY; 1; 1; value is expected", "[01]; ANY; 1; 2; number",
        "[1.]; ANY; 1; 2; number", "['a|b']; ANY; 1; 4; end of a line", "['\\x']; ANY; 1; 3; escape",
        "['\\u12']; ANY; 1; 3; escape", "['a; ANY; 1; 4; closing quote", "{}; ARRAY; 1; 1; list",
        "|[]; OBJECT; 2; 1; object", "{}|{}; ANY; 2; 1; nothing may follow",
        "{'a':1,'\\u0061':2}; ANY; 1; 8; a is in this object twice"})
    void saysWhatIsWrongAndWhere(String text, Kind kind, int line, int column, String words) {
        var json = text.replace('\'', '"').replace('|', '\n');
        var problem = JsonText.check(json, kind).orElseThrow();
        assertEquals(line + ":" + column, problem.line() + ":" + problem.column(), problem.message());
        assertTrue(problem.message().contains(words), problem.message());
        assertEquals(json.substring(0, problem.offset()).replaceAll("[^\n]", "").length() + 1, line);
    }

    @Test
    void takesWhatIsWell() {
        assertTrue(JsonText.check(" {\"a\": [1, -0.5e+3, true, null, \"x\\n\\u00e4\"]} ", Kind.OBJECT).isEmpty());
        assertTrue(JsonText.check("[]", Kind.ARRAY).isEmpty());
        assertTrue(JsonText.check("0", Kind.ANY).isEmpty());
        assertTrue(JsonText.check("[".repeat(100) + "]".repeat(100), Kind.ANY).isEmpty());
        assertTrue(JsonText.check("[".repeat(1_000_000), Kind.ANY).orElseThrow().message().contains("100"));
    }

    @Test
    void tellsWhereTheMembersStand() {
        var json = "{ \"a\\u0062\": [1, {\"c\":2}] , \"d\":null}";
        var members = new JsonCheck(json, Kind.OBJECT).members();
        assertEquals(2, members.size());
        assertEquals("ab", members.getFirst().name());
        assertEquals("[1, {\"c\":2}]", json.substring(members.getFirst().from(), members.getFirst().to()));
        assertEquals("null", json.substring(members.getLast().from(), members.getLast().to()));
    }

    @Test
    void agreesWithJacksonOnDamagedTexts() {
        var whole = "{\"name\":\"f\",\"n\":[0,-1.5e3,true,false,null,{}],\"t\":\"a\\n\\u00e9\\\"b\",\"o\":{\"x\":[[]]}}";
        var letters = "{}[]\",:\\u0123456789-+.eEtrufalsn \n\tax";
        var random = new SplittableRandom(7);
        var good = 0;
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder(whole);
            for (int n = random.nextInt(1, 4); n > 0; n--) {
                int at = random.nextInt(text.length());
                var letter = letters.charAt(random.nextInt(letters.length()));
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, letter);
                    default -> text.setCharAt(at, letter);
                }
            }
            var json = text.toString();
            good += accepts(json) ? 1 : 0;
            assertEquals(accepts(json), JsonText.check(json, Kind.ANY).isEmpty(), json);
        }
        assertTrue(good > 1_000, "only " + good);
    }

    private static boolean accepts(String json) {
        try {
            return !STRICT.readTree(json).isMissingNode();
        } catch (IOException e) {
            return false;
        }
    }
}
