package app.pitot.ui.transcript;

import app.pitot.syntax.Layers;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/** Code without wrapping; what is too wide scrolls sideways together with the other pieces of its block. */
final class CodePane extends Region implements Selectable {
    private static final double SIDE = 12;
    private static final double END = 9;
    private static final double BAR = 3;

    private final CodeGroup group;
    private final Text text = new Text();
    private final Region bar = new Region();
    private final CodeInk ink = new CodeInk(getChildren());
    private final CodePainter painter;
    private final Rectangle clip = new Rectangle();
    private final ChangeListener<Number> moved = (property, was, is) -> requestLayout();
    private boolean begins;
    private boolean ends;

    CodePane(CodeGroup group, BlockRow row) {
        this.group = group;
        this.painter = group.colours() == null
                ? null
                : new CodePainter(code -> group.colours(row, code), this::coloured);
        text.getStyleClass().add("code-text");
        bar.getStyleClass().add("code-scroll");
        bar.setVisible(false);
        setMinWidth(0);
        setClip(clip);
        getChildren().addAll(text, bar);
        group.offset().addListener(moved);
        group.widest().addListener(moved);
        addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    }

    void show(String code, boolean begins, boolean ends) {
        this.begins = begins;
        this.ends = ends;
        var lines = code.endsWith("\n") ? code.substring(0, code.length() - 1) : code;
        if (!lines.equals(text.getText())) {
            boolean grown = lines.startsWith(text.getText());
            text.setText(lines);
            if (ink.drawn() && grown) {
                ink.rest(lines);
            } else if (ink.drawn()) {
                ink.clear();
                text.getStyleClass().remove("places");
                painter.stop();
            }
        }
        if (painter != null) {
            painter.paint(code, code.endsWith("\n"));
        }
        requestLayout();
    }

    private void coloured(Layers layers) {
        if (!ink.drawn()) {
            text.getStyleClass().add("places");
        }
        ink.show(layers, text.getText());
        requestLayout();
    }

    @Override
    public Region node() {
        return this;
    }

    @Override
    public int hit(double x, double y) {
        return y < 0
                ? 0
                : Math.min(text.getText().length(),
                        text.hitTest(text.parentToLocal(x, y)).getInsertionIndex());
    }

    @Override
    public List<Rectangle2D> shapes(int from, int to) {
        int end = Math.min(to, text.getText().length());
        if (from >= end) {
            return List.of();
        }
        return Shapes.rectangles(text.getRangeShape(from, end, false)).stream()
                .map(shape -> new Rectangle2D(shape.getMinX() + text.getLayoutX(),
                        shape.getMinY() + text.getLayoutY(), shape.getWidth(), shape.getHeight()))
                .toList();
    }

    @Override
    public void bring(int from, int to) {
        for (var shape : shapes(from, to)) {
            double beyond = shape.getMaxX() > getWidth() - SIDE
                    ? shape.getMaxX() - getWidth() + SIDE
                    : Math.min(0, shape.getMinX() - SIDE);
            if (beyond != 0) {
                group.offset().set(Math.clamp(group.offset().get() + beyond, 0, hidden()));
            }
            return;
        }
    }

    void dispose() {
        if (painter != null) {
            painter.stop();
        }
        group.offset().removeListener(moved);
        group.widest().removeListener(moved);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        // Behind its last line a text leaves no space; the next piece must stand as far away as the next line would.
        return snapSizeY(
                (begins ? END : 0) + text.getLayoutBounds().getHeight() + (ends ? END : text.getLineSpacing()));
    }

    @Override
    protected void layoutChildren() {
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        double own = text.getLayoutBounds().getWidth() + 2 * SIDE;
        if (own > group.widest().get()) {
            group.widest().set(own);
        }
        double offset = Math.min(group.offset().get(), hidden());
        double x = Math.round(SIDE - offset);
        double y = begins ? END : 0;
        text.relocate(x, y);
        ink.place(x, y, this::caret);
        bar.setVisible(ends && hidden() > 0);
        if (bar.isVisible()) {
            double length = Math.max(24, getWidth() * getWidth() / group.widest().get());
            bar.resizeRelocate((getWidth() - length) * offset / hidden(), getHeight() - BAR, length, BAR);
        }
    }

    private double hidden() {
        return Math.max(0, group.widest().get() - getWidth());
    }

    private void scrolled(ScrollEvent event) {
        double by = event.isShiftDown() && event.getDeltaX() == 0 ? event.getDeltaY() : event.getDeltaX();
        if (by != 0 && hidden() > 0 && Math.abs(by) >= Math.abs(event.getDeltaY())) {
            group.offset().set(Math.clamp(group.offset().get() - by, 0, hidden()));
            event.consume();
        }
    }
}
