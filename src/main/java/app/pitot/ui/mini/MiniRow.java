package app.pitot.ui.mini;

import app.pitot.ui.controls.FigureLabel;
import app.pitot.ui.controls.GaugeBar;
import app.pitot.ui.controls.GaugeBar.Tone;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Words above a bar. In the compact form the words behind the figure make room. */
final class MiniRow extends VBox {
    private final Label title = new Label();
    private final FigureLabel figure = new FigureLabel("figure-body");
    private final FigureLabel of = new FigureLabel("text-secondary", "text-muted");
    private final FigureLabel word = new FigureLabel("text-secondary");
    private final GaugeBar bar = new GaugeBar();
    private final HBox below;
    private final HBox above;

    MiniRow() {
        super(4);
        title.getStyleClass().addAll("text-secondary", "text-muted");
        title.setMinWidth(0);
        figure.setMinWidth(USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        above = new HBox(5, title, gap, figure, of);
        above.setAlignment(Pos.BASELINE_LEFT);
        below = new HBox(word);
        getChildren().addAll(above, bar, below);
    }

    void show(MiniFace.Row row) {
        title.setText(row.title());
        figure.setText(row.figure());
        of.setText(row.of());
        word.setText(row.word());
        tone(row.tone());
        bar.show(row.used(), row.refill(), row.held(), row.tone());
    }

    void setCompact(boolean on) {
        bar.setThin(on);
        of.setVisible(!on);
        of.setManaged(!on);
        below.setVisible(!on);
        below.setManaged(!on);
        setSpacing(on ? 2 : 4);
    }

    private void tone(Tone tone) {
        var wanted = switch (tone) {
            case AMBER -> "text-warn";
            case RED -> "text-bad";
            case NORMAL, STALE, UNKNOWN -> "text-muted";
        };
        if (!word.getStyleClass().contains(wanted)) {
            word.getStyleClass().removeAll(List.of("text-warn", "text-bad", "text-muted"));
            word.getStyleClass().add(wanted);
        }
    }
}
