package app.pitot.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
}
