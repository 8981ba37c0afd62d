package app.pitot.ui.settings;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.controls.GaugeBar;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One budget: what it is, how it stands, what to do with it. */
final class BudgetLine extends VBox {
    private final String id;
    private final Label title = new Label();
    private final Label stop = new Label(Texts.get("budget.stop.tag"));
    private final Label word = new Label();
    private final Label facts = quiet();
    private final GaugeBar bar = new GaugeBar();
    private final Label used = new Label();
    private final Label details = quiet();
    private final Label doubts = quiet();
    private final Button edit = new Button(Texts.get("budget.edit"));
    private final Button delete = new Button(Texts.get("budget.delete"));

    BudgetLine(String id, BudgetsModel model) {
        super(8);
        this.id = id;
        getStyleClass().add("account-line");
        title.getStyleClass().add("text-strong");
        title.setMinWidth(0);
        stop.getStyleClass().add("tag");
        stop.setMinWidth(Region.USE_PREF_SIZE);
        word.getStyleClass().addAll("text-secondary");
        word.setMinWidth(Region.USE_PREF_SIZE);
        used.getStyleClass().add("text-secondary");
        var first = new HBox(8, title, stop, word);
        first.setAlignment(Pos.CENTER_LEFT);
        var words = new VBox(2, first, facts);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        edit.setMinWidth(Region.USE_PREF_SIZE);
        edit.setOnAction(_ -> model.edit(id));
        delete.setMinWidth(Region.USE_PREF_SIZE);
        delete.setOnAction(_ -> model.delete(id));
        var head = new HBox(8, words, edit, delete);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, bar, new VBox(2, used, details, doubts));
    }

    String id() {
        return id;
    }

    void show(BudgetRow row) {
        title.setText(row.title());
        Describe.tooltip(title, row.title());
        stop.setVisible(row.hardStop());
        stop.setManaged(row.hardStop());
        facts.setText(row.facts());
        used.setText(row.used());
        set(details, row.details());
        set(doubts, row.doubts());
        word.getStyleClass().removeAll("text-warn", "text-bad");
        switch (row.level()) {
            case AMBER -> word("budget.level.amber", "text-warn");
            case RED -> word("budget.level.red", "text-bad");
            case EXHAUSTED -> word("budget.level.over", "text-bad");
            case NORMAL, UNKNOWN -> word.setText("");
        }
        bar.show(row.share() == null ? 0 : row.share(), 0, row.held(), row.share() == null
                ? GaugeBar.Tone.UNKNOWN
                : switch (row.level()) {
                    case AMBER -> GaugeBar.Tone.AMBER;
                    case RED, EXHAUSTED -> GaugeBar.Tone.RED;
                    case NORMAL, UNKNOWN -> GaugeBar.Tone.NORMAL;
                });
        bar.setAccessibleText(row.title() + ", " + row.used() + " " + row.details());
        Describe.node(edit, Texts.get("budget.edit.name", row.title()), null);
        Describe.tooltip(edit, null);
        Describe.node(delete, Texts.get("budget.delete.name", row.title()), null);
        Describe.tooltip(delete, null);
    }

    private void word(String key, String tone) {
        word.setText(Texts.get(key));
        word.getStyleClass().add(tone);
    }

    private static void set(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
    }

    private static Label quiet() {
        var label = new Label();
        label.getStyleClass().addAll("text-muted", "text-secondary");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
