package app.pitot.ui.instruments;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.common.RightToLeft;
import app.pitot.ui.controls.HourChart;
import app.pitot.ui.transcript.Clip;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.util.Subscription;

/** Shows what stands behind a gauge, beside it; Esc or a click elsewhere closes it, and the focus is on the gauge again. */
final class GaugePopup {
    private static final double WIDTH = 430;
    private static final double HEIGHT = 620;
    private static final double MARGIN = 12;
    private static final double GAP = 6;
    private static final double BAR = 8;
    private static final int MOST_LINES = 9;

    private final DetailsModel model;
    private final Popup popup = new Popup();
    private final Label title = new Label();
    private final Label figures = new Label();
    private final VBox projection = new VBox(3);
    private final HourChart chart = new HourChart();
    private final VBox plan = new VBox(3);
    private final Label heard = text("text-muted");
    private final TextArea headers = new TextArea();
    private final Button close = new Button(Texts.get("gauge.close"));
    private final VBox box = new VBox();
    private final VBox lines;
    private final HBox head;
    private final Label legend = legend();
    private final ScrollPane scroll;
    private Subscription shown = Subscription.EMPTY;

    GaugePopup(DetailsModel model) {
        this.model = model;
        title.getStyleClass().add("text-strong");
        figures.getStyleClass().addAll("text-secondary", "text-muted");
        headers.setEditable(false);
        headers.setWrapText(true);
        headers.getStyleClass().addAll("text-mono", "gauge-headers");
        headers.setAccessibleText(Texts.get("gauge.headers.title"));
        lines = new VBox(4, heading("gauge.projection.title"), projection, heading("gauge.history.title"), chart,
                heading("gauge.plan.title"), plan, heading("gauge.headers.title"), heard, headers);
        lines.getStyleClass().add("gauge-details-lines");
        scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        // Its own stop of the Tab key: the arrow keys then scroll, and a screen reader hears all of it.
        scroll.setFocusTraversable(true);
        scroll.setAccessibleRole(AccessibleRole.TEXT_AREA);
        scroll.getStyleClass().add("focus-ring");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        box.getStyleClass().addAll("gauge-details", "popup-surface");
        head = head();
        box.getChildren().addAll(head, scroll, legend);
        popup.getContent().add(box);
        popup.setAutoHide(true);
        popup.setOnHidden(_ -> {
            shown.unsubscribe();
            shown = Subscription.EMPTY;
            model.close();
        });
    }

    private HBox head() {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var copy = button("gauge.copy", () -> Clip.plain(model.openProperty().get().text()));
        Describe.node(copy, Texts.get("gauge.copy.name"), null);
        close.setMinWidth(Region.USE_PREF_SIZE);
        close.getStyleClass().addAll("small", "flat", "text-muted");
        close.setAccessibleText(Texts.get("gauge.close"));
        close.setOnAction(_ -> popup.hide());
        var head = new HBox(8, title, figures, gap, copy, close);
        head.setAlignment(Pos.CENTER_LEFT);
        figures.setMinWidth(0);
        return head;
    }

    private static Button button(String key, Runnable action) {
        var button = new Button(Texts.get(key));
        button.getStyleClass().addAll("small", "flat", "text-muted");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static Label heading(String key) {
        var label = new Label(Texts.get(key));
        label.getStyleClass().add("gauge-heading");
        return label;
    }

    private static Label legend() {
        var label = text("text-muted");
        label.setText(Texts.get("instruments.help.bar") + " " + Texts.get("gauge.legend"));
        label.getStyleClass().add("gauge-legend");
        return label;
    }

    private static Label text(String... styleClasses) {
        var label = new Label();
        label.getStyleClass().add("text-secondary");
        label.getStyleClass().addAll(styleClasses);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    boolean isShowing() {
        return popup.isShowing();
    }

    void hide() {
        popup.hide();
    }

    /** Opens to the left of {@code gauge}, as high as there is room. */
    void show(GaugeView gauge) {
        var face = gauge.face();
        model.open(face.metric(), face.period());
        if (model.openProperty().get() == null) {
            return;
        }
        shown = model.openProperty().subscribe(this::show);
        var scene = gauge.getScene();
        box.setPrefWidth(Math.min(WIDTH, scene.getWidth() - 2 * MARGIN));
        box.setMaxHeight(Math.min(HEIGHT, scene.getHeight() - 2 * MARGIN));
        popup.show(gauge, 0, 0);
        place(gauge);
        close.requestFocus();
    }

    private void place(Node gauge) {
        var scene = gauge.getScene();
        box.applyCss();
        var width = box.getPrefWidth();
        // As high as its lines are once they are wrapped, which a scroll pane does not ask for.
        var inside = width - box.snappedLeftInset() - box.snappedRightInset() - BAR;
        var wanted = box.snappedTopInset() + head.prefHeight(inside) + box.getSpacing() + lines.prefHeight(inside)
                + box.getSpacing() + legend.prefHeight(inside + BAR) + box.snappedBottomInset() + 2;
        var height = Math.min(box.getMaxHeight(), wanted);
        box.setPrefHeight(height);
        var inScene = gauge.localToScene(gauge.getBoundsInLocal());
        var atScreen = gauge.localToScreen(gauge.getBoundsInLocal());
        var left = Math.max(MARGIN, inScene.getMinX() - GAP - width);
        var top = Math.clamp(inScene.getMinY() - 40, MARGIN, Math.max(MARGIN, scene.getHeight() - MARGIN - height));
        popup.setX(atScreen.getMinX() - inScene.getMinX() + left);
        popup.setY(atScreen.getMinY() - inScene.getMinY() + top);
    }

    private void show(GaugeDetails details) {
        if (details == null) {
            popup.hide();
            return;
        }
        title.setText(details.title());
        figures.setText(details.figures());
        show(projection, details.projection());
        show(plan, details.plan());
        chart.show(details.curve(), details.history());
        Describe.tooltip(chart, details.history());
        heard.setText(details.heard());
        // The same text again would undo what is selected.
        if (!headers.getText().equals(details.headers())) {
            headers.setText(details.headers());
            headers.setPrefRowCount(Math.clamp(details.headers().lines().count(), 1, MOST_LINES));
        }
        headers.setVisible(!details.headers().isEmpty());
        headers.setManaged(headers.isVisible());
        scroll.setAccessibleText(details.text());
    }

    private static void show(VBox place, List<String> lines) {
        while (place.getChildren().size() < lines.size()) {
            place.getChildren().add(text());
        }
        place.getChildren().remove(lines.size(), place.getChildren().size());
        for (var i = 0; i < lines.size(); i++) {
            ((Label) place.getChildren().get(i)).setText(RightToLeft.label(lines.get(i)));
        }
    }
}
