package app.pitot.ui.chat;

import app.pitot.base.Texts;
import app.pitot.provider.Capability;
import app.pitot.ui.attach.Giving;
import app.pitot.ui.offer.ModelChoice;
import app.pitot.ui.params.ParametersPane;
import app.pitot.ui.picker.PickerActions;
import app.pitot.ui.picker.PickerModel;
import app.pitot.ui.transcript.Clip;
import app.pitot.ui.transcript.LinkOpener;
import app.pitot.ui.transcript.Question;
import app.pitot.ui.transcript.ReplyRows;
import app.pitot.ui.transcript.TranscriptModel;
import app.pitot.ui.transcript.TranscriptView;
import app.pitot.ui.common.Health;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The conversation: which model, what was said, what comes next. */
public final class ChatView extends BorderPane {
    private static final double COLUMN = 760;

    private final TranscriptView transcript;
    private final Composer composer;
    private final TopBar topBar;
    private final TranscriptModel rows;
    private final PickerModel picker;

    public ChatView(ChatModel model, PickerModel picker, PickerActions actions, TranscriptModel rows, LinkOpener links,
            ObservableValue<Health> health, BooleanProperty parametersOpen, BooleanProperty instrumentsOpen,
            Runnable newChat, ObservableValue<Boolean> listShown, Beginnings beginnings, Playground playground) {
        getStyleClass().add("chat-view");
        getStylesheets().add(ChatView.class.getResource("/app/pitot/ui/chat/chat.css").toExternalForm());
        var empty = new StackPane();
        var first = new FirstSteps(beginnings);
        Runnable greet = () -> {
            // What is shown already stays, and with it the focus.
            if (!beginnings.wanted().getValue()) {
                empty.getChildren().setAll(welcome(picker.selected().get(), model));
            } else if (!empty.getChildren().contains(first)) {
                empty.getChildren().setAll(first);
            }
        };
        picker.selected().subscribe(_ -> greet.run());
        beginnings.wanted().subscribe((_, _) -> greet.run());
        this.rows = rows;
        this.picker = picker;
        this.transcript = new TranscriptView(rows, links);
        transcript.setEmptyState(empty);
        Giving.drops(transcript, playground.attach());
        this.composer = new Composer(model, playground, this::chooseSeeing);
        this.topBar = new TopBar(picker, actions, health, composer::focusBox, parametersOpen, instrumentsOpen,
                newChat, listShown);
        composer.setMaxWidth(COLUMN);
        var foot = new StackPane(composer);
        foot.setPadding(new Insets(8, 24, 12, 24));
        var answers = new BesidePane(model.beside(), transcript, links);
        answers.setMinHeight(0); // a long question needs the room more than a greeting
        var middle = new VBox(answers, foot);
        VBox.setVgrow(answers, Priority.ALWAYS);
        var parameters = new ParametersPane(model.parameters(), playground.presets(), picker.selected(),
                RandomGenerator.getDefault(), () -> {
                    parametersOpen.set(false);
                    composer.focusBox();
                });
        parameters.suggest(model.audit());
        var body = new SideBySide(middle, parameters, foot);
        parameters.visibleProperty().bind(parametersOpen);
        model.onModelWanted(topBar::openPicker);
        model.onOtherModelWanted(topBar::openPicker);
        model.onComposerWanted(composer::focusBox);
        model.onReveal(transcript::reveal);
        setTop(topBar);
        setCenter(body);
    }

    public void focusComposer() {
        composer.focusBox();
    }

    /** What was said. */
    public TranscriptView transcript() {
        return transcript;
    }

    public void focusTranscript() {
        transcript.requestFocus();
    }

    public boolean composerFocused() {
        return composer.isFocusWithin();
    }

    /** Copies the last answer as it reads; without one it does nothing. */
    public void copyLast() {
        rows.messages().reversed().stream().filter(ReplyRows.class::isInstance).findFirst()
                .ifPresent(reply -> Clip.plain(reply.plainText()));
    }

    /** @param wanted told of the last question, empty if there is none, and of the model, null if none is chosen */
    public void onCompare(BiConsumer<String, ModelChoice> wanted) {
        topBar.onCompare(() -> wanted.accept(rows.messages().reversed().stream().filter(Question.class::isInstance)
                .findFirst().map(question -> question.markdown()).orElse(""), picker.selected().get()));
    }

    public void openPicker() {
        topBar.openPicker();
    }

    private void chooseSeeing() {
        topBar.openPicker(Capability.VISION.name());
    }

    private static Welcome welcome(ModelChoice choice, ChatModel model) {
        var note = choice == null
                ? ""
                : choice.account().provider().simulated()
                        ? Texts.get("welcome.simulator")
                        : Texts.get("welcome.account", choice.account().baseUrl());
        return new Welcome(note, question -> {
            model.draft().set(question);
            model.send();
        });
    }
}
