package app.pitot.ui.chat;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.common.Format;
import app.pitot.ui.common.Shortcut;
import javafx.geometry.Pos;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

/** Where the question is typed, with the pre-flight line and the send button below it. */
final class Composer extends VBox {
    private static final double MIN_LINES = 1.4;
    private static final double MAX_LINES = 10;
    private static final double LINE = 19;

    private final ChatModel model;
    private final TextArea box = new TextArea();
    private final Text measure = new Text();
    private final Label verdict = new Label();
    private final Label detail = new Label();
    private final Button lower = new Button();
    private final Button send = new Button();

    Composer(ChatModel model) {
        this.model = model;
        getStyleClass().addAll("composer", "surface");
        box.getStyleClass().add("bare");
        box.setWrapText(true);
        box.setPromptText(Texts.get("composer.prompt"));
        box.textProperty().bindBidirectional(model.draft());
        box.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        Describe.node(box, Texts.get("composer.name"), null);
        box.setAccessibleHelp(Texts.get("composer.help"));
        Describe.tooltip(box, null);
        measure.fontProperty().bind(box.fontProperty());
        box.textProperty().addListener((_, _, _) -> fit());
        box.widthProperty().addListener((_, _, _) -> fit());

        lower.getStyleClass().add("small");
        lower.setMinWidth(Region.USE_PREF_SIZE);
        lower.setOnAction(_ -> lower());
        lower.setAccessibleHelp(Texts.get("composer.lower.help"));
        send.getStyleClass().add("primary");
        send.setMinWidth(Region.USE_PREF_SIZE);
        send.setOnAction(_ -> sendOrStop());
        verdict.getStyleClass().add("text-strong");
        verdict.setMinWidth(Region.USE_PREF_SIZE);
        detail.getStyleClass().addAll("text-muted", "preflight-detail");
        detail.setMinWidth(0);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var line = new HBox(10, verdict, detail, lower, space, send);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("preflight");
        getChildren().addAll(box, line);

        model.preFlight().subscribe(this::show);
        model.running().subscribe(this::showRunning);
        fit();
    }

    void focusBox() {
        box.requestFocus();
        box.end();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && !event.isShiftDown() && !event.isAltDown()) {
            event.consume();
            model.send();
        } else if (event.getCode() == KeyCode.ENTER && event.isShiftDown()) {
            event.consume();
            box.replaceSelection("\n");
        } else if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
            // A text area would take it as a character, and nothing else could be reached from here.
            event.consume();
            box.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
        } else if (event.getCode() == KeyCode.UP && box.getText().isEmpty() && !model.lastQuestion().isEmpty()) {
            event.consume();
            box.setText(model.lastQuestion());
            box.end();
        }
    }

    private void sendOrStop() {
        if (model.running().get()) {
            model.stop();
        } else {
            model.send();
        }
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
        boolean offer = known && line.lowerTo() != null;
        lower.setVisible(offer);
        lower.setManaged(offer);
        if (offer) {
            lower.setText(Texts.get("preflight.lower", Format.count(line.lowerTo())));
        }
    }

    private void showRunning(boolean running) {
        send.setText(running ? Texts.get("composer.stop") : Texts.get("composer.send") + "  ⏎");
        Describe.node(send, Texts.get(running ? "composer.stop" : "composer.send"),
                Texts.get(running ? "composer.stop.help" : "composer.send.help"),
                running ? Shortcut.STOP.combination() : null, Describe.Focus.TAB);
    }

    /** As high as its text, between one line and ten. */
    private void fit() {
        measure.setText(box.getText().isEmpty() ? " " : box.getText() + " ");
        measure.setWrappingWidth(Math.max(0, box.getWidth() - 6));
        double lines = measure.getLayoutBounds().getHeight() / LINE;
        double height = Math.clamp(lines, MIN_LINES, MAX_LINES) * LINE + 4;
        box.setMinHeight(height);
        box.setPrefHeight(height);
        box.setMaxHeight(height);
    }
}
