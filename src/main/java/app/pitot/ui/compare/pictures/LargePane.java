package app.pitot.ui.compare.pictures;

import app.pitot.base.Texts;
import app.pitot.compare.Lane;
import app.pitot.compare.Measure;
import app.pitot.compare.VerdictWords;
import app.pitot.ui.common.Describe;
import app.pitot.ui.common.FocusRing;
import app.pitot.ui.controls.Columns;
import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** All that a comparison says, on a page: verdict and fairness, every picture with its table, all figures. */
final class LargePane extends VBox {
    private static final double ROW = 26;
    private static final double AXIS = 30;
    private static final double LEAST_ROWS = 3;

    private final ResultsModel model;
    private final Label title = new Label();
    private final Label empty = new Label();
    private final VerdictPane verdict = new VerdictPane();
    private final FairnessPane fairness = new FairnessPane();
    private final Map<Measure, StripsPicture> strips = new EnumMap<>(Measure.class);
    private final Map<Measure, Card> stripCards = new EnumMap<>(Measure.class);
    private final WaterfallPicture waterfall = new WaterfallPicture(0);
    private final Card waterfallCard = new Card(Texts.get("pictures.waterfall"), Texts.get("pictures.waterfall.help"),
            waterfall);
    private final CurvesPicture curves = new CurvesPicture(0);
    private final Card curvesCard = new Card(Texts.get("pictures.curves"), Texts.get("pictures.curves.help"), curves);
    private final ToggleButton bytes = new ToggleButton(Texts.get("pictures.curves.bytes"));
    private final IntervalsPicture intervals = new IntervalsPicture(0);
    private final Card intervalsCard = new Card("", Texts.get("pictures.intervals.help"), intervals);
    private final Card figures = new Card(Texts.get("pictures.figures"), Texts.get("pictures.figures.help"), null);
    private final FlowPane lanes = new FlowPane(18, 2);
    private final Button back = new Button(Texts.get("pictures.back"));
    private final ScrollPane scroll;
    private Results shown;

    LargePane(ResultsModel model) {
        super(10);
        this.model = model;
        getStyleClass().add("results-large");
        empty.getStyleClass().add("empty-state");
        empty.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        VBox.setVgrow(empty, Priority.ALWAYS);
        bytes.getStyleClass().addAll("flat", "small", "card-button");
        bytes.setMinWidth(Region.USE_PREF_SIZE);
        bytes.setOnAction(_ -> curves());
        Describe.node(bytes, Texts.get("pictures.curves.bytes"), Texts.get("pictures.curves.bytes.help"));
        curvesCard.add(bytes);
        var page = new VBox(12, new Columns(380, 2, said(), intervalsCard), strips(),
                new Columns(380, 2, waterfallCard, curvesCard), figures);
        page.getStyleClass().add("results-page");
        scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(new VBox(4, head(), lanes), scroll);
    }

    private HBox head() {
        title.getStyleClass().add("results-title");
        title.setMinWidth(0);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        back.setMinWidth(Region.USE_PREF_SIZE);
        back.setOnAction(_ -> model.expandedProperty().set(false));
        Describe.node(back, Texts.get("pictures.back"), Texts.get("pictures.back.help"));
        var head = new HBox(8, title, new MeasurePicker(model.measureProperty(), "pictures.measure.chosen"), back);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    /** Gives the focus to the button that leads back. */
    void focus() {
        FocusRing.focus(back);
    }

    private VBox said() {
        var name = new Label(Texts.get("pictures.verdict"));
        name.getStyleClass().add("text-medium");
        name.setMinHeight(24);
        var card = new VBox(8, name, verdict, fairness);
        card.getStyleClass().addAll("surface", "results-card");
        return card;
    }

    private Columns strips() {
        for (var measure : Measure.values()) {
            var picture = new StripsPicture(0);
            strips.put(measure, picture);
            stripCards.put(measure, new Card(Texts.get("pictures.strips", VerdictWords.name(measure)),
                    Measures.help(measure), picture));
        }
        return new Columns(330, 3, stripCards.values().toArray(Region[]::new));
    }

    /** @param results null for none yet, @param words instead of them */
    void show(Results results, String words) {
        shown = results;
        empty.setText(words);
        var below = results == null ? empty : scroll;
        if (!getChildren().get(1).equals(below)) {
            getChildren().set(1, below);
        }
        title.setText(results == null || results.run().name() == null
                ? Texts.get("pictures.title")
                : Texts.get("pictures.title.of", results.run().name()));
        lanes.getChildren().clear();
        if (results != null) {
            for (var i = 0; i < results.run().lanes().size(); i++) {
                lanes.getChildren().add(lane(Lane.letter(i), Tables.model(results, i)));
            }
            fill(results);
        }
    }

    private static HBox lane(String letter, String model) {
        var first = new Label(letter);
        first.getStyleClass().addAll("text-lane", "text-strong");
        var rest = new Label(model);
        rest.getStyleClass().addAll("text-lane", "text-muted");
        return new HBox(6, first, rest);
    }

    private void fill(Results results) {
        var lanes = results.run().lanes().size();
        var measure = model.measureProperty().get();
        var analysis = results.analyses().get(measure);
        if (analysis != null) {
            verdict.show(Verdicts.of(results, analysis));
            fairness.show(analysis);
            var ratios = results.intervals().get(measure);
            intervals.show(ratios, Spoken.intervals(ratios));
            intervals.preferHeight(height(lanes - 1));
            intervalsCard.title(Words.intervals(ratios));
            intervalsCard.show(() -> Tables.pairs(results, measure));
        }
        results.strips().forEach((each, values) -> {
            strips.get(each).preferHeight(height(lanes));
            strips.get(each).show(values, Spoken.strips(values));
            stripCards.get(each).title(Words.strips(results, each));
            stripCards.get(each).show(() -> Tables.strips(values));
        });
        waterfallCard.title(Words.waterfall(results));
        waterfall.preferHeight(Math.max(220, height(lanes)));
        waterfall.show(results.waterfall(), Spoken.waterfall(results.waterfall()));
        waterfallCard.show(() -> Tables.waterfall(results));
        curves.preferHeight(220);
        curves();
        figures.show(() -> Tables.figures(results));
    }

    private void curves() {
        if (shown != null) {
            var lines = bytes.isSelected() ? shown.bytes() : shown.tokens();
            curves.show(lines, Spoken.curves(lines));
            curvesCard.show(() -> Tables.curves(lines));
        }
    }

    private static double height(int lanes) {
        return Math.max(LEAST_ROWS, lanes) * ROW + AXIS;
    }
}
