package app.pitot.ui.controls;

import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** A bar for one window: used solid, coming refill lighter, held by requests in flight hatched. */
public final class GaugeBar extends Painted {
    private static final double HEIGHT = 8;
    private static final double THIN = 4;
    private static final double HATCH = 5;
    private static final double STEPS = 1_024;

    private Tone tone = Tone.NORMAL;
    private double used;
    private boolean thin;

    /** Which colour the bar wears; the words beside it say the same. */
    public enum Tone {
        NORMAL, AMBER, RED,
        /** The figure is too old to be trusted. */
        STALE,
        /** No figure is known: an empty track. */
        UNKNOWN
    }

    public GaugeBar() {
        super(3);
        getStyleClass().add("gauge-bar");
        setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
        aim(0, 0, 0);
    }

    /**
     * @param usedShare of the limit, 0 to 1
     * @param refillShare of the limit, the part of {@code usedShare} that comes back soon
     * @param heldShare of the limit, held by requests in flight
     */
    public void show(double usedShare, double refillShare, double heldShare, Tone newTone) {
        var same = newTone == tone && usedShare == used;
        if (newTone != tone) {
            tone = newTone;
            repaint();
        }
        used = Math.clamp(usedShare, 0, 1);
        aim(steps(used), steps(refillShare), steps(heldShare));
        if (!same) {
            notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
        }
    }

    /** In steps that nobody sees: a bar that moves by less is not painted again. */
    private static double steps(double share) {
        return Math.round(share * STEPS) / STEPS;
    }

    /** Half as high, for rows that must stand close together. */
    public void setThin(boolean on) {
        if (on != thin) {
            thin = on;
            requestLayout();
        }
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case VALUE -> used;
            case MIN_VALUE -> 0.0;
            case MAX_VALUE -> 1.0;
            case INDETERMINATE -> tone == Tone.UNKNOWN;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    @Override
    protected void paint(GraphicsContext g, double w, double h, Inks inks) {
        var colour = switch (tone) {
            case NORMAL -> inks.accent();
            case AMBER -> inks.amber();
            case RED -> inks.red();
            case STALE -> inks.muted();
            case UNKNOWN -> inks.track();
        };
        var edges = GaugeGeometry.of(w, eased(0), eased(1), eased(2), scale());
        g.save();
        rounded(g, w, h);
        g.clip();
        g.setFill(inks.track());
        g.fillRect(0, 0, w, h);
        if (tone != Tone.UNKNOWN) {
            g.setFill(colour);
            g.fillRect(0, 0, edges.solid(), h);
            g.setFill(Inks.alpha(colour, 0.55));
            g.fillRect(edges.solid(), 0, edges.coming() - edges.solid(), h);
            hatch(g, edges.coming(), edges.reserved(), h, colour);
        }
        g.restore();
    }

    private static void rounded(GraphicsContext g, double w, double h) {
        var r = Math.min(3, h / 2);
        g.beginPath();
        g.moveTo(r, 0);
        g.arcTo(w, 0, w, h, r);
        g.arcTo(w, h, 0, h, r);
        g.arcTo(0, h, 0, 0, r);
        g.arcTo(0, 0, w, 0, r);
        g.closePath();
    }

    /** Lines at 60° that stay where they are while the edges move. */
    private static void hatch(GraphicsContext g, double from, double to, double h, Color colour) {
        if (to <= from) {
            return;
        }
        g.save();
        g.beginPath();
        g.rect(from, 0, to - from, h);
        g.clip();
        g.setFill(Inks.alpha(colour, 0.2));
        g.fillRect(from, 0, to - from, h);
        g.setStroke(colour);
        g.setLineWidth(1.75);
        for (var x = Math.floor((from - h) / HATCH) * HATCH; x < to + h; x += HATCH) {
            g.strokeLine(x, h + 1, x + h * 0.6, -1);
        }
        g.restore();
    }

    @Override
    protected double computePrefHeight(double width) {
        return thin ? THIN : HEIGHT;
    }

    @Override
    protected double computeMinHeight(double width) {
        return thin ? THIN : HEIGHT;
    }

    @Override
    protected double computeMaxHeight(double width) {
        return thin ? THIN : HEIGHT;
    }
}
