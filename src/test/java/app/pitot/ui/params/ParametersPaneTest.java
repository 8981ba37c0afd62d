package app.pitot.ui.params;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.ChatParameters;
import app.pitot.api.ResponseFormat;
import app.pitot.api.ResponseFormat.Kind;
import app.pitot.history.MemoryHistory;
import app.pitot.history.Setup;
import app.pitot.ui.common.FxTest;
import app.pitot.ui.common.Jobs;
import app.pitot.ui.offer.ModelChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The pane on the Headless platform, worked as a user works it. */
class ParametersPaneTest extends FxTest {
    private static final String TOOLS = "[{\"type\":\"function\",\"function\":{\"name\":\"weather\"}}]";

    private final SimpleObjectProperty<ModelChoice> model = new SimpleObjectProperty<>();
    private final AtomicInteger closed = new AtomicInteger();
    private Parameters parameters;
    private PresetsModel presets;
    private ParametersPane pane;

    private void open(double height) {
        show(() -> {
            parameters = new Parameters();
            presets = new PresetsModel(new MemoryHistory(), new Jobs(Runnable::run, Runnable::run), parameters);
            pane = new ParametersPane(parameters, presets, model, new Random(1), closed::incrementAndGet);
            return pane;
        }, 300, height);
    }

    private <T extends Node> T named(Class<T> type, String name) {
        return type.cast(fx(() -> pane.lookupAll("*").stream()
                .filter(each -> type.isInstance(each) && name.equals(each.getAccessibleText())).findFirst()
                .orElseThrow(() -> new AssertionError("nothing is called " + name))));
    }

    private String text(TextField field) {
        return fx(field::getText);
    }

    private static boolean seen(Node node) {
        for (var each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private void fire(String name) {
        var button = named(Button.class, name);
        onFx(button::fire);
    }

    private void enter(String name, String text) {
        var field = named(TextField.class, name);
        onFx(() -> field.setText(text));
    }

    private List<String> words() {
        return fx(() -> pane.lookupAll(".label").stream().filter(ParametersPaneTest::seen)
                .map(each -> ((Labeled) each).getText()).toList());
    }

    @Test
    void sliderAndFieldGoTogetherAndBothGoBackToNothing() {
        open(600);
        var field = named(TextField.class, "Temperature");
        var slider = named(Slider.class, "Temperature, slider");
        assertThat(text(field)).isEmpty();
        onFx(field::requestFocus);
        type("0.7");
        assertThat(fx(() -> parameters.temperature().get())).isEqualTo(0.7);
        assertThat(fx(slider::getValue)).isEqualTo(0.35);
        onFx(slider::requestFocus);
        press(KeyCode.RIGHT);
        assertThat(fx(() -> parameters.temperature().get())).isEqualTo(0.75);
        assertThat(text(field)).isEqualTo("0.75");
        assertThat(words()).contains("Sent: temperature 0.75 · max tokens 2,048");
        fire("Take Temperature back to the provider's default");
        assertThat(fx(() -> parameters.temperature().get())).isNull();
        assertThat(text(field)).isEmpty();
        assertThat(words()).contains("Sent: max tokens 2,048");
    }

    @Test
    void whatCannotBeReadIsSaidAndChangesNothing() {
        open(600);
        var field = named(TextField.class, "Max tokens");
        onFx(() -> field.setText("many"));
        assertThat(fx(() -> parameters.maxTokens().get())).isEqualTo(2_048);
        assertThat(words()).anyMatch(each -> each.contains("A whole number from 1 up") && each.contains("2048"));
    }

    @Test
    void theSeedIsPickedAndStays() {
        open(600);
        fire("Pick one");
        var seed = fx(() -> parameters.seed().get());
        assertThat(seed).isBetween(0L, 999_999L);
        assertThat(text(named(TextField.class, "Seed"))).isEqualTo(seed.toString());
    }

    @Test
    void stopTextsAreUpToFourLines() {
        open(600);
        for (int i = 1; i <= 4; i++) {
            enter("Stop text " + i, "s" + i + "\\n");
        }
        assertThat(fx(() -> parameters.stop().get())).containsExactly("s1\n", "s2\n", "s3\n", "s4\n");
        assertThat(fx(() -> pane.lookupAll("*").stream().filter(each -> "Stop text 5".equals(each.getAccessibleText()))
                .count())).isZero();
        enter("Stop text 2", "");
        assertThat(fx(() -> parameters.stop().get())).containsExactly("s1\n", "s3\n", "s4\n");
    }

    @Test
    void theSchemaAppearsWithItsFormat() {
        open(600);
        assertThat(words()).doesNotContain("JSON schema");
        onFx(() -> parameters.format().set(Kind.SCHEMA));
        assertThat(words()).contains("Enter a schema, or choose another format.");
    }

    @Test
    void toolsAreOfferedAsAChoice() {
        open(600);
        onFx(() -> parameters.tools().set(TOOLS));
        pulses(1);
        var weather = fx(() -> pane.lookupAll(".toggle-button").stream().map(Labeled.class::cast)
                .filter(each -> each.getText().equals("weather")).findFirst().orElseThrow());
        onFx(() -> ((javafx.scene.control.ToggleButton) weather).fire());
        assertThat(fx(() -> parameters.current().toolChoice())).isEqualTo("weather");
        onFx(() -> ((javafx.scene.control.ToggleButton) weather).fire());
        assertThat(fx(() -> parameters.current().toolChoice())).isNull();
    }

    @Test
    void ignoredExtraFieldsAreNamed() {
        open(600);
        onFx(() -> parameters.extraBody().set("{\"max_tokens\": 1}"));
        assertThat(words()).contains("Not sent from here, since it is set elsewhere: max_tokens.");
    }

    @ParameterizedTest
    @EnumSource(value = ColorScheme.class)
    void nothingIsWiderThanThePaneAndAllCanBeReached(ColorScheme scheme) {
        onFx(() -> desktop.set(scheme));
        open(430);
        onFx(() -> parameters.show(new Setup("Answer in one sentence. No lists.", new ChatParameters(0.7, null, 2048,
                421_337L, List.of("\n\n", "END"), "low", new ResponseFormat(Kind.SCHEMA, "answer", "{\"type\": 1,}"),
                3, TOOLS, "weather", "{\"temperature\": 1}"), null, null)));
        onFx(presets::askName);
        pulses(3);
        var scroll = fx(() -> (ScrollPane) pane.lookup(".parameters-scroll"));
        var rows = fx(() -> (Region) scroll.getContent());
        assertThat(fx(rows::getHeight)).isGreaterThan(430);
        for (var each : fx(() -> List.copyOf(pane.lookupAll("*")))) {
            if (fx(() -> each.isVisible() && each.isManaged() && each.getStyleClass().contains("parameter"))) {
                var right = fx(() -> each.localToScene(each.getLayoutBounds()).getMaxX());
                assertThat(right).as(each.toString()).isLessThanOrEqualTo(300);
            }
        }
        for (int i = 0; i <= 4; i++) {
            double at = i / 4.0;
            onFx(() -> scroll.setVvalue(at));
            pulses(2);
            write(snapshot(fx(pane::getScene)), Path.of("target", "params", scheme + "-" + i + ".png"));
        }
    }

    @Test
    void aSmallerCapThatWouldDoIsOneClickAway() {
        open(600);
        var audit = new SimpleObjectProperty<app.pitot.quota.Audit>();
        onFx(() -> {
            pane.suggest(audit);
            audit.set(new app.pitot.quota.Audit(1_336, 410, 20, 600));
        });
        pulses(2);
        var set = fx(() -> pane.lookupAll(".button").stream().map(javafx.scene.control.Button.class::cast)
                .filter(each -> each.getText().equals("Set max tokens to 600")).findFirst().orElseThrow());
        onFx(set::fire);
        assertThat(fx(() -> parameters.maxTokens().get())).isEqualTo(600);
        onFx(() -> audit.set(new app.pitot.quota.Audit(1_336, 410, 20, null)));
        assertThat(fx(() -> set.getParent().isManaged())).isFalse();
    }
}
