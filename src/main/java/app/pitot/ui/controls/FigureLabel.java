package app.pitot.ui.controls;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * One line of text whose digits stand on equal advances, so that a number can change without anything beside it moving.
 * Use it wherever figures change. Font and tone come from the stylesheet's type classes.
 */
public final class FigureLabel extends Region {
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper(this, "text", "");
    private final List<Text> glyphs = new ArrayList<>();
    private List<String> runs = List.of();
    private Font measured;
    private double cell;

    public FigureLabel(String... styleClasses) {
        getStyleClass().add("figure");
        getStyleClass().addAll(styleClasses);
        setAccessibleRole(AccessibleRole.TEXT);
        // Even an empty label knows its font and so its height.
        glyph(0);
    }

    /** Never null. */
    public String getText() {
        return text.get();
    }

    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /** Shows {@code value}; only glyphs that differ are touched. */
    public void setText(String value) {
        if (value.equals(text.get())) {
            return;
        }
        text.set(value);
        setAccessibleText(value);
        runs = TabularLayout.runs(value);
        for (var i = 0; i < Math.max(runs.size(), glyphs.size()); i++) {
            var glyph = glyph(i);
            var run = i < runs.size() ? runs.get(i) : "";
            if (!glyph.getText().equals(run)) {
                glyph.setText(run);
            }
        }
        requestLayout();
    }

    private Text glyph(int i) {
        if (i == glyphs.size()) {
            var glyph = new Text();
            glyph.getStyleClass().add("figure-glyph");
            glyph.setTextOrigin(VPos.TOP);
            glyph.setManaged(false);
            glyph.fontProperty().addListener((_, _, _) -> requestLayout());
            glyphs.add(glyph);
            getChildren().add(glyph);
        }
        return glyphs.get(i);
    }

    /** How wide this label would be with another text, in pixels. */
    public double widthOf(String value) {
        var others = TabularLayout.runs(value);
        var probe = new Text();
        probe.setFont(glyphs.getFirst().getFont());
        var widths = new double[others.size()];
        for (var i = 0; i < widths.length; i++) {
            probe.setText(others.get(i));
            widths[i] = probe.getLayoutBounds().getWidth();
        }
        var end = TabularLayout.positions(others, widths, digitCell())[others.size()];
        return Math.ceil(snappedLeftInset() + end + snappedRightInset());
    }

    private double digitCell() {
        var font = glyphs.getFirst().getFont();
        if (!font.equals(measured)) {
            measured = font;
            cell = digitAdvance(font);
        }
        return cell;
    }

    private double[] positions() {
        var widths = new double[runs.size()];
        for (var i = 0; i < widths.length; i++) {
            widths[i] = glyphs.get(i).getLayoutBounds().getWidth();
        }
        return TabularLayout.positions(runs, widths, digitCell());
    }

    /** The median: nearly what the font's own tabular figures take, and the few wider digits live on their bearings. */
    private static double digitAdvance(Font font) {
        var widths = new double[10];
        var probe = new Text();
        probe.setFont(font);
        for (var digit = '0'; digit <= '9'; digit++) {
            probe.setText(String.valueOf(digit));
            widths[digit - '0'] = probe.getLayoutBounds().getWidth();
        }
        Arrays.sort(widths);
        return (widths[4] + widths[5]) / 2;
    }

    @Override
    protected void layoutChildren() {
        var x = positions();
        for (var i = 0; i < runs.size(); i++) {
            glyphs.get(i).relocate(snappedLeftInset() + x[i], snappedTopInset());
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.ceil(snappedLeftInset() + positions()[runs.size()] + snappedRightInset());
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMaxWidth(double height) {
        return computePrefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.ceil(snappedTopInset() + glyphs.getFirst().getLayoutBounds().getHeight() + snappedBottomInset());
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    public double getBaselineOffset() {
        return snappedTopInset() + glyphs.getFirst().getBaselineOffset();
    }
}
