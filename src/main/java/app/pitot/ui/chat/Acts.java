package app.pitot.ui.chat;

import app.pitot.base.Texts;
import app.pitot.exchange.Sending;
import app.pitot.history.Message;
import app.pitot.provider.Account;
import app.pitot.ui.offer.ModelChoice;
import app.pitot.ui.picker.PickerModel;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** What the user does in the open conversation: asks, edits, asks again, has it go on, branches off. JavaFX thread only. */
final class Acts {
    private final Desk desk;
    private final PickerModel picker;
    private final Asker asker;
    private final LiveReplies lives;
    private final Consumer<LiveReply> asked;
    private final BiConsumer<Message, LiveReply> askedBeside;
    private Runnable modelWanted = () -> {};
    private Consumer<Consumer<ModelChoice>> otherWanted = _ -> {};
    private Runnable composerWanted = () -> {};
    private Consumer<String> requestWanted = _ -> {};

    /**
     * @param asked told of each reply that was asked for in the open conversation and ends its branch now
     * @param askedBeside told of each that is to be shown beside the one it is another version of
     */
    Acts(Desk desk, PickerModel picker, Asker asker, LiveReplies lives, Consumer<LiveReply> asked,
            BiConsumer<Message, LiveReply> askedBeside) {
        this.desk = desk;
        this.picker = picker;
        this.asker = asker;
        this.lives = lives;
        this.asked = asked;
        this.askedBeside = askedBeside;
    }

    void onModelWanted(Runnable choose) {
        modelWanted = choose;
    }

    void onOtherModelWanted(Consumer<Consumer<ModelChoice>> choose) {
        otherWanted = choose;
    }

    void onComposerWanted(Runnable focus) {
        composerWanted = focus;
    }

    void onRequestWanted(Consumer<String> show) {
        requestWanted = show;
    }

    void chooseModel() {
        modelWanted.run();
    }

    /** Sends what is typed, unless it is blank or a reply is running; without a model it asks for one. */
    void send(Sending how) {
        var draft = desk.draft();
        if (lives.queued(desk.here()) && !draft.isBlank()) {
            draft.say(Texts.get("composer.waits"));
            return;
        }
        var question = draft.text().get().strip();
        if (question.isEmpty() && draft.pictures().isEmpty() || !ready()) {
            return;
        }
        var parent = desk.parent();
        var sent = List.copyOf(draft.pictures());
        draft.sent();
        ask(desk.here().ask(parent, question, sent, draft.text().get(), desk.setup()).id(), how);
    }

    /** What the composer said while a question waited is no longer so once that was sent, or taken back. */
    void forgetWait() {
        if (!lives.queued(desk.here())) {
            desk.draft().unsay(Texts.get("composer.waits"));
        }
    }

    /** @param results one for each call of the last reply, in their order */
    void submit(List<String> results) {
        var calls = desk.here().callsWanted();
        if (calls.isEmpty() || calls.size() != results.size() || !ready()) {
            return;
        }
        var parent = desk.here().leaf();
        for (int i = 0; i < calls.size(); i++) {
            parent = desk.here().result(parent, calls.get(i).id(), results.get(i)).id();
        }
        ask(parent);
    }

    void edit(Message question) {
        if (!running()) {
            desk.draft().edit(question);
            composerWanted.run();
        }
    }

    /** The question that {@code reply} was to answer. */
    void editAsked(Message reply) {
        desk.here().tree().get(reply.parentId()).filter(asked -> asked.kind() == Message.Kind.QUESTION)
                .ifPresent(this::edit);
    }

    void editLast() {
        desk.here().last(Message.Kind.QUESTION).ifPresent(this::edit);
    }

    /** Shows what went over the wire for a reply. */
    void request(Message reply) {
        requestWanted.accept(reply.exchangeId());
    }

    void again(Message reply) {
        again(reply, Sending.WHEN_FITS);
    }

    void again(Message reply, Sending how) {
        if (ready()) {
            ask(reply.parentId(), how);
        }
    }

    void againLast() {
        desk.here().last(Message.Kind.REPLY).ifPresent(this::again);
    }

    /** Another model answers just this once, beside the first answer; the conversation's model stays. */
    void againWith(Message reply) {
        otherWanted.accept(choice -> {
            var here = desk.here();
            if (!running() && !desk.unsendable() && here.tree().get(reply.id()).isPresent()) {
                askedBeside.accept(reply,
                        asker.ask(here, reply.parentId(), choice, desk.setup(), false, Sending.WHEN_FITS));
            }
        });
    }

    /** The model that gave {@code reply}, which stands beside another, gives another one in its place. */
    void againBeside(Message reply) {
        againBeside(reply, Sending.WHEN_FITS);
    }

    void againBeside(Message reply, Sending how) {
        var choice = asker.choiceOf(reply);
        if (choice == null) {
            againWith(reply);
        } else if (!running() && !desk.unsendable()) {
            askedBeside.accept(reply, asker.ask(desk.here(), reply.parentId(), choice, desk.setup(), false, how));
        }
    }

    /** Asks once more, another model of the account that was asked; from now on it is the selected one. */
    void askOther(Account account, Message reply, String modelId) {
        if (!running()) {
            picker.select(account, modelId);
            again(reply);
        }
    }

    void goOn(Message reply) {
        if (ready()) {
            ask(desk.here().ask(reply.id(), Texts.get("chat.continue.words"), List.of(), desk.draft().unsent(),
                    desk.setup()).id());
        }
    }

    void branch(Message message) {
        var here = desk.here();
        desk.swap(here.branch(message.id(), Texts.get("chat.branch.title", here.conversation().title()),
                desk.setup()));
    }

    private boolean running() {
        return !lives.in(desk.here()).isEmpty();
    }

    /** False also while a parameter has to be mended first; the line below the draft says so. */
    private boolean ready() {
        if (running() || desk.unsendable()) {
            return false;
        }
        if (picker.selected().get() == null) {
            modelWanted.run();
            return false;
        }
        return true;
    }

    private void ask(String parentId) {
        ask(parentId, Sending.WHEN_FITS);
    }

    private void ask(String parentId, Sending how) {
        asked.accept(asker.ask(desk.here(), parentId, picker.selected().get(), desk.setup(), true, how));
    }
}
