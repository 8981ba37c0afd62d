package app.pitot.ui.transcript;

import app.pitot.base.Ticker;
import java.util.ArrayList;
import java.util.List;

/** Makes the rows of a conversation that was opened: the end at once, the rest upwards in the pulses to come. */
final class Opening {
    /** Characters that are read at once: more than the largest window shows. */
    private static final int FIRST = 12_000;
    private static final int AROUND = 4;
    /** What one pulse may spend. */
    private static final long BUDGET_NANOS = 4_000_000;

    private final TranscriptModel model;
    private final List<Message> messages;
    private final Ticker ticker;
    private final Pulses pulses;
    /** Index of the last message that may still wait; -1 if none does. */
    private int last = -1;
    private boolean waiting;

    Opening(TranscriptModel model, List<Message> messages, Ticker ticker, Pulses pulses) {
        this.model = model;
        this.messages = messages;
        this.ticker = ticker;
        this.pulses = pulses;
    }

    /** All messages wait. */
    void begin() {
        last = messages.size() - 1;
        int from = messages.size();
        for (int length = 0; from > 0 && length < FIRST; from--) {
            length += messages.get(from - 1).markdown().length();
        }
        place(from, messages.size());
        later();
    }

    boolean done() {
        return last < 0;
    }

    /** Messages from {@code at} on are gone. */
    void cut(int at) {
        last = Math.min(last, at - 1);
    }

    void around(int at) {
        if (at >= 0 && last >= 0) {
            place(Math.max(0, at - AROUND), Math.min(messages.size(), at + AROUND + 1));
        }
    }

    void all() {
        if (last >= 0) {
            place(0, last + 1);
        }
    }

    private void later() {
        if (!waiting && last >= 0) {
            waiting = true;
            pulses.next(this::turn);
        }
    }

    private void turn() {
        waiting = false;
        long until = ticker.nanos() + BUDGET_NANOS;
        int to = last + 1;
        int from = to;
        while (from > 0 && (from == to || ticker.nanos() - until < 0)) {
            read(messages.get(--from));
        }
        place(from, to);
        later();
    }

    /** The dear part; placing is cheap after it. */
    private static void read(Message message) {
        if (message instanceof ReplyRows reply && reply.unplaced()) {
            reply.readAhead();
        }
    }

    /** Places those that wait of the messages from {@code from} to {@code to}, neighbours together. */
    private void place(int from, int to) {
        for (int end = to; end > from; end--) {
            if (!TranscriptModel.unplaced(messages.get(end - 1))) {
                continue;
            }
            int start = end;
            var rows = new ArrayList<Row>();
            while (start > from && TranscriptModel.unplaced(messages.get(start - 1))) {
                start--;
            }
            int at = model.start(start);
            for (var message : messages.subList(start, end)) {
                rows.addAll(rows(message));
            }
            model.insert(at, rows);
            end = start + 1;
        }
        while (last >= 0 && !TranscriptModel.unplaced(messages.get(last))) {
            last--;
        }
    }

    private static List<Row> rows(Message message) {
        return switch (message) {
            case ReplyRows reply -> reply.place();
            case Question question -> {
                question.unplaced(false);
                yield List.of(new QuestionRow(question));
            }
        };
    }
}
