package app.pitot.ui.editor;

import javafx.scene.text.Text;

/**
 * Where a prompt is typed: wrapped text that grows with its lines and then scrolls. A paste is plain text. Enter starts a new
 * line unless a filter of the owner takes the key; Tab leads to the next control. Use on the JavaFX thread only.
 */
public final class PromptBox extends TextBox {
    private static final double LINE = 19;
    /** More characters than fit into the highest box; what follows cannot make it higher. */
    private static final int MEASURED = 4_000;

    private final Text measure = new Text();
    private final double fewest;
    private final double most;

    /** @param fewest lines when empty, at least 1; {@code most} lines before it scrolls */
    public PromptBox(double fewest, double most) {
        super("prompt-box");
        this.fewest = fewest;
        this.most = most;
        measure.getStyleClass().add("editor-measure");
        measure.setVisible(false);
        measure.setManaged(false);
        getChildren().add(measure);
        area().setWrapText(true);
        widthProperty().addListener((_, _, _) -> fit());
        measure.fontProperty().addListener((_, _, _) -> fit());
        fit();
    }

    @Override
    void changed() {
        fit();
    }

    private void fit() {
        var text = area().getText();
        measure.setText((text.length() > MEASURED ? text.substring(0, MEASURED) : text) + ' ');
        measure.setWrappingWidth(Math.max(0, getWidth() - 10));
        double lines = measure.getLayoutBounds().getHeight() / LINE;
        double height = Math.clamp(lines, fewest, most) * LINE + 4;
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
    }
}
