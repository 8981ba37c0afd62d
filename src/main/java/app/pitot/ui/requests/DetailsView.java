package app.pitot.ui.requests;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.common.Jobs;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One request: what it was, where its time went, what was sent and what came. */
final class DetailsView extends StackPane {
    private static final String FIND = "request-find";

    private static final int RECEIVED = 3;

    private final Pages pages = new Pages(Texts.get("requests.tabs"));
    private final Button back = new Button(Texts.get("requests.back"));

    /** @param leave gives the focus back to the list, and the room if both have none */
    DetailsView(DetailsModel model, ActionsModel actions, Jobs jobs, Runnable settings, Runnable leave) {
        getStyleClass().add("request-details");
        setMinWidth(0);
        var headline = new Headline(model);
        back.getStyleClass().add("small");
        back.setOnAction(_ -> leave.run());
        Describe.node(back, back.getText(), Texts.get("requests.back.help"));
        back.managedProperty().bind(back.visibleProperty());
        var bar = new HBox(8, back);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("request-back");
        bar.visibleProperty().bind(back.visibleProperty());
        bar.managedProperty().bind(bar.visibleProperty());
        page("requests.tab.overview", () -> new Overview(model));
        page("requests.tab.events", () -> new EventsPane(model, new EventsModel(jobs), settings));
        page("requests.tab.sent", () -> new SidePane(Side.SENT, model, new BodyModel(Side.SENT, jobs), settings));
        page("requests.tab.received",
                () -> new SidePane(Side.RECEIVED, model, new BodyModel(Side.RECEIVED, jobs), settings));
        VBox.setVgrow(pages, Priority.ALWAYS);
        var all = new VBox(bar, headline, new ActionsBar(model, actions), pages);
        all.visibleProperty().bind(model.row().isNotNull());
        var none = new Label(Texts.get("requests.none"));
        none.getStyleClass().addAll("text-muted", "request-none");
        none.setWrapText(true);
        none.visibleProperty().bind(model.row().isNull());
        getChildren().addAll(all, none);
    }

    /** Gives the focus to where one types what to look for; on a page with nothing to search, in what came. */
    void find() {
        if (!(pages.page() instanceof Findable)) {
            pages.show(RECEIVED);
        }
        ((Findable) pages.page()).find();
    }

    /** True if the focus is where the Escape key means something else. */
    boolean finding() {
        return getScene() != null && getScene().getFocusOwner() != null
                && getScene().getFocusOwner().getStyleClass().contains(FIND);
    }

    /** True with a way back to the list, where only one of the two is seen. */
    void alone(boolean is) {
        back.setVisible(is);
    }

    /** Gives the focus to the tabs. */
    void enter() {
        pages.enter();
    }

    private void page(String key, Supplier<? extends Region> page) {
        pages.put(Texts.get(key), Texts.get(key + ".help"), page);
    }
}
