package app.pitot.ui.transcript;

import app.pitot.markdown.MarkdownStream;
import java.util.ArrayList;
import java.util.List;

/** Where the rows of one reply stand: reasoning, its text while unfolded, blocks, state, tool calls, notices, figures. */
final class ReplyLayout {
    private final TranscriptModel model;
    private final ReplyRows reply;
    private final ReasoningText reasoning;
    private final ReasoningRow head;
    private final List<BlockRow> blocks = new ArrayList<>();
    private final List<NoticeRow> notices = new ArrayList<>();
    private final List<Row> calls = new ArrayList<>();
    private StateRow state;
    private MetricsRow metrics;
    private boolean headShown;
    private int thoughtsShown;
    private int closed;

    ReplyLayout(TranscriptModel model, ReplyRows reply, ReasoningText reasoning) {
        this.model = model;
        this.reply = reply;
        this.reasoning = reasoning;
        this.head = new ReasoningRow(reply);
        head.expanded().addListener((property, was, is) -> reasoning());
    }

    int size() {
        return noticesAt() + notices.size() + (metrics == null ? 0 : 1);
    }

    /** All rows in order. */
    List<Row> rows() {
        var all = new ArrayList<Row>();
        if (headShown) {
            all.add(head);
        }
        all.addAll(reasoning.rows().subList(0, thoughtsShown));
        all.addAll(blocks);
        if (state != null) {
            all.add(state);
        }
        all.addAll(calls);
        all.addAll(notices);
        if (metrics != null) {
            all.add(metrics);
        }
        return all;
    }

    /** Shows the reasoning's line, and as much of its text as is unfolded. */
    void reasoning() {
        if (!headShown) {
            insert(0, List.of(head));
            headShown = true;
        }
        var rows = reasoning.rows();
        if (head.expanded().get() && thoughtsShown < rows.size()) {
            insert(1 + thoughtsShown, List.copyOf(rows.subList(thoughtsShown, rows.size())));
            thoughtsShown = rows.size();
        } else if (!head.expanded().get() && thoughtsShown > 0) {
            remove(1, 1 + thoughtsShown);
            thoughtsShown = 0;
        }
    }

    /** Those with text: reasoning, folded or not, and blocks. */
    List<Row> textRows() {
        var all = new ArrayList<Row>(reasoning.rows());
        all.addAll(blocks);
        return all;
    }

    void unfold() {
        if (headShown) {
            head.expanded().set(true);
        }
    }

    void summary(String words) {
        head.summary().set(words);
    }

    /** Brings the block rows up to date, touching only those that can have changed. */
    void blocks(MarkdownStream markdown) {
        var current = markdown.blocks();
        var added = new ArrayList<BlockRow>();
        for (int i = closed; i < current.size(); i++) {
            var above = i == 0 ? null : i <= blocks.size() ? blocks.get(i - 1) : added.getLast();
            if (i < blocks.size()) {
                blocks.get(i).set(current.get(i), above);
            } else {
                var row = new BlockRow(reply, current.get(i));
                row.set(current.get(i), above);
                added.add(row);
            }
        }
        if (!added.isEmpty()) {
            insert(blocksAt() + blocks.size(), added);
            blocks.addAll(added);
        } else if (blocks.size() > current.size()) {
            remove(blocksAt() + current.size(), blocksAt() + blocks.size());
            blocks.subList(current.size(), blocks.size()).clear();
        }
        closed = markdown.closed();
    }

    void state(String phase) {
        if (phase.isEmpty()) {
            if (state != null) {
                remove(stateAt(), stateAt() + 1);
                state = null;
            }
        } else {
            if (state == null) {
                var row = new StateRow(reply);
                insert(stateAt(), List.of(row));
                state = row;
            }
            state.text().set(phase);
        }
    }

    void calls(ToolCalls wanted) {
        for (var call : wanted.calls()) {
            calls.add(new ToolCallRow(reply, wanted, call, calls.isEmpty()));
        }
        calls.add(new ToolSendRow(reply, wanted));
        insert(callsAt(), calls);
    }

    void notice(NoticeRow row) {
        insert(noticesAt() + notices.size(), List.of(row));
        notices.add(row);
    }

    void remove(NoticeRow row) {
        int at = notices.indexOf(row);
        if (at >= 0) {
            remove(noticesAt() + at, noticesAt() + at + 1);
            notices.remove(at);
        }
    }

    void metrics(List<Figure> figures, Details details) {
        state("");
        // A reply that is only notices has nothing to measure.
        var measured = headShown || !blocks.isEmpty() || !calls.isEmpty() ? figures : List.<Figure>of();
        boolean bare = measured.isEmpty() && details.isEmpty() && reply.versions().get() == null;
        if (metrics == null && !bare) {
            var row = new MetricsRow(reply, measured, details);
            insert(noticesAt() + notices.size(), List.of(row));
            metrics = row;
        }
    }

    private int blocksAt() {
        return (headShown ? 1 : 0) + thoughtsShown;
    }

    private int stateAt() {
        return blocksAt() + blocks.size();
    }

    private int callsAt() {
        return stateAt() + (state == null ? 0 : 1);
    }

    private int noticesAt() {
        return callsAt() + calls.size();
    }

    private void insert(int at, List<? extends Row> rows) {
        int start = model.start(reply);
        if (start >= 0) {
            model.insert(start + at, rows);
        }
    }

    private void remove(int from, int to) {
        int start = model.start(reply);
        if (start >= 0) {
            model.remove(start + from, start + to);
        }
    }
}
