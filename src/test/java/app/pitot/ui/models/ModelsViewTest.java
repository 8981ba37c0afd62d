package app.pitot.ui.models;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.base.Clocks;
import app.pitot.store.Theme;
import app.pitot.ui.common.FxTest;
import app.pitot.ui.offer.ModelChoice;
import app.pitot.ui.offer.OffersModel;
import app.pitot.ui.offer.SampleOffers;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/** The table as it is worked: keyboard, mouse, sorting, widths, empty states. */
class ModelsViewTest extends FxTest {
    private final SampleOffers samples = new SampleOffers();
    private final Clocks clocks = new Clocks(() -> 0, () -> SampleOffers.NOW);
    private final AtomicReference<ModelChoice> used = new AtomicReference<>();
    private final List<Runnable> later = new ArrayList<>();
    private OffersModel offers;
    private ModelsModel model;
    private ModelsView view;
    private Scene scene;

    private void open(double width, double height, Theme theme) {
        onFx(() -> {
            offers = new OffersModel(samples.catalogue, samples.accounts(), Runnable::run);
            model = new ModelsModel(offers, clocks, ZoneOffset.UTC, Runnable::run, Runnable::run);
            view = new ModelsView(model, used::set, () -> {}, new SimpleBooleanProperty(true),
                    (_, work) -> later.add(work));
            scene = new Scene(view, width, height);
            var themes = theme();
            themes.themeProperty().set(theme);
            themes.apply(scene);
            var stage = new Stage();
            stage.setScene(scene);
            stage.show();
            view.focusFilter();
        });
        pulses(3);
    }

    private TableView<?> table() {
        return (TableView<?>) scene.lookup(".models-table");
    }

    private void shot(String name) {
        pulses(2);
        write(snapshot(scene), Path.of("target/shots/" + name + ".png"));
    }

    @Test
    void typingDownAndEnterUseAModelWithoutAMouse() {
        open(1000, 640, Theme.DARK);
        type("sonnet");
        press(KeyCode.DOWN);
        press(KeyCode.ENTER);
        assertThat(used.get().model().id()).isEqualTo("anthropic/claude-sonnet-4.5");
    }

    @Test
    void escapeEmptiesTheFilterAndCopyPutsTheIdOnTheClipboard() {
        open(1000, 640, Theme.DARK);
        type("sonnet");
        press(KeyCode.ESCAPE);
        assertThat(fx(() -> model.filter().get())).isEmpty();
        press(KeyCode.DOWN);
        press(KeyCode.SHORTCUT, KeyCode.C);
        assertThat(fx(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("gpt-oss-120b");
        assertThat(labels()).contains("Copied");
        onFx(() -> later.forEach(Runnable::run));
        assertThat(labels()).contains("Copy id").doesNotContain("Copied");
    }

    @Test
    void aClickOnAHeaderSortsAndTheChosenRowStaysChosen() {
        open(1000, 640, Theme.DARK);
        press(KeyCode.DOWN);
        var header = fx(() -> scene.getRoot().lookupAll(".column-header").stream()
                .filter(node -> node.lookup(".label") instanceof Labeled label && label.getText().startsWith("Out"))
                .findFirst().orElseThrow());
        sortBy(header);
        assertThat(fx(() -> model.sort().get())).isEqualTo(new ModelsQuery.Sort(Column.PRICE_OUT, true));
        assertThat(fx(() -> table().getSelectionModel().getSelectedItem())).isInstanceOfSatisfying(ModelChoice.class,
                chosen -> assertThat(chosen.model().id()).isEqualTo("gpt-oss-120b"));
        sortBy(header);
        assertThat(fx(() -> model.sort().get().ascending())).isFalse();
        sortBy(header);
        assertThat(fx(() -> model.sort().get())).isNull();
    }

    @Test
    void noSideScrollingAtTheUsualWidths() {
        for (var width : new int[]{692, 998, 1298}) {
            open(width, 520, Theme.DARK);
            var bars = fx(() -> scene.getRoot().lookupAll(".models-table .scroll-bar").stream()
                    .map(ScrollBar.class::cast)
                    .filter(bar -> bar.getOrientation() == Orientation.HORIZONTAL && bar.isVisible()).count());
            assertThat(bars).as(width + " px").isZero();
        }
    }

    @Test
    void everythingThatTakesTheFocusAndEveryRowHasAName() {
        open(1298, 742, Theme.DARK);
        press(KeyCode.DOWN);
        assertThat(fx(() -> nameless(scene.getRoot()))).isEmpty();
        var rows = fx(() -> scene.getRoot().lookupAll(".table-row-cell:filled").stream().map(Node::getAccessibleText)
                .toList());
        assertThat(rows).isNotEmpty().allMatch(text -> text != null && text.length() > 20);
    }

    @Test
    void theEmptyStatesSayWhatWillStandHere() {
        open(998, 640, Theme.DARK);
        onFx(() -> offers.setAccounts(List.of()));
        assertThat(labels()).contains("No account yet");
        shot("models-empty");
        onFx(() -> offers.setAccounts(samples.accounts()));
        onFx(() -> model.filter().set("xyz"));
        assertThat(labels()).contains("No model passes these filters");
        var clear = fx(() -> scene.getRoot().lookupAll(".models-empty .button").stream().findFirst().orElseThrow());
        click(clear);
        assertThat(fx(() -> model.rows().size())).isGreaterThan(20);
    }

    @Test
    void everyThemeAndSizeIsPainted() {
        for (var theme : new Theme[]{Theme.DARK, Theme.LIGHT, Theme.CONTRAST}) {
            open(998, 742, theme);
            press(KeyCode.DOWN);
            shot("models-" + theme);
        }
        open(692, 494, Theme.DARK);
        press(KeyCode.DOWN);
        shot("models-small");
        open(1298, 742, Theme.LIGHT);
        onFx(() -> model.hideRetired().set(false));
        onFx(() -> ((ToggleButton) scene.lookup(".changes-strip .toggle-button")).fire());
        press(KeyCode.DOWN);
        press(KeyCode.DOWN);
        press(KeyCode.DOWN);
        shot("models-wide");
        assertThat(labels()).contains("Work: + qwen-3.8-27b");
    }

    /** As a click does; the Headless platform's own clicks all count as ones for a context menu. */
    private void sortBy(Node header) {
        onFx(() -> {
            for (var type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED)) {
                var down = type == MouseEvent.MOUSE_PRESSED;
                header.fireEvent(new MouseEvent(type, 9, 9, 9, 9, MouseButton.PRIMARY, 1, false, false, false, false,
                        down, false, false, true, false, true, null));
            }
        });
        pulses(1);
    }

    private List<String> labels() {
        pulses(1);
        return fx(() -> Stream.of(".label", ".button").flatMap(css -> scene.getRoot().lookupAll(css).stream())
                .map(Labeled.class::cast).map(Labeled::getText).toList());
    }

    private static List<String> nameless(Node node) {
        var found = new ArrayList<String>();
        boolean named = node.getAccessibleText() != null && !node.getAccessibleText().isBlank()
                || node instanceof Button button && !button.getText().isBlank();
        if (node.isFocusTraversable() && node.isVisible() && !named) {
            found.add(node.toString());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(nameless(child)));
        }
        return found;
    }
}
