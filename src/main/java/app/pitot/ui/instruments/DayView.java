package app.pitot.ui.instruments;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.common.EnterFires;
import app.pitot.ui.controls.DayChart;
import app.pitot.ui.controls.FigureLabel;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The lower end of the panel: today's budget. */
final class DayView extends VBox {
    private final Label title = new Label();
    private final FigureLabel headline = new FigureLabel("text-secondary", "text-strong");
    private final DayChart chart = new DayChart();
    private final FigureLabel burn = new FigureLabel("text-secondary", "text-muted");
    private final FigureLabel requests = new FigureLabel("text-secondary", "text-muted");
    private final Button budget = new Button(Texts.get("instruments.day.budget"));
    private final FigureLabel even = new FigureLabel("text-secondary", "text-muted");

    DayView() {
        title.getStyleClass().addAll("text-secondary", "text-muted");
        Describe.tooltip(title, Texts.get("instruments.help.day"));
        even.managedProperty().bind(even.textProperty().isNotEmpty());
        Describe.tooltip(headline, Texts.get("instruments.help.day.headline"));
        Describe.tooltip(burn, Texts.get("instruments.help.day.burn"));
        Describe.tooltip(even, Texts.get("forecast.help.even"));
        Describe.tooltip(requests, Texts.get("instruments.help.day.requests"));
        VBox.setMargin(chart, new Insets(3, 0, 3, 0));
        chart.setFocusTraversable(true);
        budget.getStyleClass().addAll("flat", "small", "day-budget");
        budget.setVisible(false);
        budget.managedProperty().bind(budget.visibleProperty());
        Describe.node(budget, Texts.get("instruments.day.budget"), Texts.get("instruments.day.budget.help"));
        EnterFires.below(this);
        getChildren().addAll(row(title, headline), chart, row(burn, requests), row(even, budget));
    }

    void onBudget(Runnable set) {
        budget.setOnAction(_ -> set.run());
        budget.setVisible(true);
    }

    private static HBox row(Region left, Region right) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var row = new HBox(left, gap, right);
        row.setAlignment(Pos.BASELINE_LEFT);
        return row;
    }

    void show(DayFace face) {
        title.setText(face.title());
        headline.setText(face.headline());
        headline.getStyleClass().removeAll("text-muted", "text-warn", "text-bad");
        headline.getStyleClass().add(switch (face.tone()) {
            case CALM -> "text-muted";
            case WARN -> "text-warn";
            case BAD -> "text-bad";
        });
        chart.show(face.curve());
        burn.setText(face.burn());
        requests.setText(face.requests());
        even.setText(face.even());
        budget.setText(Texts.get(face.own() ? "instruments.day.budgets" : "instruments.day.budget"));
        budget.setAccessibleText(budget.getText());
        chart.setAccessibleText(face.spoken());
        chart.setAccessibleHelp(face.help());
        Describe.tooltip(chart, face.help());
    }
}
