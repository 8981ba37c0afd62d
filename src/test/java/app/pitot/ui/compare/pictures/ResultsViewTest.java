package app.pitot.ui.compare.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.compare.Comparison;
import app.pitot.compare.Measure;
import app.pitot.compare.Runs;
import app.pitot.compare.Runs.Truth;
import app.pitot.ui.common.FxTest;
import app.pitot.ui.common.Jobs;
import app.pitot.ui.controls.TableTwin;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.HashSet;
import java.util.Set;
import app.pitot.store.Theme;
import javafx.application.ColorScheme;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

class ResultsViewTest extends FxTest {
    private ResultsModel model;

    @Test
    void threeLanes() {
        look("three", Runs.rounds(9, Runs.three()));
    }

    @Test
    void eightLanes() {
        look("eight", Runs.rounds(12, Runs.eight()));
    }

    @Test
    void twoLanesOneFarSlower() {
        look("slow", Runs.rounds(12, List.of(Truth.of("Cerebras", "gpt-oss-120b", 120, 2_900), Truth.of("Local",
                "gpt-oss-120b", 9_000, 29))));
    }

    @Test
    void aLaneWithoutValues() {
        look("refused", Runs.refused(Runs.rounds(12, Runs.three()), 1));
    }

    @Test
    void aRace() {
        look("race", Runs.race(Runs.three()));
    }

    @Test
    void nothingYet() {
        look("begun", Runs.begun(Runs.three()));
    }

    @Test
    void thePointerAndTheArrowKeysReadSingleValues() {
        var run = Runs.rounds(9, Runs.three());
        var stage = open(1298, 768, run);
        var strips = fx(() -> (Picture) stage.getScene().getRoot().lookup(".strips"));
        assertThat(fx(strips::getAccessibleText)).startsWith("Output speed, every round. A: median ");
        onFx(strips::requestFocus);
        press(KeyCode.RIGHT);
        assertThat(fx(strips::reading)).startsWith("A, median of 9: ").contains("; half of them ");
        press(KeyCode.RIGHT);
        assertThat(fx(strips::reading)).startsWith("A, round 1: ").endsWith(" tokens/s");
        assertThat(fx(strips::getAccessibleText)).isEqualTo(fx(strips::reading));
        press(KeyCode.DOWN);
        assertThat(fx(strips::reading)).startsWith("B, ");
        press(KeyCode.END);
        assertThat(fx(strips::reading)).startsWith("C, round 9: ");
        write(snapshot(stage.getScene()), Path.of("target/pictures/read-strips.png"));
        var waterfall = fx(() -> (Picture) stage.getScene().getRoot().lookup(".waterfall"));
        var spot = fx(() -> waterfall.spots(waterfall.getWidth(), waterfall.getHeight()).getFirst());
        moveTo(waterfall, spot.middleX(), spot.middleY());
        assertThat(fx(waterfall::reading)).isEqualTo("A, queue: 60 ms, by the provider's clock");
        write(snapshot(stage.getScene()), Path.of("target/pictures/read-waterfall.png"));
    }

    @Test
    void theMeasureIsPickedAboveItsPicture() {
        var stage = open(1298, 768, Runs.rounds(9, Runs.three()));
        var picker = fx(() -> (MeasurePicker) stage.getScene().getRoot().lookup(".picker-title"));
        onFx(() -> picker.getItems().get(Measure.TOTAL.ordinal()).fire());
        pulses(2);
        assertThat(fx(() -> model.measureProperty().get())).isEqualTo(Measure.TOTAL);
        var strips = fx(() -> (Picture) stage.getScene().getRoot().lookup(".strips"));
        assertThat(fx(() -> strips.spots(300, 120).getFirst().words())).endsWith(" ms").doesNotContain("tokens");
    }

    @Test
    void aTableIsCopiedAsSpreadsheetsTakeIt() {
        var stage = open(1298, 768, Runs.rounds(9, Runs.three()));
        onFx(() -> model.expandedProperty().set(true));
        pulses(3);
        var figures = fx(() -> (TableTwin) stage.getScene().getRoot().lookupAll(".figures-table").stream().toList()
                .getLast());
        onFx(() -> {
            figures.requestFocus();
            figures.getSelectionModel().selectRange(0, 2);
        });
        press(KeyCode.CONTROL, KeyCode.C);
        var lines = fx(() -> Clipboard.getSystemClipboard().getString()).split("\n");
        assertThat(lines).hasSize(3);
        assertThat(lines[0]).startsWith("Measure\tLane\tAccount and model\tMedian\t");
        assertThat(lines[1]).contains("\tA\tCerebras gpt-oss-120b\t");
    }

    @Test
    void escapeLeadsBackToTheLanes() {
        var stage = open(1298, 768, Runs.rounds(9, Runs.three()));
        var open = fx(() -> (Button) stage.getScene().getRoot().lookup(".results-compact .button.small"));
        click(open);
        assertThat(fx(() -> model.expandedProperty().get())).isTrue();
        press(KeyCode.ESCAPE);
        assertThat(fx(() -> model.expandedProperty().get())).isFalse();
    }

    @Test
    void highContrastReachesThePictures() {
        var stage = open(1298, 768, Runs.rounds(9, Runs.three()));
        onFx(() -> {
            var theme = theme();
            theme.themeProperty().set(Theme.CONTRAST);
            theme.apply(stage.getScene());
        });
        pulses(3);
        write(snapshot(stage.getScene()), Path.of("target/pictures/three-contrast.png"));
        var strips = fx(() -> (Picture) stage.getScene().getRoot().lookup(".strips"));
        var image = fx(() -> strips.snapshot(null, null));
        assertThat(colours(image)).as("white letters, light blue dots").contains(0xffffffff);
    }

    private static Set<Integer> colours(Image image) {
        var found = new HashSet<Integer>();
        for (var y = 0; y < image.getHeight(); y++) {
            for (var x = 0; x < image.getWidth(); x++) {
                found.add(image.getPixelReader().getArgb(x, y));
            }
        }
        return found;
    }

    @Test
    void picturesAreFilesTwiceAsFine() {
        var stage = open(1298, 768, Runs.rounds(9, Runs.three()));
        var file = PictureFile.of(Runs.rounds(9, Runs.three()), Measure.OUTPUT_SPEED);
        for (var scheme : ColorScheme.values()) {
            onFx(() -> desktop.set(scheme));
            for (var kind : PictureFile.Kind.values()) {
                var image = fx(() -> file.paint(kind, stage.getScene(), ZoneOffset.UTC));
                assertThat(image.getWidth()).isEqualTo(kind == PictureFile.Kind.ALL ? 2_360 : 1_520);
                write(image, Path.of("target/pictures/file-" + kind + "-" + scheme + ".png"));
            }
        }
    }

    private void look(String name, Comparison run) {
        for (var scheme : ColorScheme.values()) {
            onFx(() -> desktop.set(scheme));
            for (var size : List.of(new double[]{1298, 768}, new double[]{692, 520},
                    new double[]{692, 740})) {
                var stage = open(size[0], size[1], run);
                var at = name + "-" + scheme.name().toLowerCase() + "-" + (int) size[0] + "x"
                        + (int) size[1];
                write(snapshot(stage.getScene()), Path.of("target/pictures/" + at + ".png"));
                onFx(() -> model.expandedProperty().set(true));
                assertThat(comes(() -> model.resultsProperty().get().analyses().size() == 6)).isTrue();
                pulses(3);
                write(snapshot(stage.getScene()), Path.of("target/pictures/" + at + "-large.png"));
                onFx(() -> stage.getScene().getRoot().lookupAll(".toggle-button").stream()
                        .map(ToggleButton.class::cast).filter(each -> each.getText().equals("Table"))
                        .forEach(ToggleButton::fire));
                pulses(3);
                write(snapshot(stage.getScene()), Path.of("target/pictures/" + at + "-tables.png"));
                onFx(() -> stage.getScene().getRoot().lookupAll(".results-large > .scroll-pane")
                        .forEach(each -> ((ScrollPane) each).setVvalue(1)));
                pulses(3);
                write(snapshot(stage.getScene()), Path.of("target/pictures/" + at + "-tables-end.png"));
                onFx(stage::hide);
            }
        }
    }

    private Stage open(double w, double h, Comparison run) {
        model = fx(() -> new ResultsModel(new Jobs(Runnable::run, Runnable::run)));
        var stage = show(() -> {
            var view = new ResultsView(model);
            var lanes = new Region();
            lanes.getStyleClass().add("surface");
            lanes.visibleProperty().bind(view.expandedProperty().not());
            lanes.managedProperty().bind(lanes.visibleProperty());
            VBox.setVgrow(lanes, Priority.ALWAYS);
            VBox.setVgrow(view, Priority.SOMETIMES);
            var page = new VBox(12, lanes, view);
            page.setStyle("-fx-padding: 12 18 12 18; -fx-background-color: -pitot-bg;");
            return page;
        }, w, h);
        onFx(() -> model.show(run));
        pulses(3);
        return stage;
    }
}
