package app.pitot.ui.instruments;

import app.pitot.base.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;

/** The panel at the right: speed above, a gauge for each window, today's budget below. 300 px wide. */
public final class InstrumentsView extends StackPane {
    private static final PseudoClass FITS = PseudoClass.getPseudoClass("fits");

    /** A panel lower than this has no room for the dial and the gauges. */
    private static final double LOW = 600;
    /** Below this height not even {@link GaugeFaces#ROOMY} gauges have room. */
    private static final double TALL = 760;

    private static final Insets APART = new Insets(0, -8, 4, -10);
    private static final Insets CLOSE = new Insets(0, -8, 0, -10);

    private final VBox gauges = new VBox(1);
    private final List<GaugeView> pool = new ArrayList<>();
    private final Region reserve = new Region();
    private final SpeedView speed = new SpeedView();
    private final Label empty = new Label(Texts.get("instruments.empty"));

    private final DayView day = new DayView();
    private final AuditView audit;
    private final CorrectionView correction;
    private final GaugePopup details;
    private final InstrumentsModel model;

    /** Without limits to correct. */
    public InstrumentsView(InstrumentsModel model) {
        this(model, null);
    }

    /** @param corrections limits that providers state otherwise than plans; null for none */
    public InstrumentsView(InstrumentsModel model, CorrectionsModel corrections) {
        this.model = model;
        details = new GaugePopup(model.details());
        var key = new KeyView();
        reserve.getStyleClass().add("gauge-reserve");
        empty.getStyleClass().addAll("text-secondary", "text-muted");
        empty.setWrapText(true);
        empty.setPadding(new Insets(8, 10, 8, 10));
        audit = new AuditView(model::setMaxTokens);
        correction = corrections == null ? null : new CorrectionView(corrections);
        var content = new VBox(speed, gauges, audit, key, day);
        if (correction != null) {
            content.getChildren().add(2, correction);
            correction.visibleProperty().addListener((_, _, _) -> arrange());
        }
        content.getStyleClass().add("instruments");
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        // The bar keeps its room even while there is nothing to scroll, so that nothing moves when there is.
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.ALWAYS);
        scroll.setFocusTraversable(false);
        content.heightProperty().subscribe(() -> fits(scroll, content));
        scroll.viewportBoundsProperty().subscribe(() -> fits(scroll, content));
        heightProperty().subscribe(this::arrange);
        getStyleClass().add("panel-right");
        setPadding(new Insets(0, 0, 0, 1));
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText(Texts.get("instruments.title"));
        getChildren().add(scroll);

        model.auditProperty().subscribe(audit::show);
        model.speedProperty().subscribe(speed::show);
        model.medianProperty().subscribe(speed::showMedian);
        model.gaugesProperty().subscribe(this::showGauges);
        model.keyProperty().subscribe(key::show);
        model.dayProperty().subscribe(day::show);
        watched().subscribe(model::setWatched);
    }

    /** @param set called when the user wants to set a budget */
    public void onBudget(Runnable set) {
        day.onBudget(set);
    }

    /** Puts a small button at the top of the panel. */
    public void addTool(Node button) {
        speed.add(button);
    }

    private static void fits(ScrollPane scroll, Region content) {
        scroll.pseudoClassStateChanged(FITS, content.getHeight() <= Math.ceil(scroll.getViewportBounds().getHeight()));
    }

    private void showGauges(List<GaugeFace> faces) {
        while (pool.size() < faces.size()) {
            pool.add(new GaugeView(this::open));
        }
        for (var i = 0; i < faces.size(); i++) {
            pool.get(i).show(faces.get(i));
        }
        var wanted = new ArrayList<Node>(faces.isEmpty() ? List.of(empty) : pool.subList(0, faces.size()));
        // Whichever window binds, the gauges are as high together.
        if (faces.size() <= GaugeFaces.CROWD && faces.stream().anyMatch(GaugeFace::compact)
                && faces.stream().noneMatch(f -> f.binding() && f.slow())) {
            wanted.add(reserve);
        }
        var crowd = faces.size() > GaugeFaces.CROWD;
        if (crowd != gauges.getStyleClass().contains("crowd")) {
            gauges.getStyleClass().removeAll("crowd");
            gauges.getStyleClass().addAll(crowd ? List.of("crowd") : List.of());
        }
        arrange();
        if (!gauges.getChildren().equals(wanted)) {
            gauges.getChildren().setAll(wanted);
        }
    }

    private void arrange() {
        var shown = model.gaugesProperty().get().size();
        var dense = shown > GaugeFaces.ROOMY || shown == GaugeFaces.ROOMY && getHeight() > 0 && getHeight() < TALL;
        if (dense != gauges.getStyleClass().contains("dense")) {
            gauges.getStyleClass().removeAll("dense");
            gauges.getStyleClass().addAll(dense ? List.of("dense") : List.of());
        }
        // Two offers at once are one too many where there is little room.
        var crowded = dense && getHeight() < TALL && correction != null && correction.isVisible();
        audit.setAway(crowded);
        VBox.setMargin(gauges, crowded ? CLOSE : APART);
        speed.arrange(dense, crowded, getHeight() > 0 && getHeight() < LOW);
    }

    private void open(GaugeView gauge) {
        if (details.isShowing()) {
            details.hide();
        } else {
            details.show(gauge);
        }
    }

    /** True while somebody can see the panel: it is in a window that is showing and not minimised. */
    private ObservableValue<Boolean> watched() {
        return sceneProperty().flatMap(scene -> scene.windowProperty()).flatMap(InstrumentsView::seen).orElse(false);
    }

    private static ObservableValue<Boolean> seen(Window window) {
        var showing = window.showingProperty();
        return window instanceof Stage stage
                ? showing.flatMap(on -> stage.iconifiedProperty().map(small -> on && !small))
                : showing.map(on -> on);
    }
}
