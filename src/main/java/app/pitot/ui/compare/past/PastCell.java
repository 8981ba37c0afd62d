package app.pitot.ui.compare.past;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.common.RightToLeft;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A run: when, what and what it said, with what can be done with it. */
final class PastCell extends ListCell<PastRun> {
    private final Label title = new Label();
    private final Label when = new Label();
    private final Label what = new Label();
    private final Label verdict = new Label();
    private final HBox row;

    PastCell(PastModel model) {
        title.getStyleClass().add("text-strong");
        title.setMinWidth(0);
        when.getStyleClass().addAll("text-muted", "text-secondary");
        when.setMinWidth(Region.USE_PREF_SIZE);
        what.getStyleClass().addAll("text-muted", "text-secondary");
        what.setMinWidth(0);
        verdict.setMinWidth(0);
        verdict.getStyleClass().add("text-lane");
        var head = new HBox(8, title, when);
        head.setAlignment(Pos.BASELINE_LEFT);
        var words = new VBox(2, head, verdict, what);
        words.setMinWidth(0);
        words.setPrefWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        row = new HBox(6, words, button("past.open", model::open), button("past.again", model::again),
                button("past.delete", model::delete));
        row.setAlignment(Pos.CENTER_LEFT);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(PastRun run, boolean empty) {
        super.updateItem(run, empty);
        if (empty || run == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        title.setText(RightToLeft.label(run.title()));
        when.setText(run.when());
        what.setText(RightToLeft.label(run.what()));
        verdict.setText(run.verdict());
        Describe.tooltip(this, run.title() + "\n" + run.what());
        setAccessibleText(String.join(", ", run.title(), run.when(), run.verdict(), run.what()));
        setGraphic(row);
    }

    private Button button(String key, Consumer<PastRun> does) {
        var button = new Button(Texts.get(key));
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> {
            if (getItem() != null) {
                does.accept(getItem());
            }
        });
        // The list's keys do the same: the Tab key would need three stops for each run.
        Describe.node(button, Texts.get(key), Texts.get(key + ".help"), null, Describe.Focus.NONE);
        return button;
    }
}
