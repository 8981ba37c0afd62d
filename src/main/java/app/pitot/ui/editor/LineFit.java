package app.pitot.ui.editor;

import app.pitot.ui.common.RightToLeft;
import javafx.scene.text.Text;

/** Makes a box as high as its wrapped text, between two numbers of lines. */
final class LineFit {
    /** More characters than fit into the highest box; what follows cannot make it higher. */
    private static final int MEASURED = 4_000;
    private static final double SIDES = 10;

    private final TextBox box;
    private final Text measure = new Text();
    private final double line;
    private final double fewest;
    private final double most;

    /** @param line height of one in pixels */
    LineFit(TextBox box, double line, double fewest, double most) {
        this.box = box;
        this.line = line;
        this.fewest = fewest;
        this.most = most;
        measure.getStyleClass().add("editor-measure");
        measure.setVisible(false);
        measure.setManaged(false);
        box.getChildren().add(measure);
        box.widthProperty().addListener((_, _, _) -> fit());
        measure.fontProperty().addListener((_, _, _) -> fit());
        box.textProperty().addListener((_, _, _) -> fit());
        box.insetsProperty().addListener((_, _, _) -> fit());
        fit();
    }

    private void fit() {
        var text = box.getText();
        measure.setText(RightToLeft.measurable(text.length() > MEASURED ? text.substring(0, MEASURED) : text) + ' ');
        measure.setWrappingWidth(Math.max(0, box.getWidth() - SIDES));
        double lines = measure.getLayoutBounds().getHeight() / line;
        // Each paragraph is a whole number of pixels high, and what frames the text needs room too.
        double paragraphs = Math.min(most, measure.getText().chars().filter(c -> c == '\n').count());
        double height = Math.clamp(lines, fewest, most) * line + 4 + paragraphs + box.snappedTopInset()
                + box.snappedBottomInset();
        box.setMinHeight(height);
        box.setPrefHeight(height);
        box.setMaxHeight(height);
    }
}
