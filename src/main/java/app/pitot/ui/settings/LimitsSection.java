package app.pitot.ui.settings;

import app.pitot.base.Texts;
import app.pitot.provider.Plan;
import app.pitot.quota.WindowLabels;
import app.pitot.ui.common.Describe;
import app.pitot.ui.connect.FormField;
import app.pitot.ui.connect.SaidLine;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The plan, and each of its limits to be changed. */
final class LimitsSection extends FormSection {
    private static final double TITLE = 148;
    private static final double VALUE = 104;

    private final LimitsModel model;
    private final VBox rows = new VBox(8);
    private final MenuButton add = new MenuButton(Texts.get("form.limit.add"));

    LimitsSection(LimitsModel model) {
        super(Texts.get("form.plan"));
        this.model = model;
        if (model.plans().isEmpty()) {
            getChildren().add(Page.quiet(Texts.get("form.plan.none")));
        } else {
            getChildren().add(plan());
        }
        var reset = new Button(Texts.get("form.limit.reset.all"));
        reset.setOnAction(_ -> model.resetAll());
        var foot = new HBox(8, add, reset);
        foot.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(rows, foot);
        model.rows().addListener((ListChangeListener<LimitRow>) _ -> fill());
        fill();
    }

    private Node plan() {
        var list = Choices.of(model.plans(), model::name, model.plan());
        list.setPrefWidth(320);
        var dated = FormField.help("");
        dated.textProperty().bind(model.plan()
                .map(plan -> Texts.get("connect.asof", plan.asOf(), plan.source()) + notes(plan)));
        return new VBox(4, new FormField(Texts.get("connect.plan"), list, ""), dated);
    }

    private static String notes(Plan plan) {
        return plan.notes().isEmpty() ? "" : "\n" + plan.notes();
    }

    private void fill() {
        rows.getChildren().setAll(model.rows().stream().map(LimitsSection::row).toList());
        add.getItems().setAll(model.more().stream().map(kind -> {
            var item = new MenuItem(WindowLabels.title(kind.metric(), kind.period()));
            item.setOnAction(_ -> model.add(kind));
            return item;
        }).toList());
        add.setDisable(add.getItems().isEmpty());
    }

    private static VBox row(LimitRow row) {
        var title = new Label(row.title());
        title.setMinWidth(TITLE);
        title.setPrefWidth(TITLE);
        var value = new TextField();
        value.setPrefWidth(VALUE);
        value.setMinWidth(VALUE);
        value.setAlignment(Pos.CENTER_RIGHT);
        value.setPromptText(Texts.get("form.limit.prompt"));
        value.textProperty().bindBidirectional(row.text());
        value.setAccessibleText(Texts.get("form.limit", row.title()));
        value.setAccessibleHelp(row.planWords());
        row.problem().subscribe(problem -> {
            value.getStyleClass().remove("error");
            if (!problem.isEmpty()) {
                value.getStyleClass().add("error");
            }
        });
        var planned = new Label(row.planWords());
        planned.getStyleClass().addAll("text-muted", "text-secondary");
        planned.setMinWidth(0);
        var set = new Label(Texts.get("form.limit.set"));
        set.getStyleClass().add("tag");
        set.setMinWidth(Region.USE_PREF_SIZE);
        var reset = new Button(Texts.get("form.limit.reset"));
        reset.getStyleClass().add("small");
        reset.setMinWidth(Region.USE_PREF_SIZE);
        reset.setOnAction(_ -> {
            row.reset();
            value.requestFocus();
        });
        Describe.node(reset, Texts.get("form.limit.reset.name", row.title()), null);
        Describe.tooltip(reset, null);
        // At the end of the row, so that nothing jumps when they come.
        FormSection.shownWhile(set, row.edited());
        FormSection.shownWhile(reset, row.edited());
        var line = new HBox(8, title, value, planned, set, reset);
        line.setAlignment(Pos.CENTER_LEFT);
        var complaint = new SaidLine(row.problem()
                .map(text -> text.isEmpty() ? app.pitot.ui.connect.Said.NOTHING : app.pitot.ui.connect.Said.bad(text)));
        complaint.getStyleClass().add("text-secondary");
        return new VBox(2, line, complaint);
    }
}
