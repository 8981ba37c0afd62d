package app.pitot.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.JsonText;
import app.pitot.ui.common.FxTest;
import java.nio.file.Path;
import javafx.application.ColorScheme;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JsonBoxTest extends FxTest {
    private JsonBox box;
    private javafx.stage.Stage stage;

    @BeforeEach
    void open() {
        stage = show(() -> {
            box = new JsonBox(JsonText.Kind.OBJECT, 3, 10);
            box.describe("Extra fields", "JSON sent as it is");
            box.promptTextProperty().set("{ }");
            var column = new VBox(8, box);
            column.setStyle("-fx-padding: 20;");
            return column;
        }, 420, 300);
        onFx(() -> box.requestFocus());
        pulses(2);
    }

    @Test
    void aProblemIsNamedWithItsPlaceAsItIsTyped() {
        assertThat(box.getProblem()).as("an empty box is no problem").isNull();
        type("{");
        assertThat(box.getProblem()).isNotNull();
        type("}");
        assertThat(box.getProblem()).isNull();
        onFx(() -> box.setText("{\n  \"a\": 1,\n  \"b\" 2\n}"));
        assertThat(box.getProblem().line()).isEqualTo(3);
        assertThat(box.getProblem().column()).isEqualTo(7);
        draw("json-problem");
    }

    @Test
    void aLongTextIsCheckedAtAPause() {
        onFx(() -> box.setText("[" + "1,".repeat(40_000) + "1]"));
        assertThat(comes(() -> box.getProblem() != null)).isTrue();
        onFx(() -> box.setText("{\"a\":[" + "1,".repeat(40_000) + "1]}"));
        assertThat(comes(() -> box.getProblem() == null)).isTrue();
    }

    @Test
    void formatIsOneStepBack() {
        onFx(() -> box.setText("{\"type\":\"object\",\"properties\":{\"n\":{\"type\":\"number\",\"minimum\":-1.5e3},"
                + "\"on\":{\"const\":true}}}"));
        onFx(box::format);
        assertThat(box.getText()).startsWith("{\n  \"type\": \"object\",\n");
        pulses(3);
        var strings = fx(() -> box.lookupAll(".code-string").size() + box.lookupAll(".code-attribute").size());
        assertThat(strings).as("what is coloured").isPositive();
        assertThat(fx(() -> box.lookupAll(".code-number").size())).isEqualTo(1);
        draw("json-formatted");
        press(KeyCode.SHORTCUT, KeyCode.Z);
        assertThat(box.getText()).startsWith("{\"type\":\"object\",");
    }

    private void draw(String name) {
        for (var scheme : ColorScheme.values()) {
            onFx(() -> desktop.set(scheme));
            pulses(3);
            write(snapshot(stage.getScene()), Path.of("target/editor/" + name + "-" + scheme + ".png"));
        }
    }
}
