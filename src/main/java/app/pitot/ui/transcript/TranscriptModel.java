package app.pitot.ui.transcript;

import app.pitot.base.Ticker;
import app.pitot.history.Picture;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The messages of one conversation as rows. Use on the JavaFX thread only. */
public final class TranscriptModel {
    private final Ticker ticker;
    private final Pulses pulses;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ObservableList<Row> view = FXCollections.unmodifiableObservableList(rows);
    private final List<Message> messages = new ArrayList<>();
    private final ReadOnlyLongWrapper edits = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper ends = new ReadOnlyLongWrapper();
    private final Opening opening;
    private final Typing typing;
    private final ReadOnlyObjectWrapper<ReplyRows> finished = new ReadOnlyObjectWrapper<>();

    /**
     * @param ticker bounds the work done in one pulse
     * @param pulses where work that did not fit goes on
     */
    public TranscriptModel(Ticker ticker, Pulses pulses) {
        this.ticker = ticker;
        this.pulses = pulses;
        this.typing = new Typing(ticker);
        this.opening = new Opening(this, messages, ticker, pulses);
    }

    /** Another one, empty, that is paced by the same clock. */
    public TranscriptModel another() {
        return new TranscriptModel(ticker, pulses);
    }

    /** Every row in order, read-only; ends with an {@link EndRow} unless it is empty. */
    public ObservableList<Row> rows() {
        return view;
    }

    /** Questions and replies in order. */
    public List<Message> messages() {
        return List.copyOf(messages);
    }

    /** Grows whenever something was added to what is shown, in new rows or in old ones. */
    public ReadOnlyLongProperty edits() {
        return edits.getReadOnlyProperty();
    }

    /** The reply that finished last; null before the first. */
    public ReadOnlyObjectProperty<ReplyRows> finished() {
        return finished.getReadOnlyProperty();
    }

    /** Adds what the user asked, at the end. */
    public Question addQuestion(String text) {
        return addQuestion(text, List.of());
    }

    /** The same with pictures. */
    public Question addQuestion(String text, List<Picture> pictures) {
        var question = new Question(text, pictures);
        insert(end(), List.of(new QuestionRow(question)));
        messages.add(question);
        edited();
        ends.set(ends.get() + 1);
        return question;
    }

    /** Adds an empty reply at the end. @param title who replies, for screen readers: a model's name */
    public ReplyRows addReply(String title) {
        var reply = new ReplyRows(this, title, ticker, pulses);
        messages.add(reply);
        return reply;
    }

    /**
     * Shows these in the place of all that is shown, and stands at the end. The rows of the last ones are made at once,
     * those above in the pulses to come, without moving what is seen.
     *
     * @return their messages, in order
     */
    public List<Message> show(List<Entry> entries) {
        clear();
        add(entries);
        ends.set(ends.get() + 1);
        return messages();
    }

    /** Adds these at the end. */
    public void add(List<Entry> entries) {
        for (var entry : entries) {
            messages.add(switch (entry) {
                case Entry.Asked asked -> {
                    var question = new Question(asked.text(), asked.pictures());
                    question.unplaced(true);
                    yield question;
                }
                case Entry.Replied replied -> {
                    var reply = new ReplyRows(this, replied.title(), ticker, pulses);
                    reply.keep(replied);
                    yield reply;
                }
            });
        }
        opening.begin();
        edited();
    }

    /** Makes sure that the rows of {@code message} and of those around it are there. Without effect if it is unknown. */
    public void place(Message message) {
        opening.around(messages.indexOf(message));
    }

    /** Makes the rows of every message at once, however long that takes. */
    public void placeAll() {
        opening.all();
    }

    /** True once the rows of every message are there. */
    public boolean placed() {
        return opening.done();
    }

    /** Grows when the reader belongs at the end: a question was asked, another conversation is shown. */
    public ReadOnlyLongProperty ends() {
        return ends.getReadOnlyProperty();
    }

    /** Forgets {@code first} and every message behind it; what still streams there goes nowhere. */
    public void cut(Message first) {
        int at = messages.indexOf(first);
        if (at >= 0) {
            int start = start(at);
            messages.subList(at, messages.size()).clear();
            opening.cut(at);
            if (start < end()) {
                remove(start, end());
            }
            edited();
        }
    }

    /** Forgets every message; what still streams goes nowhere. */
    public void clear() {
        messages.clear();
        opening.cut(0);
        rows.clear();
        edited();
    }

    /** Index of the first row of {@code message}, or -1 if it has no rows, or not yet. */
    public int start(Message message) {
        int at = unplaced(message) ? -1 : messages.indexOf(message);
        return at < 0 ? -1 : start(at);
    }

    /** Index of the row where the message at {@code at} begins, or would. */
    int start(int at) {
        int start = 0;
        for (int i = 0; i < at; i++) {
            start += switch (messages.get(i)) {
                case ReplyRows reply -> reply.size();
                case Question question -> question.unplaced() ? 0 : 1;
            };
        }
        return start;
    }

    /** Every row of {@code message} that has text, in order: also those folded away, and those not placed yet. */
    List<Row> textRows(Message message) {
        return switch (message) {
            case Question question -> List.of(new QuestionRow(question));
            case ReplyRows reply -> reply.textRows();
        };
    }

    static boolean unplaced(Message message) {
        return switch (message) {
            case ReplyRows reply -> reply.unplaced();
            case Question question -> question.unplaced();
        };
    }

    Typing typing() {
        return typing;
    }

    void insert(int index, Collection<? extends Row> added) {
        if (rows.isEmpty()) {
            rows.add(new EndRow());
        }
        rows.addAll(index, added);
    }

    void remove(int from, int to) {
        rows.remove(from, to);
        if (rows.size() == 1) {
            rows.clear();
        }
    }

    void edited() {
        edits.set(edits.get() + 1);
    }

    void finished(ReplyRows reply) {
        finished.set(reply);
    }

    private int end() {
        return Math.max(0, rows.size() - 1);
    }
}
