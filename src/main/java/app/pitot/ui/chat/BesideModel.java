package app.pitot.ui.chat;

import app.pitot.exchange.ExchangeSpec;
import app.pitot.history.Message;
import app.pitot.ui.transcript.MessageAction;
import app.pitot.ui.transcript.TranscriptModel;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Two answers to the same question beside each other: the branch that is shown at the left, another version of one of its
 * replies at the right, stored or as it streams. JavaFX thread only.
 */
public final class BesideModel {
    private final Desk desk;
    private final LiveReplies lives;
    private final TranscriptModel transcript;
    private final ShownBranch right;
    private final Retries retries;
    private final Function<Message, ExchangeSpec> specs;
    private final Runnable changed;
    private final ReadOnlyObjectWrapper<Pair> pair = new ReadOnlyObjectWrapper<>();
    private Message left;
    private Message shown;

    /**
     * Who gave the two answers.
     *
     * @param left a model's name
     * @param right a model's name
     */
    public record Pair(String left, String right) {}

    /**
     * @param actions what can be done with a message at the right
     * @param retries says at the right what went wrong and what can help; nobody else uses it
     * @param specs how a reply was asked for; null if its account is gone
     * @param changed called when another version was chosen to go on with
     */
    BesideModel(Desk desk, LiveReplies lives, TranscriptModel transcript,
            Function<Message, List<MessageAction>> actions, Retries retries, Function<Message, ExchangeSpec> specs,
            Runnable changed) {
        this.desk = desk;
        this.lives = lives;
        this.transcript = transcript;
        this.retries = retries;
        this.specs = specs;
        this.changed = changed;
        this.right = new ShownBranch(transcript, lives::of, actions,
                message -> message.kind() == Message.Kind.REPLY
                        ? Siblings.of(desk.here().tree(), message, this::turn)
                        : null,
                null, () -> {});
    }

    /** Null while nothing is shown beside the conversation. */
    public ReadOnlyObjectProperty<Pair> pair() {
        return pair.getReadOnlyProperty();
    }

    /** What is shown at the right. */
    public TranscriptModel transcript() {
        return transcript;
    }

    /** Goes on with the answer at the left; the other one stays a version of it. */
    public void keepLeft() {
        close();
    }

    /** Goes on with the answer at the right. */
    public void keepRight() {
        if (shown != null) {
            var kept = shown.id();
            close();
            desk.here().show(kept);
            changed.run();
        }
    }

    /** Shows the conversation alone. */
    public void close() {
        if (shown != null) {
            leave();
            right.show(List.of());
            left = null;
            shown = null;
            pair.set(null);
        }
    }

    /** @param beside a version of {@code reply}, which the shown branch has, or which it takes the place of at the right */
    void show(Message reply, Message beside) {
        var first = shown != null && shown.id().equals(reply.id()) ? left : reply;
        close();
        left = first;
        turn(beside);
    }

    /** Shows the version next to {@code reply}, if it has any. */
    void showVersion(Message reply) {
        var versions = desk.here().tree().versions(reply.id()).stream().filter(Siblings::says).toList();
        int at = versions.stream().map(Message::id).toList().indexOf(reply.id());
        if (versions.size() > 1) {
            show(reply, versions.get(at + 1 < versions.size() ? at + 1 : at - 1));
        }
    }

    /**
     * The reply at the right ended.
     *
     * @param asked how it was asked for
     */
    void ended(Message reply, ExchangeSpec asked) {
        if (shown != null && shown.id().equals(reply.id())) {
            shown = reply;
            right.replace(reply);
            retries.consider(right.lastReply(), reply, asked, true);
            tell();
        }
    }

    private void turn(Message version) {
        leave();
        var path = desk.here().tree().path(version.id());
        int from = path.size() - 1;
        while (from > 0 && path.get(from).kind() != Message.Kind.QUESTION) {
            from--;
        }
        shown = version;
        right.showAnew(path.subList(from, path.size()));
        if (lives.of(version) == null) {
            retries.show(right.lastReply(), version, specs.apply(version));
        }
        tell();
    }

    private void leave() {
        retries.forget();
        var streaming = shown == null ? null : lives.of(shown);
        if (streaming != null) {
            streaming.hide();
        }
    }

    private void tell() {
        pair.set(new Pair(who(left), who(shown)));
    }

    private String who(Message reply) {
        var streaming = lives.of(reply);
        return streaming == null ? ReplyWords.title(reply) : streaming.model();
    }
}
