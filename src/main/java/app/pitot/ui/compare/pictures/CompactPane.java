package app.pitot.ui.compare.pictures;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.common.FocusRing;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

/**
 * The panel below the lanes: where the time went, every value of one measure, and the verdict; without the first where it is narrow,
 * only the verdict where it is low.
 */
final class CompactPane extends GridPane {
    static final double HEIGHT = 166;
    static final double THIN = 44;
    private static final double TITLE = 22;
    private static final double PICTURE = 120;
    private static final double WIDE = 900;

    private final Label waterfallTitle = new Label();
    private final WaterfallPicture waterfall = new WaterfallPicture(PICTURE);
    private final StripsPicture strips = new StripsPicture(PICTURE);
    private final VerdictPane verdict = new VerdictPane();
    private final MeasurePicker picker;
    private final Button open = new Button(Texts.get("pictures.open"));
    private final Label line = new Label();
    private final Label empty = new Label();
    private final VBox left;
    private final VBox middle;
    private final VBox right;
    private final HBox thin;
    private String arranged = "";
    private boolean low;
    private boolean shown;

    CompactPane(ResultsModel model) {
        getStyleClass().addAll("surface", "results-compact");
        setHgap(26);
        waterfallTitle.getStyleClass().addAll("text-secondary", "text-muted");
        Describe.tooltip(waterfallTitle, Texts.get("pictures.waterfall.help"));
        open.getStyleClass().addAll("small");
        open.setMinWidth(Region.USE_PREF_SIZE);
        open.setOnAction(_ -> model.expandedProperty().set(true));
        Describe.node(open, Texts.get("pictures.open"), Texts.get("pictures.open.help"));
        line.getStyleClass().addAll("text-strong");
        line.setMinWidth(0);
        empty.getStyleClass().add("empty-state");
        empty.setWrapText(true);
        empty.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        left = column(title(waterfallTitle), waterfall);
        picker = new MeasurePicker(model.measureProperty(), "pictures.strips");
        middle = column(title(picker), strips);
        right = column(title(), verdict);
        thin = new HBox(12, line);
        thin.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(line, Priority.ALWAYS);
        line.setMaxWidth(Double.MAX_VALUE);
        var row = new RowConstraints();
        row.setVgrow(Priority.ALWAYS);
        getRowConstraints().add(row);
    }

    /** @param results null for none yet, @param words instead of them, @param brief the same in one line */
    void show(Results results, ResultsModel model, String words, String brief) {
        shown = results != null;
        empty.setText(words);
        if (shown) {
            var measure = model.measureProperty().get();
            var values = results.strips().get(measure);
            waterfallTitle.setText(Words.waterfall(results));
            picker.words(Words.stripsKey(results));
            waterfall.show(results.waterfall(), Spoken.waterfall(results.waterfall()));
            if (values != null) {
                strips.show(values, Spoken.strips(values));
                var said = Verdicts.inShort(results, results.analyses().get(measure));
                verdict.show(said);
                line.setText(said.headline());
            }
        } else {
            line.setText(brief);
        }
        arrange();
    }

    /** @param isLow true if there is room for one line only */
    void low(boolean isLow) {
        low = isLow;
        arrange();
    }

    /** Gives the focus to the button that opens all of it. */
    void focus() {
        FocusRing.focus(open);
    }

    @Override
    protected void layoutChildren() {
        arrange();
        super.layoutChildren();
    }

    private void arrange() {
        var now = low ? shown ? "line" : "words" : !shown ? "empty" : getWidth() < WIDE ? "narrow" : "wide";
        if (now.equals(arranged)) {
            return;
        }
        arranged = now;
        getChildren().clear();
        getColumnConstraints().clear();
        right.getChildren().setAll(titleRight(), verdict);
        switch (now) {
            case "line", "words" -> {
                thin.getChildren().setAll(line);
                if (shown) {
                    thin.getChildren().add(open);
                }
                place(100, thin);
            }
            case "empty" -> place(100, empty);
            case "narrow" -> {
                place(52, middle);
                place(48, right);
            }
            default -> {
                place(36, left);
                place(35, middle);
                place(29, right);
            }
        }
        var height = low ? THIN : HEIGHT;
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
    }

    private HBox titleRight() {
        var title = new Label(Texts.get("pictures.verdict"));
        title.getStyleClass().addAll("text-secondary", "text-muted");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        return title(title, open);
    }

    private void place(double percent, Node node) {
        var column = new ColumnConstraints();
        column.setPercentWidth(percent);
        getColumnConstraints().add(column);
        add(node, getColumnConstraints().size() - 1, 0);
    }

    private static HBox title(Region... parts) {
        var row = new HBox(parts);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinHeight(TITLE);
        row.setPrefHeight(TITLE);
        row.setMaxHeight(TITLE);
        return row;
    }

    private static VBox column(HBox title, Region picture) {
        VBox.setVgrow(picture, Priority.ALWAYS);
        var column = new VBox(title, picture);
        column.setMinWidth(0);
        return column;
    }
}
