package app.pitot.ui.transcript;

import app.pitot.markdown.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import javafx.geometry.Orientation;
import javafx.geometry.Rectangle2D;
import javafx.scene.layout.Region;
import javafx.scene.text.TextAlignment;

/** Lays out table cells in columns as wide as they need, narrower if they must, with a hairline below each row. */
final class TablePane extends Region implements Selectable {
    private static final double GAP = 18;
    private static final double ABOVE = 5;
    private static final double BELOW = 6;

    private final List<List<ProseFlow>> cells = new ArrayList<>();
    private final List<Region> lines = new ArrayList<>();
    private final UnaryOperator<double[]> shared;
    private List<Block.Align> columns = List.of();
    /** Width that each column would like, null if not known at present. */
    private double[] wanted;

    /** @param shared given the widths that its own cells want, those that all pieces of the table want */
    TablePane(UnaryOperator<double[]> shared) {
        this.shared = shared;
        setMinWidth(0);
    }

    /** Makes room for {@code rows} rows, the header being row 0; {@code factory} makes a cell for a row. */
    void shape(List<Block.Align> columns, int rows, IntFunction<ProseFlow> factory) {
        if (!columns.equals(this.columns) || rows < cells.size()) {
            cells.clear();
            lines.clear();
            getChildren().clear();
            this.columns = columns;
        }
        for (int row = cells.size(); row < rows; row++) {
            var line = new Region();
            line.getStyleClass().add("hairline");
            lines.add(line);
            var made = new ArrayList<ProseFlow>();
            for (var align : columns) {
                var cell = factory.apply(row);
                cell.setTextAlignment(switch (align) {
                    case LEFT -> TextAlignment.LEFT;
                    case CENTER -> TextAlignment.CENTER;
                    case RIGHT -> TextAlignment.RIGHT;
                });
                made.add(cell);
            }
            cells.add(made);
            getChildren().add(line);
            getChildren().addAll(made);
        }
    }

    ProseFlow cell(int row, int column) {
        return cells.get(row).get(column);
    }

    @Override
    public Region node() {
        return this;
    }

    /** The cell at a point, or the nearest one in its row; behind the last one is its end. */
    @Override
    public int hit(double x, double y) {
        int start = 0;
        for (int row = 0; row < cells.size(); row++) {
            var below = row + 1 < cells.size() ? cells.get(row + 1).getFirst().getLayoutY() - ABOVE : getHeight();
            for (int column = 0; column < columns.size(); column++) {
                var text = new FlowText(cell(row, column));
                var right = column + 1 < columns.size() ? cell(row, column + 1).getLayoutX() - GAP / 2 : getWidth();
                if (y < below && (x < right || column == columns.size() - 1)) {
                    return start + text.hit(x - text.node().getLayoutX(),
                            Math.max(0, y - text.node().getLayoutY()));
                }
                start += text.length() + 1;
            }
        }
        return Math.max(0, start - 1);
    }

    @Override
    public List<Rectangle2D> shapes(int from, int to) {
        var found = new ArrayList<Rectangle2D>();
        int start = 0;
        for (var row : cells) {
            for (var cell : row) {
                var text = new FlowText(cell);
                int length = text.length();
                for (var shape : text.shapes(Math.max(0, from - start), Math.min(length, to - start))) {
                    found.add(new Rectangle2D(shape.getMinX() + cell.getLayoutX(),
                            shape.getMinY() + cell.getLayoutY(), shape.getWidth(), shape.getHeight()));
                }
                start += length + 1;
            }
        }
        return found;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return total(widths(Double.MAX_VALUE));
    }

    @Override
    protected double computePrefHeight(double width) {
        var widths = widths(width < 0 ? Double.MAX_VALUE : width);
        return cells.stream().mapToDouble(row -> height(row, widths)).sum();
    }

    @Override
    protected void layoutChildren() {
        var widths = widths(getWidth());
        double width = total(widths);
        double y = 0;
        for (int row = 0; row < cells.size(); row++) {
            double height = height(cells.get(row), widths);
            double x = 0;
            for (int column = 0; column < widths.length; column++) {
                cells.get(row).get(column).resizeRelocate(x, y + ABOVE, widths[column], height - ABOVE - BELOW);
                x += widths[column] + GAP;
            }
            lines.get(row).resizeRelocate(0, y + height - 1, width, 1);
            y += height;
        }
    }

    private double height(List<ProseFlow> row, double[] widths) {
        double height = 0;
        for (int column = 0; column < widths.length; column++) {
            height = Math.max(height, row.get(column).prefHeight(widths[column]));
        }
        return snapSizeY(height + ABOVE + BELOW);
    }

    /** A cell that changed asks for this, so the widths are taken again. */
    @Override
    public void requestLayout() {
        wanted = null;
        super.requestLayout();
    }

    private double[] widths(double available) {
        if (wanted == null) {
            // Other pieces may be told of it, and this one with them.
            var all = shared.apply(wanted());
            wanted = all;
        }
        return Columns.fit(wanted, available - GAP * wanted.length);
    }

    private double[] wanted() {
        var widths = new double[columns.size()];
        for (var row : cells) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], Math.ceil(row.get(column).prefWidth(-1)) + 1);
            }
        }
        return widths;
    }

    private static double total(double[] widths) {
        double total = 0;
        for (double width : widths) {
            total += width + GAP;
        }
        return total;
    }
}
