package app.pitot.ui.instruments;

import app.pitot.ui.common.Describe;
import app.pitot.ui.controls.FigureLabel;
import app.pitot.ui.controls.GaugeBar;
import app.pitot.ui.controls.GaugeBar.Tone;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One gauge: title and figures, bar, and a line that says when it changes and where the number comes from. */
final class GaugeView extends VBox {
    private final Label tag = new Label();
    private final FigureLabel left = new FigureLabel("gauge-left");
    private final GaugeBar bar = new GaugeBar();
    private final Label word = new Label();
    private final Label wordAbove = new Label();
    private final FigureLabel next = new FigureLabel("text-secondary", "text-muted");
    private final FigureLabel source = new FigureLabel("text-secondary", "text-muted");
    private final Region dot = new Region();
    private final TitleRow titleRow = new TitleRow(tag, wordAbove, left);
    private final HBox line;
    private final Consumer<GaugeView> opened;
    private GaugeFace shown;

    /** @param opened called when the user wants to know more */
    GaugeView(Consumer<GaugeView> opened) {
        this.opened = opened;
        getStyleClass().addAll("gauge", "focus-ring");
        tag.getStyleClass().add("tag");
        for (var each : List.of(word, wordAbove)) {
            each.getStyleClass().addAll("text-small", "text-strong");
            each.setMinWidth(USE_PREF_SIZE);
        }
        dot.getStyleClass().add("dot");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        line = new HBox(4, word, next, gap, dot, source);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(titleRow, bar, line);
        // Pressed, it opens what stands behind its figures.
        setAccessibleRole(AccessibleRole.BUTTON);
        setFocusTraversable(true);
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
                requestFocus();
                opened.accept(this);
            }
        });
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                event.consume();
                opened.accept(this);
            }
        });
    }

    /** Null before anything was shown. */
    GaugeFace face() {
        return shown;
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.FIRE) {
            opened.accept(this);
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case VALUE, MIN_VALUE, MAX_VALUE -> bar.queryAccessibleAttribute(attribute, parameters);
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    void show(GaugeFace face) {
        if (face.equals(shown)) {
            return;
        }
        left.setText(face.left());
        bar.show(face.used(), face.refill(), face.held(), face.tone());
        tag.setText(face.tag() == null ? "" : face.tag());
        tag.setVisible(face.tag() != null);
        warn(word, face, !face.compact());
        warn(wordAbove, face, face.compact());
        titleRow.show(face.titles(), face.ofs(), face.most());
        next.setText(face.next());
        source.setText(face.source());
        shown(line, !face.compact());
        bar.setThin(face.compact());
        style(this, "binding", face.binding());
        style(this, "compact", face.compact());
        style(this, "stale", face.stale());
        style(tag, "text-bad", face.tone() == Tone.RED);
        style(tag, "text-warn", face.tone() != Tone.RED);
        style(dot, "good", face.firm() && !face.stale());
        style(dot, "hollow", !face.firm() || face.stale());
        setAccessibleText(face.spoken());
        if (shown == null || !shown.help().equals(face.help())) {
            setAccessibleHelp(face.help());
            Describe.tooltip(this, face.help());
        }
        shown = face;
    }

    private static void warn(Label word, GaugeFace face, boolean here) {
        word.setText(face.word() == null ? "" : face.word());
        shown(word, here && face.word() != null);
        style(word, "text-bad", face.tone() == Tone.RED);
        style(word, "text-warn", face.tone() == Tone.AMBER);
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
