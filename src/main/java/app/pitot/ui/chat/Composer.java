package app.pitot.ui.chat;

import app.pitot.base.Texts;
import app.pitot.ui.attach.AttachModel;
import app.pitot.ui.attach.Giving;
import app.pitot.ui.attach.PictureStrip;
import app.pitot.ui.common.Describe;
import app.pitot.ui.common.Format;
import app.pitot.ui.common.Shortcut;
import app.pitot.ui.editor.PromptBox;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Where the question is typed, with the pre-flight line and the send button below it. */
final class Composer extends VBox {
    private static final double MIN_LINES = 1.4;
    private static final double MAX_LINES = 10;

    private final ChatModel model;
    private final AttachModel attach;
    private final PromptBox box = new PromptBox(MIN_LINES, MAX_LINES);
    private final Label verdict = new Label();
    private final Label detail = new Label();
    private final Button lower = new Button();
    private final Button anyway = new Button(Texts.get("composer.anyway"));
    private final Button send = new Button();
    private String shown = "";

    /** @param chooseModel opens the list of models */
    Composer(ChatModel model, Playground playground, Runnable chooseModel) {
        this.model = model;
        this.attach = playground.attach();
        getStyleClass().addAll("composer", "surface");
        box.promptTextProperty().set(Texts.get("composer.prompt"));
        box.textProperty().bindBidirectional(model.draft());
        box.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        box.describe(Texts.get("composer.name"), Texts.get("composer.help"));

        lower.getStyleClass().add("small");
        lower.setMinWidth(Region.USE_PREF_SIZE);
        lower.setOnAction(_ -> lower());
        lower.setAccessibleHelp(Texts.get("composer.lower.help"));
        anyway.getStyleClass().add("small");
        anyway.setMinWidth(Region.USE_PREF_SIZE);
        anyway.setOnAction(_ -> sendAnyway());
        Describe.node(anyway, Texts.get("composer.anyway"), Texts.get("composer.anyway.help"));
        send.getStyleClass().add("primary");
        send.setMinWidth(Region.USE_PREF_SIZE);
        send.setOnAction(_ -> sendOrStop());
        verdict.getStyleClass().add("text-strong");
        verdict.setMinWidth(Region.USE_PREF_SIZE);
        detail.getStyleClass().addAll("text-muted", "preflight-detail");
        detail.setWrapText(true);
        var line = new SendRow(Giving.button(attach), List.of(verdict, detail), List.of(lower, anyway), send);
        attach.onText(this::insert);
        model.onDraftReplaced(attach::quiet);
        Giving.drops(this, attach);
        getChildren().addAll(hint(), new PictureStrip(attach, playground.thumbnails(), chooseModel), box, line);

        model.preFlight().subscribe(this::show);
        model.running().subscribe(this::showSend);
    }

    void focusBox() {
        box.requestFocus();
        box.end();
    }

    /** What is to be known of the text in the box; takes no room while there is nothing. */
    private Label hint() {
        var hint = new Label();
        hint.getStyleClass().addAll("text-muted", "composer-hint");
        hint.setWrapText(true);
        hint.textProperty().bind(model.hint());
        hint.visibleProperty().bind(hint.textProperty().isNotEmpty());
        hint.managedProperty().bind(hint.visibleProperty());
        return hint;
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            event.consume();
            model.sendAtOnce();
        } else if (event.getCode() == KeyCode.ENTER && !event.isShiftDown() && !event.isAltDown()) {
            event.consume();
            model.send();
        } else if (event.getCode() == KeyCode.ENTER && event.isShiftDown()) {
            event.consume();
            box.insert("\n");
        } else if (event.getCode() == KeyCode.V && event.isShortcutDown() && !event.isShiftDown()
                && Giving.paste(attach)) {
            event.consume();
        } else if (event.getCode() == KeyCode.UP && box.getText().isEmpty()) {
            event.consume();
            model.editLast();
        }
    }

    /** Behind what is typed before the caret; as one step that can be undone. */
    private void insert(String text) {
        box.insert(text);
        box.requestFocus();
    }

    private void sendOrStop() {
        if (model.running().get()) {
            model.stop();
        } else {
            model.send();
        }
        box.requestFocus();
    }

    private void sendAnyway() {
        model.sendOverBudget();
        box.requestFocus();
    }

    private void lower() {
        var line = model.preFlight().get();
        if (line != null && line.lowerTo() != null) {
            model.parameters().maxTokens().set(line.lowerTo().intValue());
        }
        box.requestFocus();
    }

    private void show(PreFlightLine line) {
        boolean known = line != null;
        verdict.setText(known ? line.verdict() : "");
        detail.setText(known ? line.detail() : "");
        Describe.tooltip(detail, known ? line.detail() : null);
        verdict.getStyleClass().removeAll("text-good", "text-warn", "text-bad", "text-muted");
        if (known) {
            verdict.getStyleClass().add(switch (line.tone()) {
                case GOOD -> "text-good";
                case CAREFUL -> "text-warn";
                case BAD -> "text-bad";
                case NEUTRAL -> "text-muted";
            });
        }
        showSend();
        boolean offer = known && line.lowerTo() != null;
        lower.setVisible(offer);
        lower.setManaged(offer);
        if (offer) {
            lower.setText(Texts.get("preflight.lower", Format.count(line.lowerTo())));
        }
    }

    /** What the button does now: its words change with that alone, never with the countdown. */
    private void showSend() {
        boolean running = model.running().get();
        var line = model.preFlight().get();
        boolean over = !running && line != null && line.overBudget();
        send.setDisable(over);
        anyway.setVisible(over);
        anyway.setManaged(over);
        boolean waits = !running && line != null && line.waitMs() != null;
        var key = running ? "composer.stop" : waits ? "composer.fits" : "composer.send";
        if (!key.equals(shown)) {
            shown = key;
            send.setText(running ? Texts.get(key) : Texts.get(key) + "  ⏎");
            Describe.node(send, Texts.get(key), Texts.get(key + ".help"),
                    running ? Shortcut.STOP.combination() : null, Describe.Focus.TAB);
        }
    }
}
