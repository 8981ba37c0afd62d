package app.pitot.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Cuts for the screen: short enough, and gone from the text. */
class LongLinesTest {
    @Test
    void whatIsShortStaysTheSameObject() {
        var text = "one\ntwo";
        assertThat(LongLines.cut(text, 10, 10)).isSameAs(text);
        assertThat(LongLines.plain(text)).isSameAs(text);
        assertThat(LongLines.joined(text)).isSameAs(text);
    }

    @Test
    void lineEndsOfOtherSystemsBecomeLineFeeds() {
        assertThat(LongLines.plain("a\r\nb\rc\nd")).isEqualTo("a\nb\nc\nd");
    }

    @Test
    void noTextCanForgeACut() {
        assertThat(LongLines.joined(LongLines.plain("a\u2060\nb"))).isEqualTo("a\nb");
        assertThat(LongLines.joined(LongLines.plain("a\u2060\r\nb"))).isEqualTo("a\nb");
    }

    @Test
    void anyTextIsWholeAndInShortLinesAnywhereInALine() {
        var random = new Random(7);
        for (int round = 0; round < 300; round++) {
            var text = random(random, random.nextInt(30_000));
            int before = random.nextInt(LongLines.LONGEST + 1);
            int after = random.nextInt(LongLines.LONGEST + 1);
            var shown = LongLines.cut(text, before, after);
            assertThat(LongLines.joined(shown)).isEqualTo(text);
            var whole = "b".repeat(before) + shown + "a".repeat(after);
            assertThat(whole.lines()).allMatch(line -> line.length() <= LongLines.LONGEST + 1);
            assertThat(whole.lines()).noneMatch(LongLinesTest::endsInsideAPair);
        }
    }

    @Test
    void aCutStandsBehindASpaceIfThereIsOne() {
        var shown = LongLines.cut("word ".repeat(2_000), 0, 0);
        assertThat(shown.lines().limit(2)).allMatch(line -> line.endsWith("word \u2060"));
    }

    private static boolean endsInsideAPair(String line) {
        var text = line.replace("\u2060", "");
        return !text.isEmpty() && Character.isHighSurrogate(text.charAt(text.length() - 1));
    }

    private static String random(Random random, int length) {
        var text = new StringBuilder();
        while (text.length() < length) {
            switch (random.nextInt(400)) {
                case 0 -> text.append('\n');
                case 1 -> text.append(' ');
                case 2, 3 -> text.append("\ud83d\ude00");
                default -> text.append((char) ('a' + random.nextInt(26)));
            }
        }
        return text.toString();
    }
}
