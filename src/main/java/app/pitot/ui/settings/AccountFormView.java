package app.pitot.ui.settings;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.connect.ConnectModel.Offer;
import app.pitot.ui.connect.FormField;
import app.pitot.ui.connect.SaidLine;
import app.pitot.ui.connect.UrlField;
import app.pitot.ui.connect.WaitingLine;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The form of one account: what can be set, and below it, always in sight, what to do with it. */
final class AccountFormView extends BorderPane {
    private static final double COLUMN = 680;

    private final AccountFormModel model;
    private final Runnable leave;
    private final TextField name;

    /** @param leave called when the user goes back without saving */
    AccountFormView(AccountFormModel model, Runnable leave) {
        this.model = model;
        this.leave = leave;
        this.name = FormSection.text(model.name());
        getStyleClass().add("connect-view");
        setTop(bar());
        setCenter(sections());
        setBottom(foot());
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                back();
            }
        });
    }

    void focusFirst() {
        // What a scroll pane holds belongs to the scene only once its skin was made.
        applyCss();
        name.requestFocus();
    }

    private void back() {
        if (model.waiting().busy().get()) {
            model.cancel();
        } else if (model.mayLeave()) {
            discard();
        }
    }

    private void discard() {
        model.leave();
        leave.run();
    }

    private HBox bar() {
        var back = new Button(Texts.get("screens.back"));
        back.setMinWidth(Region.USE_PREF_SIZE);
        back.setOnAction(_ -> back());
        Describe.node(back, Texts.get("screens.back"), Texts.get("form.back.help"));
        var title = new Label(model.id() == null
                ? Texts.get("form.title.new", model.provider().name())
                : Texts.get("form.title", model.name().get()));
        title.getStyleClass().add("text-strong");
        var bar = new HBox(back, title);
        bar.getStyleClass().add("topbar");
        return bar;
    }

    private ScrollPane sections() {
        var column = new VBox(14, new AccountSection(model, name), new KeySection(model),
                new LimitsSection(model.limits()), new ModelsSection(model),
                new RouteSection(model, RouteSection.worthShowing(model.route().route(), model.dialect().get())),
                new TestSection(model));
        column.setMaxWidth(COLUMN);
        var middle = new VBox(column);
        middle.setAlignment(Pos.TOP_CENTER);
        middle.setPadding(new Insets(20, 24, 24, 24));
        var scroll = new ScrollPane(middle);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        return scroll;
    }

    private VBox foot() {
        var save = new Button(Texts.get("form.save"));
        save.getStyleClass().add("primary");
        save.setMinWidth(Region.USE_PREF_SIZE);
        save.setOnAction(_ -> model.save());
        save.disableProperty().bind(model.waiting().busy());
        var cancel = new Button(Texts.get("form.discard"));
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setOnAction(_ -> discard());
        FormSection.shownWhile(cancel, model.waiting().busy().not());
        var row = new HBox(10, save, cancel, new WaitingLine(model.waiting(), model::cancel));
        row.setAlignment(Pos.CENTER_LEFT);
        var offers = new FlowPane(8, 8);
        model.offers().subscribe(now -> {
            offers.getChildren().setAll(now.stream().sorted().map(this::offer).toList());
            offers.setVisible(!now.isEmpty());
            offers.setManaged(!now.isEmpty());
        });
        var foot = new VBox(8, new SaidLine(model.said()), offers, row);
        foot.setMaxWidth(COLUMN);
        var middle = new VBox(foot);
        middle.setAlignment(Pos.CENTER);
        middle.getStyleClass().add("form-foot");
        return middle;
    }

    private Button offer(Offer offer) {
        var button = new Button(Texts.get("connect.offer." + offer.name().toLowerCase(Locale.ROOT)));
        button.setOnAction(_ -> model.take(offer));
        return button;
    }

    private static final class AccountSection extends FormSection {
        AccountSection(AccountFormModel model, TextField name) {
            super(Texts.get("form.account"));
            getChildren().addAll(field("form.name", name, model.nameProblem()), new UrlField(model.url()));
        }
    }

    private static final class ModelsSection extends FormSection {
        ModelsSection(AccountFormModel model) {
            super(Texts.get("form.models"));
            var ids = new TextArea();
            ids.setPrefRowCount(3);
            ids.textProperty().bindBidirectional(model.models());
            getChildren().add(new FormField(Texts.get("form.models.ids"), ids, Texts.get("form.models.help")));
        }
    }
}
