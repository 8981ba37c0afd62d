package app.pitot.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.provider.Catalogue;
import app.pitot.ui.common.FxTest;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SecretFieldTest extends FxTest {
    private static final String KEY = "csk-0123456789abcdef4f2a";

    private final KeyEntryModel model = new KeyEntryModel(KeyEntryModel.Kind.KEY, Catalogue.shipped(), "cerebras");
    private SecretField field;
    private Stage stage;

    @BeforeEach
    void open() {
        stage = show(() -> {
            field = new SecretField(model, "Cerebras API key", "");
            return new StackPane(field);
        }, 500, 80);
        onFx(() -> field.requestFocus());
        type(KEY);
    }

    private String painted() {
        return fx(() -> field.field().lookupAll(".text").stream().filter(n -> n instanceof Text)
                .map(n -> ((Text) n).getText()).reduce("", String::concat));
    }

    private ToggleButton show() {
        return fx(() -> (ToggleButton) field.lookup(".toggle-button"));
    }

    @Test
    void whatIsTypedIsMaskedUntilTheUserAsksToSeeIt() {
        assertThat(fx(() -> model.usable().get())).isTrue();
        assertThat(painted()).doesNotContain("csk").contains("•");
        click(show());
        pulses(2);
        assertThat(painted()).contains(KEY);
        click(show());
        pulses(2);
        assertThat(painted()).doesNotContain("csk");
        assertThat(fx(() -> model.usable().get())).as("it is still there").isTrue();
    }

    @Test
    void neitherTheClipboardNorAScreenReaderGetsItEvenWhileItIsShown() {
        click(show());
        pulses(2);
        var copied = fx(() -> {
            var before = new ClipboardContent();
            before.putString("before");
            Clipboard.getSystemClipboard().setContent(before);
            field.field().selectAll();
            field.field().copy();
            field.field().cut();
            return Clipboard.getSystemClipboard().getString();
        });
        assertThat(copied).isEqualTo("before");
        assertThat(fx(() -> String.valueOf(field.field().queryAccessibleAttribute(AccessibleAttribute.TEXT))))
                .doesNotContain("csk");
        assertThat(fx(() -> field.field().getAccessibleText())).isEqualTo("Cerebras API key");
    }

    @Test
    void onceClearedItCannotBeBroughtBack() {
        onFx(model::clear);
        pulses(1);
        assertThat(fx(() -> field.field().getLength())).isZero();
        onFx(() -> field.field().undo());
        assertThat(fx(() -> field.field().getLength())).isZero();
        assertThat(fx(() -> model.secret())).isNull();
        assertThat(stage.isShowing()).isTrue();
    }
}
