package app.pitot.ui.controls;

import java.util.Arrays;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;

/** How evenly a reply arrived: a bar per slice of time, older ones paler; gaps show as dots on the ground line. */
public final class RhythmStrip extends Painted {
    private int[] bars = {};
    private boolean dimmed;

    public RhythmStrip() {
        super(1);
        getStyleClass().add("rhythm-strip");
        setAccessibleRole(AccessibleRole.TEXT);
    }

    /** @param amounts oldest first, at most 64; copied */
    public void show(int[] amounts, boolean faded) {
        if (faded != dimmed || !Arrays.equals(bars, amounts)) {
            bars = amounts.clone();
            dimmed = faded;
            repaint();
        }
    }

    @Override
    void paint(GraphicsContext g, double w, double h, Inks inks) {
        g.setFill(inks.track());
        if (bars.length == 0) {
            g.fillRect(0, h - 1, w, 1);
            return;
        }
        var at = RhythmGeometry.of(bars, w, h, scale());
        for (var i = 0; i < at.x().length; i++) {
            var age = (i + 1.0) / at.x().length;
            g.setFill(Inks.alpha(inks.accent(), (0.4 + 0.6 * age) * (dimmed ? 0.5 : 1)));
            g.fillRect(at.x()[i], h - at.height()[i], at.barWidth(), at.height()[i]);
        }
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
