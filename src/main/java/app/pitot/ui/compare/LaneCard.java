package app.pitot.ui.compare;

import app.pitot.base.Texts;
import app.pitot.compare.Lane;
import app.pitot.ui.common.Describe;
import app.pitot.ui.controls.FigureLabel;
import app.pitot.ui.controls.Icons;
import app.pitot.ui.offer.ModelChoice;
import app.pitot.ui.params.SentLine;
import app.pitot.ui.transcript.LinkOpener;
import app.pitot.ui.transcript.PulseTurns;
import app.pitot.ui.transcript.Pulses;
import app.pitot.ui.transcript.TranscriptView;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** One lane as it is seen: who is asked, how it stands, how fast, what it says. */
final class LaneCard extends VBox {
    /** Of the text, at each side, in pixels. */
    private static final double MARGIN = 13;
    /** A card that is narrower names the model alone. */
    private static final double ROOM_FOR_PROVIDER = 300;
    /** The same where it says how it stands. */
    private static final double ROOM_FOR_BOTH = 380;

    private final CompareModel model;
    private final LaneModel lane;
    private final LaneMenu menu;
    private final ContextMenu open = new ContextMenu();
    private final Label letter = new Label();
    private final Label provider = new Label();
    private final Label id = new Label();
    private final Button who = new Button();
    private final Label state = new Label();
    private final FigureLabel speed = new FigureLabel("lane-speed");
    private final Label unit = new Label();
    private final Label place = new Label();
    private final FigureLabel foot = new FigureLabel("text-secondary", "text-muted");
    private final TranscriptView transcript;
    private final Label empty = new Label();
    private final Pulses pulses = new PulseTurns();
    private final Subscription seen;
    private int index = -1;

    LaneCard(CompareModel model, LaneModel lane, LaneActions actions, LinkOpener links) {
        this.model = model;
        this.lane = lane;
        this.menu = new LaneMenu(model, lane, actions, who);
        this.transcript = new TranscriptView(lane.live().transcript(), links, MARGIN);
        getStyleClass().addAll("lane-card", "surface");
        setAccessibleRole(AccessibleRole.PARENT);
        empty.getStyleClass().addAll("text-muted", "lane-empty");
        empty.setWrapText(true);
        empty.textProperty().bind(Bindings.createStringBinding(this::nothing, lane.parameters().setup(), lane.choice(),
                lane.live().asked(), model.run().state()));
        transcript.setEmptyState(empty);
        VBox.setVgrow(transcript, Priority.ALWAYS);
        transcript.setMinHeight(0);
        getChildren().addAll(head(actions), figure(), problem(), transcript, foot());
        addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            openMenu(null, event);
            event.consume();
        });
        addEventFilter(KeyEvent.KEY_PRESSED, menu::key);
        ChangeListener<Object> described = (_, _, _) -> describe();
        lane.live().face().addListener(described);
        // What went wrong begins with what it is; in a low card its end would push that out of sight.
        ChangeListener<Object> failed = (_, _, face) -> {
            if (face instanceof LaneFace now
                    && (now.tone() == LaneFace.Tone.BAD || now.tone() == LaneFace.Tone.CAREFUL)) {
                pulses.next(transcript::toNotice);
            }
        };
        lane.live().face().addListener(failed);
        this.seen = Subscription.combine(lane.live().face().subscribe(this::show),
                lane.choice().subscribe(this::show),
                model.run().state().subscribe(_ -> who.setDisable(model.run().active())),
                () -> lane.live().face().removeListener(described),
                () -> lane.live().face().removeListener(failed), place.textProperty()::unbind,
                empty.textProperty()::unbind);
    }

    LaneModel lane() {
        return lane;
    }

    /** Which one it is now, from 0. */
    void place(int at) {
        index = at;
        letter.setText(Lane.letter(at));
        transcript.setAccessibleText(Texts.get("compare.lane.answer", Lane.letter(at)));
        describe();
    }

    /** Gives the choice of its model the focus. */
    void focusModel() {
        who.requestFocus();
    }

    /** It is not shown any more: its lane may live on. */
    void dispose() {
        seen.unsubscribe();
    }

    /** What stands in the place of an answer. */
    private String nothing() {
        return lane.choice().get() == null
                ? Texts.get("compare.lane.empty")
                : model.run().active()
                        ? lane.live().asked().get() || !model.run().inRounds() ? "" : Texts.get("compare.lane.waits")
                        : SentLine.of(lane.parameters().setup().get());
    }

    private HBox head(LaneActions actions) {
        letter.getStyleClass().addAll("lane-letter", "text-strong");
        letter.setMinWidth(Region.USE_PREF_SIZE);
        provider.getStyleClass().add("text-muted");
        id.getStyleClass().add("text-strong");
        provider.setMinWidth(0);
        provider.managedProperty().bind(provider.textProperty().isNotEmpty()

                .and(widthProperty().greaterThan(Bindings.when(state.textProperty().isEmpty()).then(ROOM_FOR_PROVIDER)
                        .otherwise(ROOM_FOR_BOTH))));
        provider.visibleProperty().bind(provider.managedProperty());
        id.setMinWidth(0);
        HBox.setHgrow(id, Priority.SOMETIMES);
        var names = new HBox(8, provider, id);
        names.setAlignment(Pos.BASELINE_LEFT);
        who.setGraphic(names);
        who.getStyleClass().addAll("flat", "lane-model");
        who.setMinWidth(60);
        who.setOnAction(_ -> actions.choose().accept(lane, who));
        state.getStyleClass().add("chip");
        state.setMinWidth(Region.USE_PREF_SIZE);
        state.managedProperty().bind(state.textProperty().isNotEmpty());
        state.visibleProperty().bind(state.managedProperty());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var more = new Button(null, Icons.MORE.node());
        more.getStyleClass().addAll("icon", "lane-more");
        more.setMinWidth(Region.USE_PREF_SIZE);
        more.setOnAction(_ -> openMenu(more, null));
        Describe.node(more, Texts.get("compare.lane.more"), Texts.get("compare.lane.more.help"), null,
                Describe.Focus.TAB);
        var head = new HBox(6, letter, who, space, state, more);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("lane-head");
        return head;
    }

    private HBox figure() {
        unit.getStyleClass().addAll("text-secondary", "text-muted");
        place.getStyleClass().addAll("text-secondary", "text-muted");
        place.setMinWidth(0);
        place.textProperty().bind(lane.place());
        place.visibleProperty().bind(lane.place().isNotEmpty());
        place.managedProperty().bind(place.visibleProperty());
        speed.setMinWidth(Region.USE_PREF_SIZE);
        unit.setMinWidth(Region.USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var line = new HBox(6, speed, unit, space, place);
        line.setAlignment(Pos.BASELINE_LEFT);
        line.getStyleClass().add("lane-figure");
        line.setMinHeight(Region.USE_PREF_SIZE);
        return line;
    }

    private Label problem() {
        var words = new Label();
        words.getStyleClass().addAll("text-secondary", "text-bad", "lane-problem");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.textProperty().bind(lane.problem());
        words.managedProperty().bind(lane.problem().isNotEmpty().and(model.editing()));
        words.visibleProperty().bind(words.managedProperty());
        return words;
    }

    private HBox foot() {
        var line = new HBox(foot);
        line.getStyleClass().add("lane-foot");
        line.setMinHeight(Region.USE_PREF_SIZE);
        line.visibleProperty().bind(foot.textProperty().isNotEmpty());
        line.managedProperty().bind(line.visibleProperty());
        return line;
    }

    private void show(LaneFace face) {
        state.setText(face.state());
        state.getStyleClass().removeAll("text-good", "text-warn", "text-bad");
        switch (face.tone()) {
            case GOOD -> state.getStyleClass().add("text-good");
            case CAREFUL -> state.getStyleClass().add("text-warn");
            case BAD -> state.getStyleClass().add("text-bad");
            case NEUTRAL -> {
            }
        }
        speed.setText(face.speed());
        if (face.dim() != speed.getStyleClass().contains("text-muted")) {
            speed.getStyleClass().removeAll("text-muted");
            speed.getStyleClass().addAll(face.dim() ? java.util.List.of("text-muted") : java.util.List.of());
        }
        unit.setText(face.unit());
        foot.setText(face.foot());
    }

    private void show(ModelChoice choice) {
        provider.setText(choice == null ? "" : choice.account().name());
        id.setText(choice == null ? Texts.get("compare.lane.none") : choice.model().id());
        describe();
    }

    private void describe() {
        if (index < 0) {
            return;
        }
        var choice = lane.choice().get();
        var name = choice == null
                ? Texts.get("compare.lane.none")
                : ModelChoice.place(choice.account()) + " " + choice.model().id();
        setAccessibleText(Texts.get("compare.lane.name", Lane.letter(index), name,
                lane.live().face().get().state()));
        Describe.node(who, Texts.get("compare.lane.model", Lane.letter(index), name),
                Texts.get("compare.lane.model.help", name));
    }

    private void openMenu(Button below, ContextMenuEvent event) {
        open.getItems().setAll(menu.items());
        if (event == null) {
            open.show(below, Side.BOTTOM, 0, 0);
        } else {
            open.show(this, event.getScreenX(), event.getScreenY());
        }
    }
}
