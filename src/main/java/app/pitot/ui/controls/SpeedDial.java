package app.pitot.ui.controls;

import java.util.Objects;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** The dial of the output speed: arc, the model's own median as a mark outside it, and the figure in the middle. */
public final class SpeedDial extends Painted {
    private static final String[] LABELS = {"10", "100", "1k", "10k"};

    private final FigureLabel figure = new FigureLabel("figure-large");
    private final Label unit = new Label();
    private final FigureLabel note = new FigureLabel("text-secondary");
    private Double median;
    private boolean known;
    private boolean dimmed;

    public SpeedDial() {
        super(1);
        setAccessibleRole(AccessibleRole.TEXT);
        getStyleClass().addAll("speed-dial", "focus-ring");
        unit.getStyleClass().addAll("text-secondary", "text-muted");
        getChildren().addAll(figure, unit, note);
        aim(0);
    }

    /**
     * Shows a speed.
     *
     * @param tokensPerSecond null if unknown: no arc
     * @param text the figure as written, never null
     * @param quiet true if the figure is an estimate or of earlier: it is then written in the muted tone
     * @param faded true if the arc belongs to the past: it is then drawn thinner in colour
     */
    public void show(Double tokensPerSecond, String text, boolean quiet, boolean faded) {
        figure.setText(text);
        tone(figure, "text-muted", quiet);
        if (known != (tokensPerSecond != null) || dimmed != faded) {
            known = tokensPerSecond != null;
            dimmed = faded;
            repaint();
        }
        aim(known ? DialGeometry.fraction(tokensPerSecond) : 0);
    }

    /** The unit under the figure. */
    public void setUnit(String text) {
        unit.setText(text);
    }

    /** A short line in the opening of the arc, or null. */
    public void setNote(String text, boolean warning) {
        note.setText(text == null ? "" : text);
        tone(note, "text-warn", warning);
        tone(note, "text-muted", !warning);
    }

    /** The model's own median speed, marked outside the arc; null for no mark. */
    public void setMedian(Double tokensPerSecond) {
        if (!Objects.equals(median, tokensPerSecond)) {
            median = tokensPerSecond;
            repaint();
        }
    }

    private static void tone(FigureLabel label, String styleClass, boolean on) {
        var has = label.getStyleClass().contains(styleClass);
        if (on && !has) {
            label.getStyleClass().add(styleClass);
        } else if (!on && has) {
            label.getStyleClass().remove(styleClass);
        }
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        var dial = DialGeometry.fit(getWidth(), getHeight());
        var top = centre(figure, dial.centreY() - 9 - figure.prefHeight(-1) / 2);
        centre(unit, top - 2);
        centre(note, dial.centreY() + dial.radius() / 2 - note.prefHeight(-1) + 3);
    }

    private double centre(Region node, double top) {
        var w = node.prefWidth(-1);
        var h = node.prefHeight(-1);
        node.resizeRelocate(snapPositionX((getWidth() - w) / 2), snapPositionY(top), w, h);
        return top + h;
    }

    @Override
    protected void paint(GraphicsContext g, double w, double h, Inks inks) {
        var dial = DialGeometry.fit(w, h);
        var r = dial.radius();
        g.setLineCap(StrokeLineCap.ROUND);
        g.setLineWidth(DialGeometry.STROKE);
        g.setStroke(inks.track());
        arc(g, dial, 1);
        if (known) {
            g.setStroke(dimmed ? Inks.alpha(inks.accent(), 0.4) : inks.accent());
            arc(g, dial, eased(0));
        }
        ticks(g, dial, inks);
        if (median != null) {
            var at = DialGeometry.fraction(median);
            g.setStroke(inks.text());
            g.setLineWidth(2.5);
            g.strokeLine(dial.x(at, r + 6), dial.y(at, r + 6), dial.x(at, r + 13), dial.y(at, r + 13));
        }
    }

    private static void arc(GraphicsContext g, DialGeometry d, double fraction) {
        g.strokeArc(d.centreX() - d.radius(), d.centreY() - d.radius(), 2 * d.radius(), 2 * d.radius(),
                DialGeometry.START, -DialGeometry.SWEEP * fraction, ArcType.OPEN);
    }

    private static void ticks(GraphicsContext g, DialGeometry dial, Inks inks) {
        var r = dial.radius();
        g.setLineCap(StrokeLineCap.BUTT);
        g.setLineWidth(1.25);
        g.setStroke(inks.faint());
        for (var i = 0; i <= 6; i++) {
            var at = i / 6.0;
            g.strokeLine(dial.x(at, r - 9), dial.y(at, r - 9), dial.x(at, r - (i % 2 == 0 ? 14 : 12)),
                    dial.y(at, r - (i % 2 == 0 ? 14 : 12)));
        }
        g.setFill(inks.muted());
        g.setFont(Font.font("Inter", 9.5));
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        for (var i = 0; i < LABELS.length; i++) {
            var at = i / 3.0;
            var side = i == 0 || i == 3;
            g.fillText(LABELS[i], dial.x(at, r - 23), dial.y(at, r - 23) + (side ? -1 : 0));
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return 160;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 268;
    }
}
