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
    private final ReadOnlyObjectWrapper<ReplyRows> finished = new ReadOnlyObjectWrapper<>();

    /**
     * @param ticker bounds the work done in one pulse
     * @param pulses where work that did not fit goes on
     */
    public TranscriptModel(Ticker ticker, Pulses pulses) {
        this.ticker = ticker;
        this.pulses = pulses;
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
        return question;
    }

    /** Adds an empty reply at the end. @param title who replies, for screen readers: a model's name */
    public ReplyRows addReply(String title) {
        var reply = new ReplyRows(this, title, ticker, pulses);
        messages.add(reply);
        return reply;
    }

    /**
     * Shows these in the place of all that is shown, and stands at the end.
     *
     * @return their messages, in order
     */
    public List<Message> show(List<Entry> entries) {
        clear();
        add(entries);
        return messages();
    }

    /** Adds these at the end. */
    public void add(List<Entry> entries) {
        for (var entry : entries) {
            switch (entry) {
                case Entry.Asked asked -> addQuestion(asked.text(), asked.pictures());
                case Entry.Replied replied -> {
                    var reply = addReply(replied.title());
                    reply.append(replied.markdown(), replied.reasoning());
                    reply.reasoningSummary(replied.summary());
                    if (!replied.calls().isEmpty()) {
                        var calls = reply.calls(replied.calls());
                        if (replied.results() != null) {
                            calls.answered(replied.results());
                        }
                    }
                    replied.notices().forEach(reply::notice);
                    reply.finish(replied.figures(), replied.details());
                }
            }
        }
    }

    /** Forgets {@code first} and every message behind it; what still streams there goes nowhere. */
    public void cut(Message first) {
        int at = messages.indexOf(first);
        if (at >= 0) {
            int start = 0;
            for (var message : messages.subList(0, at)) {
                start += message instanceof ReplyRows reply ? reply.size() : 1;
            }
            messages.subList(at, messages.size()).clear();
            if (start < end()) {
                remove(start, end());
            }
            edited();
        }
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
