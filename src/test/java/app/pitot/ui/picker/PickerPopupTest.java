package app.pitot.ui.picker;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.base.Clocks;
import app.pitot.store.Theme;
import app.pitot.ui.common.FxTest;
import app.pitot.ui.offer.OffersModel;
import app.pitot.ui.offer.SampleOffers;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/** The list as it opens, by keyboard and by mouse. */
class PickerPopupTest extends FxTest {
    private final SampleOffers samples = new SampleOffers();
    private final Clocks clocks = new Clocks(() -> 0, () -> SampleOffers.NOW);
    private final AtomicInteger allModels = new AtomicInteger();
    private final AtomicInteger connects = new AtomicInteger();
    private PickerModel picker;
    private Button anchor;

    private void open(double width, double height, Theme theme) {
        onFx(() -> {
            var offers = new OffersModel(samples.catalogue, samples.accounts(), Runnable::run);
            picker = new PickerModel(offers, clocks, Runnable::run, Runnable::run);
            var popup = new PickerPopup(picker, new PickerActions(connects::incrementAndGet,
                    allModels::incrementAndGet), () -> {});
            anchor = new Button("Open");
            anchor.setOnAction(_ -> popup.toggle(anchor));
            var root = new StackPane(anchor);
            StackPane.setAlignment(anchor, Pos.TOP_LEFT);
            var scene = new Scene(root, width, height);
            var themes = theme();
            themes.themeProperty().set(theme);
            themes.apply(scene);
            var stage = new Stage();
            stage.setScene(scene);
            stage.show();
        });
        pulses(2);
        click(anchor);
        pulses(3);
    }

    private Scene list() {
        return fx(() -> Window.getWindows().stream().filter(PopupWindow.class::isInstance).findFirst().orElseThrow()
                .getScene());
    }

    private boolean showing() {
        return fx(() -> Window.getWindows().stream().anyMatch(PopupWindow.class::isInstance));
    }

    private String selected() {
        var now = fx(() -> picker.selected().get());
        return now.account().name() + " " + now.model().id();
    }

    @Test
    void headingsAreStoodOverByTheArrowKeys() {
        open(1366, 768, Theme.DARK);
        press(KeyCode.DOWN);
        press(KeyCode.DOWN);
        press(KeyCode.DOWN);
        press(KeyCode.ENTER);
        assertThat(selected()).as("past the heading").isEqualTo("Groq openai/gpt-oss-120b");
        assertThat(showing()).isFalse();
    }

    @Test
    void typingNarrowsAndEnterTakesTheFirst() {
        open(1366, 768, Theme.DARK);
        type("sonnet");
        press(KeyCode.ENTER);
        assertThat(selected()).isEqualTo("OpenRouter anthropic/claude-sonnet-4.5");
    }

    @Test
    void theFootLeadsElsewhereAndCloses() {
        open(1366, 768, Theme.DARK);
        click(button("All models"));
        assertThat(allModels.get()).isEqualTo(1);
        assertThat(showing()).isFalse();
        click(anchor);
        click(button("Connect a provider"));
        assertThat(connects.get()).isEqualTo(1);
        click(anchor);
        click(button("Refresh"));
        assertThat(samples.catalogue.refreshed).contains("work!", "groq!");
        assertThat(showing()).isTrue();
    }

    @Test
    void everyThemeAndSizeIsPainted() {
        for (var theme : new Theme[]{Theme.DARK, Theme.LIGHT, Theme.CONTRAST}) {
            open(1366, 768, theme);
            write(snapshot(list()), Path.of("target/shots/picker-" + theme + ".png"));
            hide();
        }
        open(760, 520, Theme.DARK);
        write(snapshot(list()), Path.of("target/shots/picker-small.png"));
        type("gpt");
        write(snapshot(list()), Path.of("target/shots/picker-typed.png"));
        assertThat(list().getWidth()).isLessThanOrEqualTo(760);
    }

    @Test
    void aModelOfWhichNothingIsKnownTakesOneLine() {
        samples.catalogue.put(samples.router, "one", "two", "three");
        open(1366, 768, Theme.DARK);
        type("OpenRouter");
        pulses(2);
        var root = list().getRoot();
        var heights = fx(() -> root.lookupAll(".list-cell:filled").stream().map(ChoiceCell.class::cast)
                .filter(cell -> cell.getItem() instanceof PickerRow.Item).map(ChoiceCell::getHeight).toList());
        assertThat(heights).as("three known, and four typed").hasSize(7).allMatch(height -> height < 32);
        assertThat(labels()).contains("key");
        write(snapshot(list()), Path.of("target/shots/picker-ids.png"));
    }

    private String labels() {
        var root = list().getRoot();
        return fx(() -> root.lookupAll(".picker-group .label").stream().map(Label.class::cast)
                .map(Label::getText).toList()).toString();
    }

    private void hide() {
        onFx(() -> java.util.List.copyOf(Window.getWindows()).forEach(Window::hide));
    }

    private Button button(String text) {
        var root = list().getRoot();
        return fx(() -> root.lookupAll(".button").stream().map(Button.class::cast)
                .filter(each -> text.equals(each.getText())).findFirst().orElseThrow());
    }
}
