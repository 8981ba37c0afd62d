package app.pitot.ui.instruments;

import app.pitot.ui.controls.FigureLabel;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/**
 * Title and tag at the left, figures at the right, always on one line: where they do not fit, the words behind the figure
 * are shortened first, then the title. Which wording fits does not depend on how much is left, only on the limit, so that
 * a figure that counts down changes nothing but itself.
 */
final class TitleRow extends Pane {
    private static final double GAP = 6;

    private final Label title = new Label();
    private final Label of = new Label();
    private final Label tag;
    private final Label word;
    private final FigureLabel left;
    private List<String> titles = List.of("");
    private List<String> ofs = List.of("");
    private String most = "";

    TitleRow(Label tag, Label word, FigureLabel left) {
        this.tag = tag;
        this.word = word;
        this.left = left;
        title.getStyleClass().add("gauge-title");
        of.getStyleClass().addAll("text-secondary", "text-muted", "gauge-of");
        // Their words are chosen in layoutChildren, where a managed node would ask for layout again.
        title.setManaged(false);
        of.setManaged(false);
        getChildren().addAll(title, tag, word, left, of);
    }

    /**
     * @param titleForms longest first
     * @param ofForms what stands behind the figure, longest first
     * @param widest the figure at its longest
     */
    void show(List<String> titleForms, List<String> ofForms, String widest) {
        if (!titleForms.equals(titles) || !ofForms.equals(ofs) || !widest.equals(most)) {
            titles = titleForms;
            ofs = ofForms;
            most = widest;
            title.setText(titles.getFirst());
            of.setText(ofs.getFirst());
            requestLayout();
        }
    }

    @Override
    public Orientation getContentBias() {
        return null;
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.ceil(Math.max(title.prefHeight(-1), left.prefHeight(-1)));
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    private void choose(double width) {
        // One pixel for rounding.
        var fixed = beside(tag) + beside(word) + GAP + Math.max(left.prefWidth(-1), left.widthOf(most)) + 1;
        for (var name : titles) {
            title.setText(name);
            for (var words : ofs) {
                of.setText(words);
                if (title.prefWidth(-1) + fixed + Math.ceil(of.prefWidth(-1)) <= width) {
                    return;
                }
            }
        }
    }

    private static double beside(Label label) {
        return label.isVisible() ? GAP + label.prefWidth(-1) : 0;
    }

    @Override
    protected void layoutChildren() {
        var w = getWidth();
        choose(w);
        var baseline = Math.max(title.getBaselineOffset(), left.getBaselineOffset());
        var ofWidth = Math.ceil(of.prefWidth(-1));
        var leftWidth = left.prefWidth(-1);
        var x = Math.floor(w) - ofWidth - leftWidth;
        place(left, x, baseline, leftWidth);
        place(of, x + leftWidth, baseline, ofWidth);
        var titleWidth = Math.min(title.prefWidth(-1), Math.max(0, x - GAP - beside(tag) - beside(word)));
        place(title, 0, baseline, titleWidth);
        var tagHeight = tag.prefHeight(-1);
        tag.resizeRelocate(snapPositionX(titleWidth + GAP),
                snapPositionY(title.getLayoutY() + (title.prefHeight(-1) - tagHeight) / 2), tag.prefWidth(-1),
                tagHeight);
        place(word, titleWidth + beside(tag) + GAP, baseline, word.prefWidth(-1));
    }

    private void place(Node node, double x, double baseline, double width) {
        var y = baseline - node.getBaselineOffset();
        node.resizeRelocate(snapPositionX(x), snapPositionY(y), width, node.prefHeight(-1));
    }
}
