package app.pitot.ui.controls;

import java.util.Arrays;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;

/** How evenly a reply arrived: a bar per slice of time, older ones paler; gaps show as dots on the ground line. */
public final class RhythmStrip extends Painted {
    private int[] bars = {};
    private boolean full;
    private boolean dimmed;

    public RhythmStrip() {
        super(1);
        getStyleClass().add("rhythm-strip");
        setAccessibleRole(AccessibleRole.TEXT);
    }

    /**
     * @param amounts oldest first, at most 64; copied
     * @param whole no more will come: few bars then fill the width
     */
    public void show(int[] amounts, boolean whole, boolean faded) {
        if (faded != dimmed || whole != full || !Arrays.equals(bars, amounts)) {
            bars = amounts.clone();
            full = whole;
            dimmed = faded;
            repaint();
        }
    }

    @Override
    protected void paint(GraphicsContext g, double w, double h, Inks inks) {
        g.setFill(inks.track());
        if (bars.length == 0) {
            g.fillRect(0, h - 1, w, 1);
            return;
        }
        var at = RhythmGeometry.of(bars, full, w, h, scale());
        for (var i = 0; i < at.x().length; i++) {
            var age = (i + 1.0) / at.x().length;
            g.setFill(Inks.alpha(inks.accent(), (0.4 + 0.6 * age) * (dimmed ? 0.5 : 1)));
            g.fillRect(at.x()[i], h - at.height()[i], at.width()[i], at.height()[i]);
            if (at.clipped()[i]) {
                cap(g, at.x()[i], at.width()[i], inks);
            }
        }
    }

    /** A bar that is taller than the strip says so: a gap, and its top in the colour of text. */
    private void cap(GraphicsContext g, double x, double w, Inks inks) {
        g.clearRect(x, 2, w, 2);
        g.setFill(Inks.alpha(inks.text(), dimmed ? 0.5 : 1));
        g.fillRect(x, 0, w, 2);
    }

    @Override
    protected double computePrefHeight(double width) {
        return 26;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 26;
    }
}
