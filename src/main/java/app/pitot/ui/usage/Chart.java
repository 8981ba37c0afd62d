package app.pitot.ui.usage;

import app.pitot.ui.controls.Inks;
import app.pitot.ui.controls.Painted;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** A picture of past use: its values are read with the pointer or the arrow keys, and it has the colours of groups. */
abstract class Chart extends Painted {
    private static final StyleablePropertyFactory<Chart> FACTORY = new StyleablePropertyFactory<>(List.of());
    private static final double LINE = 13.5;
    private static final double PAD = 7;
    private static final double SWATCH = 8;
    private static final double GAP = 14;
    private static final double READ = 11;

    private final List<StyleableProperty<Color>> series = new ArrayList<>();
    private final List<CssMetaData<? extends Styleable, ?>> styles;
    private final double height;
    private String summary = "";

    Chart(double height) {
        super(1);
        this.height = height;
        for (int i = 0; i < Fill.COLOURS; i++) {
            series.add(ink(i));
        }
        // Those of the painted are known only once one of them was made.
        styles = Stream.concat(super.getCssMetaData().stream(), FACTORY.getCssMetaData().stream()).toList();
        getStyleClass().addAll("usage-chart", "focus-ring");
        setAccessibleRole(AccessibleRole.TEXT);
        setFocusTraversable(true);
        setMinSize(0, height);
        setOnKeyPressed(this::pressed);
    }

    private StyleableProperty<Color> ink(int index) {
        var name = "series-" + (index + 1);
        StyleableProperty<Color> property = FACTORY.createStyleableColorProperty(this, name, "-pitot-ink-" + name,
                chart -> chart.series.get(index), Color.GRAY);
        ((ObservableValue<?>) property).addListener((_, _, _) -> repaint());
        return property;
    }

    /** What is read at the moment; null for nothing. */
    abstract Reading reading();

    /** @return true if the key was for this chart */
    abstract boolean key(KeyEvent event);

    private void pressed(KeyEvent event) {
        if (!event.isShortcutDown() && !event.isAltDown() && key(event)) {
            event.consume();
        }
    }

    /** @param words all of it, for a screen reader */
    final void summary(String words) {
        summary = words;
        say();
    }

    /** Tells a screen reader what is read now. */
    final void say() {
        var reading = isFocused() || isHover() ? reading() : null;
        setAccessibleText(reading == null ? summary : reading.spoken());
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    final double crisp(double at) {
        return Math.round(at * scale()) / scale();
    }

    final Color colour(Fill fill, Inks inks) {
        return switch (fill.tone()) {
            case SERIES -> series.get(fill.series()).getValue();
            case ACCENT -> inks.accent();
            case PALE -> Inks.alpha(inks.accent(), 0.55);
            case QUIET -> inks.faint();
            case WARN -> inks.amber();
            case BAD -> inks.red();
        };
    }

    /** Fills a rectangle, with its pattern where there is room for it. */
    final void fill(GraphicsContext g, Fill fill, double x, double y, double w, double h, Inks inks) {
        g.setFill(colour(fill, inks));
        g.fillRect(x, y, w, h);
        g.beginPath();
        Hatch.add(g, fill.pattern(), x, y, w, h);
        hatch(g, inks);
    }

    /** Strokes the path as patterns are. */
    static void hatch(GraphicsContext g, Inks inks) {
        g.setStroke(Inks.alpha(inks.raised(), 0.75));
        g.setLineWidth(1.25);
        g.stroke();
    }

    /** Writes what is read into a box beside {@code x}, inside the chart. */
    final void box(GraphicsContext g, Reading reading, double x, double y, double w, double h, Inks inks) {
        int room = Math.max(1, (int) ((h - 2 * PAD) / LINE) - 1);
        var lines = reading.atMost(room);
        double names = 0;
        double values = 0;
        for (var line : lines) {
            names = Math.max(names, (line.fill() == null ? 0 : SWATCH + 5) + width(line.name(), PLAIN, READ));
            values = Math.max(values, width(line.value(), STRONG, READ));
        }
        double head = width(reading.title(), STRONG, READ)
                + (reading.value().isEmpty() ? 0 : GAP + width(reading.value(), STRONG, READ));
        double width = Math.min(w, 2 * PAD + Math.max(head, names + (values == 0 ? 0 : GAP + values)));
        double height = 2 * PAD + LINE * (lines.size() + 1) - 1;
        double left = Math.clamp(x + 12 + width <= w ? x + 12 : x - 12 - width, 0, Math.max(0, w - width));
        double top = Math.clamp(y, 0, Math.max(0, h - height));
        g.setFill(inks.raised());
        g.fillRoundRect(left, top, width, height, 8, 8);
        g.setStroke(inks.muted());
        g.setLineWidth(1);
        g.strokeRoundRect(left + 0.5, top + 0.5, width - 1, height - 1, 8, 8);
        double at = top + PAD + LINE / 2 - 0.5;
        words(g, reading.title(), left + PAD, at, TextAlignment.LEFT, STRONG, READ, inks.text());
        words(g, reading.value(), left + width - PAD, at, TextAlignment.RIGHT, STRONG, READ, inks.text());
        for (var line : lines) {
            at += LINE;
            double name = left + PAD;
            if (line.fill() != null) {
                fill(g, line.fill(), name, at - SWATCH / 2, SWATCH, SWATCH, inks);
                name += SWATCH + 5;
            }
            words(g, line.name(), name, at, TextAlignment.LEFT, line.chosen() ? STRONG : PLAIN, READ,
                    line.chosen() ? inks.text() : inks.muted());
            words(g, line.value(), left + width - PAD, at, TextAlignment.RIGHT, STRONG, READ, inks.text());
        }
    }

    static void small(GraphicsContext g, String words, double x, double y, TextAlignment align, Color colour) {
        words(g, words, x, y, align, PLAIN, SMALL, colour);
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return styles == null ? super.getCssMetaData() : styles;
    }

    @Override
    protected double computePrefHeight(double width) {
        return height;
    }

    @Override
    protected double computePrefWidth(double h) {
        return 260;
    }
}
