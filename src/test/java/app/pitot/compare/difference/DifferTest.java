package app.pitot.compare.difference;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.compare.difference.Difference.Grain;
import app.pitot.compare.difference.Piece.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DifferTest {
    private static Difference rebuilt(String before, String after) {
        var difference = Differ.between(before, after);
        assertThat(difference.before()).isEqualTo(before);
        assertThat(difference.after()).isEqualTo(after);
        return difference;
    }

    private static String marks(String before, String after) {
        return rebuilt(before, after).pieces().stream().map(piece -> switch (piece.kind()) {
            case SAME -> piece.text();
            case REMOVED -> "[-" + piece.text() + "]";
            case ADDED -> "[+" + piece.text() + "]";
        }).collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, value = {
        "a red fox|a red fox|a red fox", "a red fox|a brown fox|a [-red][+brown] fox",
        "a fox|a quick fox|a [+quick ]fox", "one two three|four five six|[-one two three][+four five six]",
        "it is so.|it is so!|it is so[-.][+!]", "我喜欢茶|我喜欢咖啡|我喜欢[-茶][+咖啡]",
        "naive cafe|naive cafe\u0301|naive [-cafe][+cafe\u0301]", "سلام دنیا|سلام جهان|سلام [-دنیا][+جهان]",
        "ok \uD83D\uDE80 go|ok \uD83D\uDE81 go|ok [-\uD83D\uDE80][+\uD83D\uDE81] go",
        "\uD83D\uDC4D\uD83C\uDFFB|\uD83D\uDC4D\uD83C\uDFFF|[-\uD83D\uDC4D\uD83C\uDFFB][+\uD83D\uDC4D\uD83C\uDFFF]"})
    void marksWords(String before, String after, String marks) {
        assertThat(marks(before, after)).isEqualTo(marks);
    }

    @Test
    void paragraphsStayApart() {
        assertThat(marks("one\n\ntwo", "un\n\ndeux")).isEqualTo("[-one][+un]\n\n[-two][+deux]");
    }

    @Test
    void nothingAndSomething() {
        assertThat(marks("", "")).isEmpty();
        assertThat(marks("", "all new")).isEqualTo("[+all new]");
        assertThat(marks("all gone", "")).isEqualTo("[-all gone]");
        assertThat(Differ.between("", "").common()).isNull();
        assertThat(Differ.between("...", "").common()).isNull();
    }

    @Test
    void commonIsAShareOfTheWordsOfBoth() {
        assertThat(Differ.between("a b c d", "a b c d").common()).isEqualTo(1);
        assertThat(Differ.between("a b c d", "e f g h").common()).isZero();
        assertThat(Differ.between("a b c d", "a b").common()).isEqualTo(2.0 * 2 / 6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83D", "\uDE80\uD83D", "a\uD83D \uDE80b", "\u0301\u0301x", "\u200D\u200D", "\0\r\n\t",
        "\u202Eabc\u202C ابج", "👩‍👩‍👧 👩‍👧", "\n\n\n", "é e\u0301"})
    void hostileTextsAreRebuilt(String text) {
        rebuilt(text, "");
        rebuilt("", text);
        rebuilt(text, text + "x");
        rebuilt("x" + text + " y", text + text);
    }

    @Test
    void whateverIsWrittenIsRebuiltWithTheFewestChanges() {
        var random = new Random(7);
        for (int i = 0; i < 3_000; i++) {
            var before = words(random, random.nextInt(14));
            var after = words(random, random.nextInt(14));
            rebuilt(String.join("", before), String.join("", after));
            var a = numbers(before);
            var b = numbers(after);
            var common = new Common(a, b, Long.MAX_VALUE);
            assertThat(common.find()).isTrue();
            assertThat(count(common.inA())).isEqualTo(count(common.inB())).isEqualTo(longest(a, b));
            assertThat(chosen(a, common.inA())).isEqualTo(chosen(b, common.inB()));
        }
    }

    @Test
    void aHundredThousandWordsWithNothingInCommonTakeFewSteps() {
        var before = IntStream.range(0, 100_000).mapToObj(i -> "a" + i).collect(Collectors.joining(" "));
        var after = IntStream.range(0, 100_000).mapToObj(i -> "b" + i).collect(Collectors.joining("\n"));
        var difference = rebuilt(before, after);
        assertThat(difference.steps()).isLessThan(1_000_000);
        assertThat(difference.common()).isZero();
    }

    @Test
    void aHundredThousandWordsInAnotherOrderStayUnderTheBound() {
        var words = IntStream.range(0, 100_000).mapToObj(i -> "w" + i % 5_000)
                .collect(Collectors.toCollection(ArrayList::new));
        var before = "the same beginning " + String.join(" ", words) + " and end";
        Collections.shuffle(words, new Random(1));
        var difference = rebuilt(before, "the same beginning " + String.join(" ", words) + " and end");
        assertThat(difference.grain()).isEqualTo(Grain.WHOLE);
        assertThat(difference.pieces()).extracting(Piece::kind).containsExactly(Kind.SAME, Kind.REMOVED, Kind.ADDED,
                Kind.SAME);
        // Beside the bound only what grows with the length: a row of it may be filled before the bound is looked at.
        assertThat(difference.steps()).isLessThan(2 * Differ.MOST_STEPS + 2_000_000);
    }

    @Test
    void tooManyWordsAreComparedByLines() {
        var random = new Random(5);
        var lines = IntStream.range(0, 400).mapToObj(i -> i + " w" + random.nextInt(9) + " v" + random.nextInt(9))
                .collect(Collectors.toCollection(ArrayList::new));
        var other = new ArrayList<>(lines);
        for (int i = 0; i < other.size(); i += 2) {
            other.set(i, "v" + random.nextInt(9) + " w" + random.nextInt(9));
        }
        var exact = Differ.between(String.join("\n", lines), String.join("\n", other), Long.MAX_VALUE);
        assertThat(exact.grain()).isEqualTo(Grain.WORDS);
        var coarse = Differ.between(String.join("\n", lines), String.join("\n", other), exact.steps() / 2);
        assertThat(coarse.grain()).isEqualTo(Grain.LINES);
        assertThat(coarse.before()).isEqualTo(String.join("\n", lines));
        assertThat(coarse.after()).isEqualTo(String.join("\n", other));
        assertThat(coarse.pieces()).anyMatch(piece -> piece.kind() == Kind.SAME);
    }

    @Test
    void wordsAreCounted() {
        assertThat(Words.count("")).isZero();
        assertThat(Words.count("two words.")).isEqualTo(2);
        assertThat(Words.count("我喜欢")).isEqualTo(3);
        assertThat(Words.count("  – … \n")).isZero();
    }

    private static List<String> words(Random random, int count) {
        return IntStream.range(0, count).mapToObj(i -> List.of("a", " ", "b", "\n", ".", "c").get(random.nextInt(6)))
                .toList();
    }

    private static int[] numbers(List<String> words) {
        return words.stream().mapToInt(String::hashCode).toArray();
    }

    private static int count(boolean[] flags) {
        return (int) IntStream.range(0, flags.length).filter(i -> flags[i]).count();
    }

    private static List<Integer> chosen(int[] of, boolean[] flags) {
        return IntStream.range(0, of.length).filter(i -> flags[i]).mapToObj(i -> of[i]).toList();
    }

    /** By the book: a table of all pairs. */
    private static int longest(int[] a, int[] b) {
        var best = new int[a.length + 1][b.length + 1];
        for (int i = 1; i <= a.length; i++) {
            for (int k = 1; k <= b.length; k++) {
                best[i][k] = a[i - 1] == b[k - 1]
                        ? best[i - 1][k - 1] + 1
                        : Math.max(best[i - 1][k], best[i][k - 1]);
            }
        }
        return best[a.length][b.length];
    }
}
