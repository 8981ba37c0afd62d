package app.pitot.ui.compare.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.compare.Comparison;
import app.pitot.compare.Measure;
import app.pitot.compare.Runs;
import app.pitot.compare.Runs.Truth;
import app.pitot.ui.common.FxTest;
import app.pitot.ui.common.Jobs;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import javafx.application.ColorScheme;
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
            for (var size : List.of(new double[]{1298, 768}, new double[]{692, 520})) {
                var stage = open(size[0], size[1], run);
                var at = name + "-" + scheme.name().toLowerCase() + "-" + (int) size[0];
                write(snapshot(stage.getScene()), Path.of("target/pictures/" + at + ".png"));
                onFx(() -> model.expandedProperty().set(true));
                assertThat(comes(() -> model.resultsProperty().get().analyses().size() == 6)).isTrue();
                pulses(3);
                write(snapshot(stage.getScene()), Path.of("target/pictures/" + at + "-large.png"));
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
