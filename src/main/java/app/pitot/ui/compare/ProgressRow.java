package app.pitot.ui.compare;

import app.pitot.base.Texts;
import app.pitot.ui.controls.FigureLabel;
import javafx.geometry.Pos;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** How far the run is, and how long it takes. */
final class ProgressRow extends HBox {
    private final FigureLabel at = new FigureLabel("text-muted", "progress-words");
    private final FigureLabel rest = new FigureLabel("text-muted", "progress-words");
    private final ProgressBar bar = new ProgressBar(0);

    ProgressRow(RunModel run) {
        super(10);
        getStyleClass().add("compare-progress");
        setAlignment(Pos.CENTER_LEFT);
        setFillHeight(false);
        bar.getStyleClass().add("thin");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setMinWidth(40);
        bar.setAccessibleText(Texts.get("compare.progress.name"));
        HBox.setHgrow(bar, Priority.ALWAYS);
        getChildren().addAll(at, bar, rest);
        run.progress().subscribe(this::show);
        visibleProperty().bind(run.state().map(state -> state != RunModel.State.NONE));
        managedProperty().bind(visibleProperty());
    }

    private void show(ProgressFace face) {
        at.setText(face.at());
        rest.setText(face.rest());
        bar.setProgress(face.share());
    }
}
