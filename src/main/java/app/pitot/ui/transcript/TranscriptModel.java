package app.pitot.ui.transcript;

import app.pitot.base.Ticker;
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
    private final ReadOnlyObjectWrapper<ReplyRows> finished = new ReadOnlyObjectWrapper<>();

    /**
     * @param ticker bounds the work done in one pulse
     * @param pulses where work that did not fit goes on
     */
    public TranscriptModel(Ticker ticker, Pulses pulses) {
        this.ticker = ticker;
        this.pulses = pulses;
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
        var question = new Question(text);
        insert(end(), List.of(new QuestionRow(question)));
        messages.add(question);
        edited();
        return question;
    }

    /** Adds an empty reply at the end. @param title who replies, for screen readers: a model's name */
    public ReplyRows addReply(String title) {
        var reply = new ReplyRows(this, title, ticker, pulses);
        messages.add(reply);
        return reply;
    }

    /** Forgets every message; what still streams goes nowhere. */
    public void clear() {
        messages.clear();
        rows.clear();
        edited();
    }

    /** Index of the first row of {@code reply}, or -1 if the reply was cleared away. */
    int start(ReplyRows reply) {
        int start = 0;
        for (var message : messages) {
            if (message == reply) {
                return start;
            }
            start += message instanceof ReplyRows other ? other.size() : 1;
        }
        return -1;
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
