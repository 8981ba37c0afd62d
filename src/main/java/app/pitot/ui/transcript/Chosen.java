package app.pitot.ui.transcript;

import app.pitot.base.Texts;
import java.util.List;
import java.util.function.Consumer;
import org.fxmisc.flowless.VirtualFlow;

/** The message that the keyboard is at: moves from one to the next, brings it into sight, says what it is. */
final class Chosen {
    private static final int SPOKEN = 2_000;

    private final VirtualFlow<Row, RowCell> flow;
    private final TranscriptModel model;
    private final Runnable repaint;
    private final Consumer<String> speak;
    private Message message;

    /** @param speak told what a screen reader should say */
    Chosen(VirtualFlow<Row, RowCell> flow, TranscriptModel model, Runnable repaint, Consumer<String> speak) {
        this.flow = flow;
        this.model = model;
        this.repaint = repaint;
        this.speak = speak;
    }

    /** Null while there is none. */
    Message message() {
        return message;
    }

    /** One message up or down; from the lowest in sight if none is chosen. */
    void move(int step) {
        var messages = model.messages();
        int at = indexOf(messages, message);
        int to = at < 0 ? indexOf(messages, lowest()) : Math.clamp(at + step, 0, messages.size() - 1);
        if (to >= 0) {
            choose(messages.get(to));
        }
    }

    private static int indexOf(List<Message> messages, Message wanted) {
        return wanted == null ? -1 : messages.indexOf(wanted);
    }

    private Message lowest() {
        int row = Math.min(flow.getLastVisibleIndex(), model.rows().size() - 2);
        return row < 0 ? null : model.rows().get(row).message();
    }

    void choose(Message next) {
        clear();
        message = next;
        message.chosen().set(true);
        show(next);
        speak.accept(words(next));
        repaint.run();
    }

    void clear() {
        if (message != null) {
            message.chosen().set(false);
            message = null;
            repaint.run();
        }
    }

    /** Brings the beginning of a message into sight. */
    void show(Message wanted) {
        model.place(wanted);
        int at = model.start(wanted);
        if (at >= 0) {
            var cell = flow.getCellIfVisible(at);
            boolean whole = cell.isPresent() && cell.get().getNode().getBoundsInParent().getMinY() >= 0
                    && cell.get().getNode().getBoundsInParent().getMinY() < flow.getHeight() * 0.6;
            if (!whole) {
                flow.showAtOffset(at, 0);
            }
        }
    }

    private static String words(Message message) {
        var text = message.plainText();
        var some = text.length() > SPOKEN ? text.substring(0, SPOKEN) : text;
        return switch (message) {
            case Question question -> Texts.get("transcript.question") + ": " + some;
            case ReplyRows reply -> Texts.get("transcript.reply", reply.title(), some);
        };
    }
}
