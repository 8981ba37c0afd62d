package app.pitot.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.ui.common.FxTest;
import java.nio.file.Path;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PromptBoxTest extends FxTest {
    private static final int MEGABYTE = 1_000_000;
    private PromptBox box;
    private Button next;
    private javafx.stage.Stage stage;

    @BeforeEach
    void open() {
        stage = show(() -> {
            box = new PromptBox(1.4, 10);
            box.describe("Your question", "Enter sends");
            box.promptTextProperty().set("Ask something");
            next = new Button("Next");
            var column = new VBox(8, box, next);
            column.setStyle("-fx-padding: 20;");
            return column;
        }, 760, 400);
        onFx(() -> box.requestFocus());
        pulses(2);
    }

    @Test
    void whatIsTypedIsTheTextAndTheOtherWayRound() {
        var draft = fx(() -> {
            var kept = new SimpleStringProperty("kept ");
            box.textProperty().bindBidirectional(kept);
            box.end();
            return kept;
        });
        type("word");
        assertThat(draft.get()).isEqualTo("kept word");
        onFx(() -> draft.set(""));
        assertThat(fx(() -> box.area().getText())).isEmpty();
        press(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(draft.get()).as("what another conversation had is not undone into this one").isEmpty();
    }

    @Test
    void undoAndRedo() {
        type("one");
        press(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(box.getText()).isEmpty();
        press(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.Z);
        assertThat(box.getText()).isEqualTo("one");
    }

    @Test
    void tabLeadsOutAndBack() {
        press(KeyCode.TAB);
        assertThat(fx(() -> next.isFocused())).isTrue();
        press(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(fx(() -> box.area().isFocused())).isTrue();
        assertThat(box.getText()).isEmpty();
    }

    @Test
    void growsWithItsLinesUpToTen() {
        var empty = fx(() -> box.getHeight());
        onFx(() -> box.setText("1\n2\n3\n4"));
        pulses(3);
        var four = fx(() -> box.getHeight());
        onFx(() -> box.setText("line\n".repeat(500)));
        pulses(3);
        var most = fx(() -> box.getHeight());
        assertThat(empty).isBetween(24.0, 34.0);
        assertThat(four).isBetween(4 * 19.0, 4 * 19.0 + 12);
        assertThat(most).isBetween(10 * 19.0, 10 * 19.0 + 16);
    }

    @Test
    void aScreenReaderLearnsNameTextAndCaret() {
        type("abc");
        onFx(() -> {
            var area = box.area();
            assertThat(area.getAccessibleRole()).isEqualTo(AccessibleRole.TEXT_AREA);
            assertThat(area.getAccessibleText()).isEqualTo("Your question");
            assertThat(((Label) area.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY)).getText())
                    .isEqualTo("Your question");
            assertThat(area.queryAccessibleAttribute(AccessibleAttribute.TEXT)).isEqualTo("abc");
            assertThat(area.queryAccessibleAttribute(AccessibleAttribute.EDITABLE)).isEqualTo(true);
            assertThat(area.queryAccessibleAttribute(AccessibleAttribute.CARET_OFFSET)).isEqualTo(3);
            box.setText("");
            assertThat(area.queryAccessibleAttribute(AccessibleAttribute.TEXT)).isEqualTo("Ask something");
        });
    }

    @Test
    void aPasteIsPlainText() {
        onFx(() -> {
            var content = new ClipboardContent();
            content.putHtml("<b>bold</b>");
            content.putString("bold\r\nline");
            Clipboard.getSystemClipboard().setContent(content);
        });
        press(KeyCode.SHORTCUT, KeyCode.V);
        assertThat(box.getText()).isEqualTo("bold\nline");
    }

    @Test
    void aMegabyteInOneLineStaysWholeAndInLinesThatALayoutTakes() {
        var line = "word ".repeat(MEGABYTE / 5);
        onFx(() -> box.insert(line));
        pulses(2);
        assertThat(box.getText().equals(line)).isTrue();
        type("end");
        assertThat(box.getText().equals(line + "end")).isTrue();
        assertThat(fx(() -> box.area().getParagraphs().stream().mapToInt(p -> p.length()).max().orElse(0)))
                .isLessThanOrEqualTo(LongLines.LONGEST + 1);
        press(KeyCode.SHORTCUT, KeyCode.A);
        press(KeyCode.SHORTCUT, KeyCode.C);
        assertThat(fx(() -> Clipboard.getSystemClipboard().getString()).equals(line + "end")).isTrue();
        press(KeyCode.BACK_SPACE);
        assertThat(box.getText()).isEmpty();
        press(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(box.getText().equals(line + "end")).isTrue();
    }

    @Test
    void deletingAtTheEdgesOfACutDeletesTheCharacterThere() {
        var line = "a".repeat(LongLines.LONGEST - 1) + "b" + "c" + "d".repeat(2_000);
        onFx(() -> {
            box.setText(line);
            box.area().moveTo(LongLines.LONGEST + LongLines.CUT.length());
            box.area().deletePreviousChar();
        });
        assertThat(box.getText()).isEqualTo(line.replace("b", ""));
        onFx(() -> {
            box.setText(line);
            box.area().moveTo(LongLines.LONGEST);
            box.area().deleteNextChar();
        });
        assertThat(box.getText()).isEqualTo(line.replace("c", ""));
    }

    @Test
    void linesJoinedByDeletingAreCutAnew() {
        var half = "x".repeat(3_000);
        onFx(() -> {
            box.setText(half + "\n" + half);
            box.area().moveTo(3_000);
            box.area().deleteNextChar();
        });
        assertThat(box.getText()).isEqualTo(half + half);
        onFx(() -> box.area().undo());
        assertThat(box.getText()).isEqualTo(half + "\n" + half);
        onFx(() -> box.area().redo());
        assertThat(box.getText()).isEqualTo(half + half);
    }

    @Test
    void looksLikeTheRestInBothThemes() {
        type("Draw me");
        for (var scheme : ColorScheme.values()) {
            onFx(() -> desktop.set(scheme));
            pulses(3);
            write(snapshot(stage.getScene()), Path.of("target/editor/prompt-" + scheme + ".png"));
        }
        onFx(() -> box.setText(""));
        pulses(3);
        write(snapshot(stage.getScene()), Path.of("target/editor/prompt-empty.png"));
    }
}
