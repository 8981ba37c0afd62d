package app.pitot.ui.advice;

import app.pitot.advice.PlanWords;
import app.pitot.base.Texts;
import app.pitot.ui.advice.PlanColumn.Fact;
import app.pitot.ui.advice.PlanColumn.Line;
import app.pitot.ui.common.Describe;
import app.pitot.ui.controls.GaugeBar;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What one plan allows. The Tab key stops at it, and a screen reader reads all of it. */
final class PlanCard extends VBox {
    PlanCard(PlanColumn column) {
        super(10);
        getStyleClass().addAll("surface", "plan-card", "focus-ring");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(column.spoken());
        getChildren().addAll(head(column), figure(column), verdict(column));
        if (!column.limits().isEmpty()) {
            var limits = new VBox(7);
            column.limits().forEach(line -> limits.getChildren().add(limit(line)));
            getChildren().add(limits);
        }
        var facts = new VBox(4);
        facts.getStyleClass().add("plan-facts");
        column.facts().forEach(fact -> facts.getChildren().add(fact(fact)));
        getChildren().add(facts);
        column.notes().forEach(note -> getChildren().add(Look.words(note, "text-secondary", "text-muted")));
    }

    private static VBox head(PlanColumn column) {
        var name = Look.words(column.name(), "text-strong");
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        var row = new HBox(8, name);
        row.setAlignment(Pos.TOP_LEFT);
        if (column.own()) {
            var tag = Look.figure(Texts.get("planner.own"), Texts.get("planner.own.help"), "tag");
            row.getChildren().add(tag);
        }
        var dated = Look.words(column.dated(), "text-secondary", column.outdated() ? "text-warn" : "text-muted");
        Describe.tooltip(dated, column.planned().plan().source());
        return new VBox(2, row, dated);
    }

    private static HBox figure(PlanColumn column) {
        var figure = Look.figure(column.perDay(), Texts.get("planner.perday.help"), "plan-figure");
        var unit = Look.words(Texts.get("planner.perday"), "text-secondary", "text-muted");
        var row = new HBox(6, figure, unit);
        row.setAlignment(Pos.BASELINE_LEFT);
        return row;
    }

    private static Label verdict(PlanColumn column) {
        var planned = column.planned();
        return Look.words(PlanWords.brief(planned), planned.never()
                ? "text-bad"
                : planned.over().isEmpty()
                        ? "text-body"
                        : "text-warn");
    }

    private static VBox limit(Line line) {
        var title = Look.line(line.title(), "text-secondary");
        var figure = Look.line(line.perDay(), "text-secondary");
        var row = new HBox(6, title);
        row.setAlignment(Pos.CENTER_LEFT);
        if (line.rank() != PlanColumn.Rank.OTHER) {
            var tag = Look.line(Texts.get("planner.rank." + line.rank().name().toLowerCase(Locale.ROOT)), "tag");
            if (line.rank() == PlanColumn.Rank.OVER) {
                tag.getStyleClass().add("text-bad");
            } else if (line.rank() == PlanColumn.Rank.FIRST) {
                tag.getStyleClass().add("text-accent");
                title.getStyleClass().add("text-strong");
                figure.getStyleClass().add("text-strong");
            }
            row.getChildren().add(tag);
        }
        row.getChildren().addAll(space(), figure);
        var bar = new GaugeBar();
        bar.setThin(true);
        bar.show(line.used() == null ? 0 : line.used(), 0, 0, tone(line));
        var box = new VBox(3, row, bar);
        Describe.tooltip(box, line.help());
        return box;
    }

    private static GaugeBar.Tone tone(Line line) {
        if (line.used() == null) {
            return GaugeBar.Tone.UNKNOWN;
        }
        return line.rank() == PlanColumn.Rank.OVER ? GaugeBar.Tone.RED : GaugeBar.Tone.NORMAL;
    }

    private static HBox fact(Fact fact) {
        var name = Look.words(fact.name(), "text-secondary", "text-muted");
        var value = Look.figure(fact.value(), fact.help(), "text-secondary");
        var row = new HBox(8, name, space(), value);
        row.setAlignment(Pos.BASELINE_LEFT);
        return row;
    }

    private static Node space() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }
}
