package app.pitot.ui.connect;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.common.FocusRing;
import app.pitot.ui.connect.ConnectModel.Step;
import app.pitot.ui.transcript.LinkOpener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The wizard: one step at a time, Enter goes on, Esc goes back. */
public final class ConnectView extends BorderPane {
    private static final double COLUMN = 620;

    private final ConnectModel model;
    private final LinkOpener links;
    private final Runnable leave;
    private final Label place = new Label();
    private final ScrollPane scroll = new ScrollPane();
    // One for all steps: what was pasted stays in it when the user goes over to another provider.
    private final SecretField secret;
    private Node first;

    /** @param leave called when the user goes back from the first step, or away */
    public ConnectView(ConnectModel model, LinkOpener links, Runnable leave) {
        this.model = model;
        this.links = links;
        this.leave = leave;
        this.secret = new SecretField(model.key(), "", "");
        getStyleClass().add("connect-view");
        getStylesheets().add(ConnectView.class.getResource("/app/pitot/ui/connect/connect.css").toExternalForm());
        setTop(bar());
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        setCenter(scroll);
        show();
        model.step().subscribe((_, _) -> show());
        model.provider().subscribe((_, _) -> {
            if (model.step().get() == Step.ENDPOINT) {
                show();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                back();
            }
        });
    }

    /** Puts the focus where the step begins. */
    public void focusFirst() {
        // What a scroll pane holds belongs to the scene only once its skin was made.
        applyCss();
        FocusRing.focus(first);
    }

    private void back() {
        if (!model.back()) {
            model.leave();
            leave.run();
        }
    }

    private HBox bar() {
        var back = new Button(Texts.get("screens.back"));
        back.setOnAction(_ -> back());
        Describe.node(back, Texts.get("screens.back"), Texts.get("screens.back.help"));
        back.setMinWidth(Region.USE_PREF_SIZE);
        var title = new Label(Texts.get("connect.title"));
        title.getStyleClass().add("text-strong");
        place.getStyleClass().addAll("text-muted", "text-secondary");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var bar = new HBox(back, title, space, place);
        bar.getStyleClass().add("topbar");
        return bar;
    }

    private void show() {
        var step = model.step().get();
        place.setText(Texts.get("connect.place", step.ordinal() + 1, Step.values().length));
        var page = switch (step) {
            case PROVIDER -> new ProviderStep(model);
            case ENDPOINT -> new EndpointStep(model, secret, links);
            case FINISH -> new FinishStep(model.finish().get());
        };
        first = page.first();
        page.setMaxWidth(COLUMN);
        var column = new VBox(page);
        column.setAlignment(Pos.TOP_CENTER);
        column.setPadding(new Insets(24));
        scroll.setContent(column);
        scroll.setVvalue(0);
        if (getScene() != null) {
            focusFirst();
        }
    }
}
