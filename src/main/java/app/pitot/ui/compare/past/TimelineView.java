package app.pitot.ui.compare.past;

import app.pitot.base.Texts;
import app.pitot.compare.Measure;
import app.pitot.compare.VerdictWords;
import app.pitot.ui.common.Describe;
import app.pitot.ui.common.RightToLeft;
import app.pitot.ui.transcript.Clip;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** How a set changed over time: what is different since the run before, and a small chart for each lane or its table. */
final class TimelineView extends VBox {
    private final TimelineModel model;
    private final VBox content = new VBox(8);
    private final ToggleButton table = new ToggleButton(Texts.get("past.table"));
    private final Button copy = new Button(Texts.get("past.copy"));

    TimelineView(TimelineModel model) {
        super(8);
        this.model = model;
        getStyleClass().addAll("surface", "past-timeline");
        var title = new Label(Texts.get("past.timeline"));
        title.getStyleClass().add("text-strong");
        title.setMinWidth(0);
        var measure = new ComboBox<Measure>();
        measure.getItems().setAll(Measure.values());
        measure.setConverter(new StringConverter<>() {
            @Override
            public String toString(Measure value) {
                return value == null ? "" : VerdictWords.name(value);
            }

            @Override
            public Measure fromString(String text) {
                throw new UnsupportedOperationException("nothing is typed here");
            }
        });
        measure.valueProperty().bindBidirectional(model.measure());
        measure.setMinWidth(0);
        Describe.node(measure, Texts.get("past.measure"), Texts.get("past.measure.help"));
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        table.getStyleClass().add("small");
        table.setMinWidth(Region.USE_PREF_SIZE);
        table.setOnAction(_ -> show());
        Describe.node(table, Texts.get("past.table"), Texts.get("past.table.help"));
        copy.getStyleClass().add("small");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(_ -> copy());
        Describe.node(copy, Texts.get("past.copy"), Texts.get("past.copy.help"));
        var head = new HBox(8, title, space, table, copy);
        head.setAlignment(Pos.CENTER_LEFT);
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(true);
        scroll.setMinHeight(0);
        scroll.setAccessibleText(Texts.get("past.timeline"));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        content.getStyleClass().add("past-charts");
        getChildren().addAll(head, measure, scroll);
        model.face().subscribe(_ -> show());
    }

    private void show() {
        var face = model.face().get();
        var timeline = face.timeline();
        table.setDisable(timeline == null);
        copy.setDisable(timeline == null);
        content.getChildren().clear();
        if (!face.note().isEmpty()) {
            content.getChildren().add(words(face.note(), "text-muted"));
        }
        for (var change : face.changes()) {
            content.getChildren().add(words(change, "text-lane"));
        }
        if (timeline != null && table.isSelected()) {
            content.getChildren().add(grid(TimelineWords.rows(timeline, model.zone())));
        } else if (timeline != null) {
            timeline.lanes().forEach(lane -> content.getChildren().add(chart(timeline, lane)));
        }
    }

    private Node chart(Timeline timeline, Timeline.Series lane) {
        var name = new Label(RightToLeft.label(TimelineWords.name(lane)));
        name.getStyleClass().add("text-lane");
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        var last = new Label(TimelineWords.value(timeline.measure(), lane.points().getLast()));
        last.getStyleClass().addAll("text-secondary", "text-muted");
        last.setMinWidth(0);
        var chart = new TimelineChart(timeline.lanes(), lane, timeline.measure(), model.zone(),
                TimelineWords.spoken(timeline.measure(), lane, model.zone()));
        return new VBox(2, name, last, chart);
    }

    private static Node grid(List<List<String>> rows) {
        var grid = new GridPane(14, 4);
        grid.getStyleClass().add("past-table");
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                var cell = new Label(RightToLeft.label(rows.get(row).get(column)));
                cell.getStyleClass().addAll("text-secondary", row == 0 ? "text-muted" : "text-body-cell");
                cell.setMinWidth(0);
                grid.add(cell, column, row);
            }
        }
        var scroll = new ScrollPane(grid);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(true);
        scroll.setAccessibleText(Texts.get("past.table"));
        return scroll;
    }

    private static Label words(String text, String style) {
        var label = new Label(RightToLeft.label(text));
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private void copy() {
        Clip.plain(TimelineWords.rows(model.face().get().timeline(), model.zone()).stream()
                .map(row -> String.join("\t", row)).collect(Collectors.joining("\n")));
    }
}
