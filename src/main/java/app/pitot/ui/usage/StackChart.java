package app.pitot.ui.usage;

import app.pitot.base.Texts;
import app.pitot.ui.controls.Axis;
import app.pitot.ui.controls.Inks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.beans.property.IntegerProperty;
import javafx.scene.canvas.GraphicsContext;

/** Amounts over time, stacked: the order is that of the legend, from the bottom up. */
final class StackChart extends SlotChart {
    private static final double ROOM = 1.06;
    /** What there was can be seen. */
    private static final double LEAST = 1;
    private Stack stack = new Stack(Unit.TOKENS, List.of());
    private Axis axis;

    StackChart(double height, IntegerProperty cursor, BiConsumer<Integer, Layer> open) {
        super(height, cursor, open);
        getStyleClass().add("stack-chart");
    }

    /** @param words all of it, for a screen reader */
    void show(Stack now, Bins bins, List<Mark> marks, String words) {
        stack = now;
        axis = axis(now);
        slots(bins, marks);
        summary(words);
        repaint();
    }

    private static Axis axis(Stack stack) {
        double peak = stack.peak();
        if (peak <= 0) {
            return null;
        }
        var even = Axis.even(0, peak * ROOM);
        // There is no half request.
        return stack.unit() == Unit.REQUESTS
                ? new Axis(even.min(), even.max(), false, even.ticks().stream().filter(tick -> tick % 1 == 0).toList())
                : even;
    }

    @Override
    Layer layer(int row) {
        return stack.layers().get(row);
    }

    @Override
    int rows() {
        return stack.layers().size();
    }

    @Override
    String value(int slot) {
        if (bins().get(slot).quiet()) {
            return Texts.get("usage.read.quiet");
        }
        var total = bins().get(slot).total();
        return stack.unit() == Unit.MONEY && total.priced() == 0 && total.taken() > 0
                ? Texts.get("usage.read.unpriced")
                : stack.words(stack.sum(slot), stack.estimated(slot));
    }

    @Override
    List<Reading.Line> lines(int slot, int chosen) {
        var lines = new ArrayList<Reading.Line>();
        // As they stand: the top one first.
        for (int i = stack.layers().size() - 1; i >= 0; i--) {
            var layer = stack.layers().get(i);
            if (layer.values()[slot] > 0 || i == chosen) {
                lines.add(new Reading.Line(layer.fill(), layer.name(), stack.figure(layer.values()[slot],
                        layer.estimated()[slot]), i == chosen));
            }
        }
        if (stack.unit() == Unit.MONEY) {
            var coverage = bins().get(slot).total().coverage();
            if (coverage != null && coverage < 1 && bins().get(slot).total().priced() > 0) {
                lines.add(new Reading.Line(null, Texts.get("usage.head.cost.coverage", HeadFigures.percent(coverage)),
                        "", false));
            }
        }
        return lines;
    }

    @Override
    int rowAt(int slot, double y, SlotGeometry at) {
        if (axis == null) {
            return -1;
        }
        double sum = 0;
        for (int i = 0; i < stack.layers().size(); i++) {
            double next = sum + stack.layers().get(i).values()[slot];
            if (next > sum && y <= at.y(axis.part(sum)) && y >= at.y(axis.part(next))) {
                return i;
            }
            sum = next;
        }
        return -1;
    }

    @Override
    Axis axis() {
        return axis;
    }

    @Override
    String nothing() {
        return Texts.get(stack.unit() == Unit.MONEY ? "usage.read.free" : "usage.read.quiet");
    }

    @Override
    String tick(double value) {
        return stack.unit().tick(value);
    }

    @Override
    void draw(GraphicsContext g, SlotGeometry at, Inks inks) {
        if (axis == null) {
            return;
        }
        // Layer by layer, so that colours change seldom and each pattern is one stroke.
        double w = at.bar();
        var sums = new double[bins().size()];
        var edges = new double[sums.length];
        Arrays.fill(edges, crisp(at.bottom()));
        for (var layer : stack.layers()) {
            g.setFill(colour(layer.fill(), inks));
            g.beginPath();
            for (int slot = 0; slot < sums.length; slot++) {
                double value = layer.values()[slot];
                if (value > 0) {
                    sums[slot] += value;
                    double bottom = edges[slot];
                    double top = Math.min(crisp(at.y(axis.part(sums[slot]))), bottom - LEAST);
                    edges[slot] = top;
                    double x = at.x(slot) - w / 2;
                    double left = w > 4 ? crisp(x) : x;
                    g.fillRect(left, top, w, bottom - top);
                    Hatch.add(g, layer.fill().pattern(), left, top, w, bottom - top);
                }
            }
            hatch(g, inks);
        }
    }
}
