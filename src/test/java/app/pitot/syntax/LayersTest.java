package app.pitot.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LayersTest {
    private static Layers layers(String code) {
        return Layers.of(code, Syntax.of("java").orElseThrow().runs(code));
    }

    @Test
    void eachKindHasATextWithItsPartsAtTheirPlaces() {
        var layers = layers("var x = \"a\";\n\n\treturn 1; // b\n");
        assertThat(layers.plain()).isEqualTo("    x =    ;\n\n\t        ; ");
        assertThat(layers.coloured()).containsEntry(Kind.KEYWORD, "var\n\n\treturn")
                .containsEntry(Kind.STRING, "        \"a\"").containsEntry(Kind.NUMBER, "\n\n\t       1")
                .containsEntry(Kind.COMMENT, "\n\n\t          // b");
        assertThat(layers.apart()).isEmpty();
    }

    @Test
    void whatFollowsCharactersOfAnotherWidthComesApart() {
        var layers = layers("var 名 = 1; // 中\nvar y;");
        assertThat(layers.coloured()).containsEntry(Kind.KEYWORD, "var\nvar").doesNotContainKey(Kind.NUMBER);
        assertThat(layers.apart()).extracting(Layers.Bit::text).contains("1", "// 中");
    }

    @Test
    void aLineFromRightToLeftStaysOnePart() {
        var layers = layers("var x = \"שלום\"; // y\nvar z;");
        assertThat(layers.plain()).startsWith("var x = \"שלום\"; // y");
        assertThat(layers.coloured()).containsOnlyKeys(Kind.KEYWORD).containsEntry(Kind.KEYWORD, "\nvar");
    }

    @Test
    void everyVisibleCharacterIsDrawnExactlyOnceAtItsPlace() {
        var random = new Random(3);
        var parts = new String[]{"\n", " ", "\t", "var", "\"a b\"", "// c", "/* d\n e */", "f(", "1", ";", "é", "名",
            "😀", "א"};
        for (int round = 0; round < 300; round++) {
            var code = new StringBuilder();
            while (code.length() < 200) {
                code.append(parts[random.nextInt(parts.length)]);
            }
            var layers = layers(code.toString());
            var drawn = new StringBuilder(code);
            for (int i = 0; i < drawn.length(); i++) {
                drawn.setCharAt(i, Character.isWhitespace(drawn.charAt(i)) ? drawn.charAt(i) : ' ');
            }
            var sheets = new ArrayList<>(List.of(layers.plain()));
            sheets.addAll(layers.coloured().values());
            for (var sheet : sheets) {
                lay(sheet, code.toString(), drawn);
            }
            for (var bit : layers.apart()) {
                write(bit.text(), bit.from(), drawn);
            }
            assertThat(drawn.toString()).isEqualTo(code.toString());
        }
    }

    @Test
    void manyPartsApartBecomeOneForTheRestOfTheLine() {
        var layers = layers("名 " + "1 x ".repeat(5_000));
        assertThat(layers.apart()).hasSizeLessThanOrEqualTo(200);
    }

    private static void lay(String sheet, String code, StringBuilder drawn) {
        var lines = code.split("\n", -1);
        var parts = sheet.split("\n", -1);
        int start = 0;
        for (int i = 0; i < parts.length; i++) {
            write(parts[i], start, drawn);
            start += lines[i].length() + 1;
        }
    }

    private static void write(String part, int at, StringBuilder drawn) {
        for (int i = 0; i < part.length(); i++) {
            if (!Character.isWhitespace(part.charAt(i))) {
                assertThat(drawn.charAt(at + i)).isEqualTo(' ');
                drawn.setCharAt(at + i, part.charAt(i));
            }
        }
    }
}
