package app.pitot.ui.compare;

import app.pitot.base.Texts;
import app.pitot.compare.Lane;
import app.pitot.ui.common.Describe;
import app.pitot.ui.common.EnterFires;
import app.pitot.ui.params.ParametersPane;
import app.pitot.ui.picker.PickerActions;
import app.pitot.ui.picker.PickerModel;
import app.pitot.ui.picker.PickerPopup;
import app.pitot.ui.transcript.LinkOpener;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The comparison: the lanes beside each other, what they are asked, how far it is, and what came of it. */
public final class CompareView extends BorderPane {
    private static final PseudoClass RUN = PseudoClass.getPseudoClass("run");

    /** Between what stands below each other, in pixels. */
    private static final double GAP = 12;

    private final CompareModel model;
    private final PickerModel picker;
    private final PickerPopup popup;
    private final LinkOpener links;
    private final LaneActions actions = new LaneActions(this::choose, this::parameters);
    private final LaneGrid grid = new LaneGrid();
    private final List<LaneCard> cards = new ArrayList<>();
    private final PromptPane prompt;
    private final CompareBar bar;
    private final ScrollPane scroll = new ScrollPane(grid);
    private final VBox body;
    private final BooleanProperty answersShown = new SimpleBooleanProperty();
    private final BooleanProperty blindRun = new SimpleBooleanProperty();
    private final VBox lines = new VBox();
    private final BooleanProperty instrumentsOpen;
    private LaneModel parametersOf;
    private Supplier<? extends Node> instruments = () -> null;
    private Node panel;

    /** @param picker lists the models for the lanes; nobody else uses it */
    public CompareView(CompareModel model, PickerModel picker, PickerActions ways, LinkOpener links,
            BooleanProperty instrumentsOpen) {
        this.model = model;
        this.picker = picker;
        this.links = links;
        this.instrumentsOpen = instrumentsOpen;
        this.popup = new PickerPopup(picker, ways, () -> {});
        this.prompt = new PromptPane(model, this::addLane);
        this.bar = new CompareBar(model, instrumentsOpen);
        getStyleClass().add("compare-view");
        getStylesheets().add(CompareView.class.getResource("/app/pitot/ui/compare/compare.css").toExternalForm());
        scroll.setFitToHeight(true);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("lane-scroll");
        scroll.setFocusTraversable(false);
        scroll.viewportBoundsProperty().subscribe(seen -> grid.room(seen.getWidth(), seen.getHeight()));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var progress = new ProgressRow(model.run());
        VBox.setMargin(progress, new Insets(0, 0, -GAP, 0)); // it has room of its own
        this.body = new VBox(progress, scroll, prompt);
        body.getStyleClass().add("compare-body");
        model.run().state().subscribe(state -> body.pseudoClassStateChanged(RUN, state != RunModel.State.NONE));
        body.setMinSize(0, 0);
        lines.getChildren().setAll(bar, new CompareQuestions(model));
        setTop(lines);
        setCenter(body);
        setMinWidth(0);
        EnterFires.below(this);
        model.setup().lanes().addListener((ListChangeListener<LaneModel>) _ -> arrange());
        instrumentsOpen.addListener((_, _, _) -> showPanel());
        arrange();
    }

    /** What the instruments' switch shows at the right; made at first use. */
    public void setInstruments(Supplier<? extends Node> made) {
        instruments = made;
        showPanel();
    }

    /** Opens the parameters of the lane that has the focus, else of the first; or puts them away. */
    public void toggleParameters() {
        if (parametersOf != null) {
            parameters(null);
        } else if (!cards.isEmpty()) {
            parameters(focused().lane());
        }
    }

    /** Opens the list of models for the lane that has the focus, else for the first. */
    public void openPicker() {
        if (!cards.isEmpty() && !model.run().active()) {
            var card = focused();
            choose(card.lane(), card);
        }
    }

    /** Gives the prompt the focus, or what stands in its place. */
    public void focusFirst() {
        if (model.editing().get()) {
            prompt.focusPrompt();
        } else {
            bar.requestFocus();
        }
    }

    /** Puts a button into the bar at the top. */
    public void addTool(Node tool) {
        bar.add(tool);
    }

    /**
     * Shows what came of it below the lanes.
     *
     * @param expanded true while it takes the place of the lanes
     */
    public void setResults(Node node, ObservableBooleanValue expanded) {
        VBox.setVgrow(node, Priority.NEVER);
        expanded.subscribe(all -> VBox.setVgrow(node, all ? Priority.ALWAYS : Priority.NEVER));
        var ran = model.run().state().map(state -> state != RunModel.State.NONE);
        show(node, BooleanExpression.booleanExpression(ran).and(model.editing().not()).and(answersShown.not()));
        show(scroll, answersShown.or(expanded).not());
        show(prompt, BooleanExpression.booleanExpression(expanded).not());
        body.getChildren().add(node);
    }

    /**
     * What can take the place of the lanes once there are answers: these side by side. Call after {@link #setResults}.
     *
     * @param concealing true while lanes and results must not be seen: the answers then stand in their place from the start
     */
    public void setAnswers(Node node, ObservableBooleanValue concealing) {
        VBox.setVgrow(node, Priority.ALWAYS);
        var ran = model.run().state().map(state -> state != RunModel.State.NONE);
        blindRun.bind(BooleanExpression.booleanExpression(concealing).and(BooleanExpression.booleanExpression(ran))
                .and(model.editing().not()));
        show(node, answersShown);
        body.getChildren().add(1, node);
        var ended = model.run().state().map(state -> state == RunModel.State.ENDED);
        ended.subscribe(now -> answersShown.set(answersShown.get() && now || blindRun.get()));
        model.editing().subscribe(now -> answersShown.set(answersShown.get() && !now));
        blindRun.subscribe(_ -> showPanel());
        bar.instrumentsOff(blindRun);
        // Who voted for the last round goes on looking at the answers.
        blindRun.subscribe(now -> answersShown.set(answersShown.get() || now));
        var button = new ToggleButton(Texts.get("compare.answers"));
        button.selectedProperty().bindBidirectional(answersShown);
        button.setMinWidth(Region.USE_PREF_SIZE);
        show(button, BooleanExpression.booleanExpression(ended).and(model.editing().not()).and(blindRun.not()));
        Describe.node(button, Texts.get("compare.answers"), Texts.get("compare.answers.help"), null,
                Describe.Focus.TAB);
        bar.add(button);
    }

    /** True while the answers take the place of the lanes. */
    public ReadOnlyBooleanProperty answersShown() {
        return answersShown;
    }

    /** Shows {@code line} below the bar at the top. */
    public void addLine(Node line) {
        lines.getChildren().add(line);
    }

    private static void show(Node node, ObservableBooleanValue when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }

    /** Adds a lane and asks who is to answer in it. */
    public void addLane() {
        if (!model.run().active() && !model.setup().full()) {
            model.setup().add(null);
            cards.getLast().focusModel();
        }
    }

    private void arrange() {
        var lanes = model.setup().lanes();
        cards.removeIf(card -> {
            boolean gone = !lanes.contains(card.lane());
            if (gone) {
                card.dispose();
            }
            return gone;
        });
        var next = new ArrayList<LaneCard>();
        for (var lane : lanes) {
            next.add(cards.stream().filter(card -> card.lane() == lane).findFirst()
                    .orElseGet(() -> new LaneCard(model, lane, actions, links)));
        }
        cards.clear();
        cards.addAll(next);
        for (int at = 0; at < cards.size(); at++) {
            cards.get(at).place(at);
        }
        var focused = getScene() == null ? null : getScene().getFocusOwner();
        grid.setLanes(cards);
        if (focused != null && focused.getScene() == getScene()) {
            focused.requestFocus(); // a lane that moves takes it along
        }
        if (parametersOf != null && !lanes.contains(parametersOf)) {
            parameters(null);
        }
    }

    private void choose(LaneModel lane, Node below) {
        if (lane.choice().get() != null) {
            picker.select(lane.choice().get());
        }
        picker.askOnce(lane::choose, Texts.get("compare.lane.choose.prompt",
                Lane.letter(model.setup().lanes().indexOf(lane))));
        popup.toggle(below);
    }

    /** Shows the parameters of {@code lane} at the right; null for none, and the same again puts them away. */
    private void parameters(LaneModel lane) {
        parametersOf = lane == parametersOf ? null : lane;
        showPanel();
    }

    /** The parameters of a lane stand in front of the instruments. */
    private void showPanel() {
        if (parametersOf == null) {
            if (instrumentsOpen.get() && panel == null) {
                panel = instruments.get();
            }
            // They name who is asked, and how fast it is.
            setRight(instrumentsOpen.get() && !blindRun.get() ? panel : null);
            return;
        }
        int at = model.setup().lanes().indexOf(parametersOf);
        setRight(new ParametersPane(parametersOf.parameters(), parametersOf.choice(),
                RandomGenerator.getDefault(), Texts.get("compare.lane.parameters.title", Lane.letter(at)),
                () -> parameters(null)));
    }

    private LaneCard focused() {
        return cards.stream().filter(LaneCard::isFocusWithin).findFirst().orElse(cards.getFirst());
    }
}
