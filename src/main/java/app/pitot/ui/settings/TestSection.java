package app.pitot.ui.settings;

import app.pitot.api.CheckStep.State;
import app.pitot.base.Texts;
import app.pitot.ui.connect.FormField;
import app.pitot.ui.connect.SaidLine;
import app.pitot.ui.connect.WaitingLine;
import app.pitot.ui.settings.ConnectionTestModel.Line;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The connection test: each step with its time as it happens. */
final class TestSection extends FormSection {
    private static final double TITLE = 120;
    private static final double WORD = 80;
    private static final double TIME = 70;

    TestSection(AccountFormModel form) {
        super(Texts.get("test.title"));
        var model = form.test();
        var run = new Button(Texts.get("form.test"));
        run.setOnAction(_ -> form.runTest());
        shownWhile(run, model.waiting().busy().not());
        var lines = new VBox(4);
        model.lines().addListener((ListChangeListener<Line>) _ -> lines.getChildren()
                .setAll(model.lines().stream().map(TestSection::line).toList()));
        getChildren().addAll(FormField.help(Texts.get("test.about")), run,
                new WaitingLine(model.waiting(), model::cancel), lines, new SaidLine(model.said()));
    }

    private static HBox line(Line line) {
        var title = fixed(line.title(), TITLE);
        var word = fixed(line.word(), WORD);
        word.getStyleClass().add(line.state() == State.OK
                ? "text-good"
                : line.state() == State.FAILED ? "text-bad" : "text-muted");
        var time = fixed(line.time(), TIME);
        time.setAlignment(Pos.CENTER_RIGHT);
        var detail = new Label(line.detail());
        detail.getStyleClass().addAll("text-muted", "text-secondary");
        detail.setWrapText(true);
        detail.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(detail, Priority.ALWAYS);
        var row = new HBox(10, title, word, time, detail);
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }

    private static Label fixed(String text, double width) {
        var label = new Label(text);
        label.setMinWidth(width);
        label.setPrefWidth(width);
        return label;
    }
}
