package app.pitot.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.Test;

class RightToLeftTest extends FxTest {
    private static final String ARABIC = "اللغة العربية هي أكثر اللغات السامية تحدثا، وإحدى أكثر اللغات انتشارا في العالم. "
            .repeat(4);
    private static final String HEBREW = "השפה העברית היא שפה שמית ממשפחת השפות האפרו-אסייתיות. ".repeat(6);
    private static final List<String> TEXTS = List.of(ARABIC, HEBREW, "سلام".repeat(200),
            "The word " + ARABIC + " ends",
            "\u202eabc def ghi jkl ".repeat(20), "س" + " ".repeat(100) + "س", "شَّ".repeat(100), "𞤀𞤁𞤂 ".repeat(60),
            "١٢٣٤٥ ".repeat(80), "a\n" + ARABIC + "\nb");

    @Test
    void piecesWrapAtEveryWidth() {
        for (var text : TEXTS) {
            for (int width = 60; width <= 1_000; width += 20) {
                int wide = width;
                double height = fx(() -> new TextFlow(
                        RightToLeft.pieces(text).stream().map(Text::new).toArray(Text[]::new)).prefHeight(wide));
                assertThat(height).as(text.substring(0, 10) + " at " + width).isPositive();
            }
        }
    }

    @Test
    void labelsWrapAtEveryWidth() {
        for (var text : TEXTS) {
            for (int width = 60; width <= 1_000; width += 20) {
                int wide = width;
                double height = fx(() -> {
                    var label = new Text(RightToLeft.label(text));
                    label.setWrappingWidth(wide);
                    return label.getLayoutBounds().getHeight();
                });
                assertThat(height).as(text.substring(0, 10) + " at " + width).isPositive();
            }
        }
    }

    @Test
    void theTextStaysTheSame() {
        TEXTS.forEach(text -> {
            assertThat(String.join("", RightToLeft.pieces(text))).isEqualTo(text);
            assertThat(RightToLeft.label(text).replaceAll("[\u200e\u202b\u202c]", ""))
                    .isEqualTo(text.replaceAll("[\u200e\u202b\u202c]", ""));
        });
    }

    @Test
    void whatRunsFromLeftToRightIsOnePiece() {
        var text = "words, 123, émile, 漢字, 👍 and \u200b so on";
        assertThat(RightToLeft.pieces(text)).containsExactly(text);
        assertThat(RightToLeft.label(text)).isSameAs(text);
        assertThat(RightToLeft.pieces("")).containsExactly("");
    }

    @Test
    void onlyTheOtherDirectionIsCut() {
        assertThat(RightToLeft.pieces("one two שלום עליכם three four"))
                .containsExactly("one two ", "שלום ", "עליכם ", "three four");
    }

    @Test
    void whatIsMeasuredRunsFromLeftToRight() {
        assertThat(RightToLeft.any(RightToLeft.measurable(ARABIC))).isFalse();
        assertThat(RightToLeft.measurable(ARABIC)).hasSameSizeAs(ARABIC);
    }

    @Test
    void wordsAndFullStopsStandFromRightToLeftInEveryLine() {
        var hebrew = "אבג דהו. זחט יכל, מנס! עפצ קרש? תאב. ".repeat(3).strip();
        for (int width : new int[]{90, 140, 250, 400, 2_000}) {
            var lines = lines(hebrew, width);
            assertThat(lines.values().stream().mapToInt(List::size).sum()).isEqualTo(hebrew.length());
            lines.forEach((y, places) -> assertThat(places).as("line at " + y + " of " + width + " pixels")
                    .isSortedAccordingTo(Comparator.reverseOrder()));
        }
    }

    @Test
    void aSentenceTakesItsDirectionFromItsFirstLetter() {
        var mixed = "אבג one two דהו.";
        var line = lines(mixed, 2_000).values().iterator().next();
        assertThat(line.getLast()).as("the full stop stands at the left end").isEqualTo(Collections.min(line));
        assertThat(line.get(mixed.indexOf('w'))).as("Latin words read on").isGreaterThan(line.get(mixed.indexOf('o')));
        var latin = "one אבג. דהו two.";
        line = lines(latin, 2_000).values().iterator().next();
        assertThat(line.getLast()).as("the full stop stands at the right end").isEqualTo(Collections.max(line));
        assertThat(line.get(latin.indexOf('.'))).as("that of the Hebrew words left of the first of them")
                .isLessThan(line.get(latin.indexOf('א')));
    }

    /** Left edges of the characters, in the order of the text, by the top of their line. */
    private Map<Double, List<Double>> lines(String text, double width) {
        return fx(() -> {
            var flow = new TextFlow(RightToLeft.pieces(text).stream().map(Text::new).toArray(Text[]::new));
            flow.resize(width, flow.prefHeight(width));
            flow.layout();
            var lines = new TreeMap<Double, List<Double>>();
            for (int i = 0; i < text.length(); i++) {
                double x = Double.MAX_VALUE;
                double y = Double.MAX_VALUE;
                for (var element : flow.getRangeShape(i, i + 1, false)) {
                    x = Math.min(x, element instanceof MoveTo to ? to.getX() : ((LineTo) element).getX());
                    y = Math.min(y, element instanceof MoveTo to ? to.getY() : ((LineTo) element).getY());
                }
                lines.computeIfAbsent((double) Math.round(y), _ -> new ArrayList<>()).add(x);
            }
            return lines;
        });
    }
}
