package app.pitot.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.ui.common.FxTest;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.AccessibleAttribute;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

/** Painted controls paint when something changed, and only then. */
class StillnessTest extends FxTest {
    private final AtomicInteger paints = new AtomicInteger();
    private Counting control;

    private final class Counting extends Painted {
        Counting() {
            super(1);
        }

        @Override
        protected void paint(GraphicsContext g, double w, double h, Inks inks) {
            paints.incrementAndGet();
        }

        @Override
        protected double computePrefHeight(double width) {
            return 20;
        }
    }

    private void open() {
        show(() -> new VBox(control = new Counting()), 200, 100);
        paints.set(0);
    }

    @Test
    void paintsOnceForManyChangesInOnePulse() {
        reducedMotion.set(true);
        open();
        onFx(() -> {
            for (var i = 0; i < 50; i++) {
                control.aim(i);
            }
        });
        pulses(3);
        assertThat(paints).hasValue(1);
        pulses(5);
        assertThat(paints).hasValue(1);
        assertThat(fx(control::moving)).isFalse();
    }

    @Test
    void easesAndThenRests() {
        reducedMotion.set(false);
        open();
        onFx(() -> control.aim(1));
        onFx(() -> control.aim(2));
        assertThat(fx(control::moving)).isTrue();
        for (var i = 0; i < 100 && fx(control::moving); i++) {
            pulses(1);
        }
        assertThat(fx(control::moving)).isFalse();
        assertThat(fx(() -> control.eased(0))).isEqualTo(2);
    }

    @Test
    void leavingTheSceneStopsIt() {
        reducedMotion.set(false);
        open();
        onFx(() -> {
            control.aim(1);
            control.aim(2);
            ((VBox) control.getParent()).getChildren().clear();
        });
        assertThat(fx(control::moving)).isFalse();
    }

    @Test
    void whatLeavesTheSceneOnItsWayAndComesBackHasArrived() {
        reducedMotion.set(false);
        open();
        onFx(() -> {
            control.aim(1);
            control.aim(2);
            var parent = (VBox) control.getParent();
            parent.getChildren().clear();
            parent.getChildren().add(control);
        });
        pulses(2);
        assertThat(fx(() -> control.eased(0))).isEqualTo(2);
        paints.set(0);
        onFx(() -> control.aim(2));
        pulses(2);
        assertThat(paints).as("nothing new").hasValue(0);
    }

    @Test
    void aGaugeTellsItsValueToAScreenReader() {
        onFx(() -> {
            var bar = new GaugeBar();
            bar.show(0.42, 0, 0, GaugeBar.Tone.NORMAL);
            assertThat(bar.queryAccessibleAttribute(AccessibleAttribute.VALUE)).isEqualTo(0.42);
            bar.show(0, 0, 0, GaugeBar.Tone.UNKNOWN);
            assertThat(bar.queryAccessibleAttribute(AccessibleAttribute.INDETERMINATE)).isEqualTo(true);
        });
    }

    @Test
    void aChangingNumberKeepsItsWidth() {
        var label = fx(() -> new FigureLabel("figure-large"));
        show(() -> new VBox(label), 300, 100);
        var widths = new double[2];
        onFx(() -> label.setText("1,111"));
        pulses(2);
        widths[0] = fx(label::getWidth);
        onFx(() -> label.setText("8,848"));
        pulses(2);
        widths[1] = fx(label::getWidth);
        assertThat(widths[0]).isEqualTo(widths[1]).isGreaterThan(60);
    }
}
