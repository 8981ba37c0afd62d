package app.pitot.ui.budgets;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.common.EnterFires;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A quiet strip above the view: what a budget has to say. Takes no room while that is nothing. */
public final class BannerView extends HBox {
    private final Label title = new Label();
    private final Label detail = new Label();

    /** @param settings shows the settings of the budget with that id */
    public BannerView(BannersModel model, Consumer<String> settings) {
        super(12);
        getStyleClass().add("budget-banner");
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.PARENT);
        title.getStyleClass().add("text-strong");
        detail.getStyleClass().addAll("text-muted", "text-secondary");
        for (var each : new Label[]{title, detail}) {
            each.setWrapText(true);
            each.setMinHeight(Region.USE_PREF_SIZE);
        }
        var words = new VBox(2, title, detail);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var set = new Button(Texts.get("budget.banner.settings"));
        set.setMinWidth(Region.USE_PREF_SIZE);
        set.setOnAction(_ -> settings.accept(model.shown().get().budgetId()));
        var away = new Button(Texts.get("budget.banner.dismiss"));
        away.setMinWidth(Region.USE_PREF_SIZE);
        away.getStyleClass().add("flat");
        away.setOnAction(_ -> model.dismiss());
        Describe.node(away, Texts.get("budget.banner.dismiss"), Texts.get("budget.banner.dismiss.help"));
        getChildren().addAll(words, set, away);
        EnterFires.below(this);
        model.shown().subscribe(this::show);
    }

    private void show(Banner banner) {
        setVisible(banner != null);
        setManaged(banner != null);
        if (banner != null) {
            title.setText(banner.title());
            detail.setText(banner.detail());
            title.getStyleClass().removeAll("text-warn", "text-bad");
            title.getStyleClass().add(banner.urgent() ? "text-bad" : "text-warn");
            setAccessibleText(banner.title() + " " + banner.detail());
        }
    }
}
