package app.pitot.ui.instruments;

import app.pitot.ui.common.Describe;
import app.pitot.ui.controls.FigureLabel;
import app.pitot.ui.controls.GaugeBar;
import app.pitot.ui.controls.GaugeBar.Tone;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One gauge: title and figures, bar, and a line that says when it changes and where the number comes from. */
final class GaugeView extends VBox {
    private final Label title = new Label();
    private final Label tag = new Label();
    private final FigureLabel left = new FigureLabel("figure-body");
    private final FigureLabel of = new FigureLabel("text-secondary", "text-muted", "gauge-of");
    private final GaugeBar bar = new GaugeBar();
    private final Label word = new Label();
    private final FigureLabel next = new FigureLabel("text-secondary", "text-muted");
    private final FigureLabel source = new FigureLabel("text-secondary", "text-muted");
    private final Region dot = new Region();
    private final HBox line;
    private GaugeFace shown;

    GaugeView() {
        getStyleClass().addAll("gauge", "focus-ring");
        title.getStyleClass().addAll("text-strong", "text-body");
        title.setMinWidth(USE_PREF_SIZE);
        tag.getStyleClass().add("tag");
        word.getStyleClass().addAll("text-secondary", "text-strong");
        word.setMinWidth(USE_PREF_SIZE);
        dot.getStyleClass().add("dot");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        line = new HBox(5, word, next, gap, dot, source);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(new TitleRow(title, tag, left, of), bar, line);
        setAccessibleRole(AccessibleRole.TEXT);
        setFocusTraversable(true);
    }

    void show(GaugeFace face) {
        if (face.equals(shown)) {
            return;
        }
        title.setText(face.title());
        left.setText(face.left());
        of.setText(face.of());
        bar.show(face.used(), face.refill(), face.held(), face.tone());
        tag.setText(face.tag() == null ? "" : face.tag());
        tag.setVisible(face.tag() != null);
        word.setText(face.word() == null ? "" : face.word());
        shown(word, face.word() != null);
        next.setText(face.next());
        source.setText(face.source());
        shown(line, !face.compact());
        style(this, "binding", face.binding());
        style(this, "compact", face.compact());
        style(tag, "text-bad", face.tone() == Tone.RED);
        style(tag, "text-warn", face.tone() != Tone.RED);
        style(word, "text-bad", face.tone() == Tone.RED);
        style(word, "text-warn", face.tone() == Tone.AMBER);
        style(dot, "good", face.firm());
        style(dot, "hollow", !face.firm());
        setAccessibleText(face.spoken());
        if (shown == null || !shown.help().equals(face.help())) {
            setAccessibleHelp(face.help());
            Describe.tooltip(this, face.help());
        }
        shown = face;
    }

    private static void shown(Region node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }

    private static void style(Region node, String styleClass, boolean on) {
        if (on != node.getStyleClass().contains(styleClass)) {
            if (on) {
                node.getStyleClass().add(styleClass);
            } else {
                node.getStyleClass().remove(styleClass);
            }
        }
    }
}
