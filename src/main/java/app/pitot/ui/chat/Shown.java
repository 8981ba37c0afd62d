package app.pitot.ui.chat;

import app.pitot.api.ToolCall;
import app.pitot.exchange.ExchangeResult;
import app.pitot.exchange.ExchangeSpec;
import app.pitot.exchange.Sending;
import app.pitot.history.Message;
import app.pitot.ui.transcript.TranscriptModel;
import app.pitot.ui.transcript.Versions;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * What is seen of the open conversation: its branch, an answer beside it, what can be done about its last reply. JavaFX
 * thread only.
 */
final class Shown {
    private final Desk desk;
    private final LiveReplies lives;
    private final Asker asker;
    private final Runnable showed;
    private final ShownBranch branch;
    private final BesideModel beside;
    private final Retries retries;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<List<ToolCall>> wanted = new ReadOnlyObjectWrapper<>(List.of());
    private Consumer<app.pitot.ui.transcript.Message> revealed = _ -> {};

    /**
     * @param retrying makes what helps after a failure, given what asks again
     * @param showed called whenever the conversation was shown as it is now
     */
    Shown(Desk desk, LiveReplies lives, Asker asker, Acts acts, TranscriptModel transcript,
            Function<BiConsumer<Message, Sending>, Retries> retrying, Runnable showed) {
        this.desk = desk;
        this.lives = lives;
        this.asker = asker;
        this.showed = showed;
        var besideMenu = new MessageMenu(acts::edit, acts::againBeside, acts::againWith, acts::goOn, _ -> {},
                acts::branch, acts::request);
        this.beside = new BesideModel(desk, lives, transcript.another(), message -> besideMenu.of(message, false),
                retrying.apply(acts::againBeside), this::specOf, this::show);
        var menu = new MessageMenu(acts::edit, acts::again, acts::againWith, acts::goOn, beside::showVersion,
                acts::branch, acts::request);
        this.branch = new ShownBranch(transcript, lives::of,
                message -> menu.of(message, versions(message) != null), this::versions, acts::submit,
                desk::saveSoon);
        this.retries = retrying.apply(acts::again);
    }

    /** True from Enter until the reply has ended, in the open conversation. */
    ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /** The calls that the last reply wants made, until their results are there; else empty. */
    ReadOnlyObjectProperty<List<ToolCall>> callsWanted() {
        return wanted.getReadOnlyProperty();
    }

    /** A second answer beside the first. */
    BesideModel beside() {
        return beside;
    }

    /** Called with the message that was looked for, once it is in the transcript. */
    void onReveal(Consumer<app.pitot.ui.transcript.Message> reveal) {
        revealed = reveal;
    }

    /** Results that are typed and not sent, by the id of the reply that wants them. */
    Map<String, List<String>> results() {
        return branch.typed(desk.here().tree());
    }

    /** Another conversation is open. */
    void swapped() {
        beside.close();
        retries.forget();
        lives.hideAll();
        branch.recall(desk.here().unsent().results());
        branch.showAnew(desk.here().path());
        show();
    }

    /** The conversation goes on with what was just asked. */
    void asked() {
        beside.close();
        retries.forget();
        show();
    }

    /** Another answer was asked for, beside {@code reply}. */
    void askedBeside(Message reply, LiveReply other) {
        beside.show(reply, other.reply());
        show();
    }

    /** A reply ended, in whichever conversation. */
    void ended(LiveReply live, Message reply, ExchangeResult result) {
        var rows = live.rows();
        if (live.home() == desk.here()) {
            branch.replace(reply);
            beside.ended(reply, result.spec());
            if (rows != null && rows == branch.lastReply()) {
                retries.consider(rows, reply, result.spec(), true);
            }
        }
        tell();
    }

    /** Nothing counts down any more. */
    void leave() {
        retries.forget();
    }

    /** Shows the branch with the message {@code messageId}; no effect if there is none. */
    void reveal(String messageId) {
        if (messageId != null && desk.here().tree().get(messageId).isPresent()) {
            desk.here().reveal(messageId);
            show();
            revealed.accept(branch.rows(messageId));
        }
    }

    /** Shows the open conversation as it is now. */
    void show() {
        branch.show(desk.here().path());
        tell();
        var leaf = branch.lastReply();
        if (leaf != null && lives.of(branch.path().getLast()) == null) {
            var reply = branch.path().getLast();
            retries.show(leaf, reply, specOf(reply));
        }
        showed.run();
    }

    private void tell() {
        desk.tell();
        running.set(!lives.in(desk.here()).isEmpty());
        wanted.set(running.get() ? List.of() : desk.here().callsWanted());
    }

    private Versions versions(Message message) {
        return Siblings.of(desk.here().tree(), message, version -> {
            beside.close();
            desk.here().show(version.id());
            show();
        });
    }

    private ExchangeSpec specOf(Message reply) {
        return asker.specOf(desk.here(), reply);
    }
}
