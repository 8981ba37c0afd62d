package app.pitot.ui.transcript;

import app.pitot.api.ToolCall;
import app.pitot.base.Ticker;
import app.pitot.markdown.MarkdownStream;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** One reply. Use on the JavaFX thread only; call {@link #append} at most once per pulse. */
public final class ReplyRows implements Message {
    /** What one pulse may spend on reading text; the rest waits for the next pulse. */
    private static final long BUDGET_NANOS = 4_000_000;
    private static final int SLICE = 1_000;
    /** A kept reply of at most this many characters is read in one go. */
    private static final int AT_ONCE = 40_000;

    private final TranscriptModel model;
    private final String title;
    private final Ticker ticker;
    private final Pulses pulses;
    private final Pace pace;
    private final ReplyLayout layout;
    private final MarkdownStream markdown = new MarkdownStream();
    private final StringBuilder source = new StringBuilder();
    private final ReasoningText reasoning = new ReasoningText(this);
    private final BooleanProperty hovered = new SimpleBooleanProperty();
    private final BooleanProperty chosen = new SimpleBooleanProperty();
    private final ObjectProperty<List<MessageAction>> actions = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Versions> versions = new SimpleObjectProperty<>();
    private int read;
    private boolean working;
    private List<Figure> metrics;
    private Details details = Details.NONE;
    private boolean finished;
    private ToolCalls toolCalls;
    private boolean unplaced;
    private boolean kept;

    ReplyRows(TranscriptModel model, String title, Ticker ticker, Pulses pulses) {
        this.model = model;
        this.title = title;
        this.ticker = ticker;
        this.pulses = pulses;
        this.pace = new Pace(ticker, pulses);
        this.layout = new ReplyLayout(model, this, reasoning);
        versions.subscribe(known -> {
            if (finished) {
                layout.metrics(metrics, details);
            }
        });
    }

    /**
     * Adds what arrived since the last pulse; either may be empty.
     *
     * @throws IllegalStateException after {@link #finish}
     */
    public void append(CharSequence answer, CharSequence thought) {
        if (metrics != null) {
            throw new IllegalStateException("the reply is finished");
        }
        if (!thought.isEmpty()) {
            reasoning.append(thought);
            layout.reasoning();
        }
        source.append(answer);
        if (!answer.isEmpty() || !thought.isEmpty()) {
            layout.state("");
        }
        next();
    }

    /** Says what is going on while nothing arrives; empty for nothing. Goes away by itself when something arrives. */
    public void state(String phase) {
        if (!finished) {
            layout.state(phase);
            model.edited();
        }
    }

    /** Length and time of the reasoning as words, e.g. "412 tokens · 0.14 s". */
    public void reasoningSummary(String summary) {
        layout.summary(summary);
    }

    /** No more text comes. Shows the line of figures once everything is shown; an empty list shows no line. */
    public void finish(List<Figure> figures) {
        finish(figures, Details.NONE);
    }

    /** The same with what is known of the request, which a button in that line opens. */
    public void finish(List<Figure> figures, Details known) {
        if (metrics == null) {
            details = known;
            metrics = List.copyOf(figures);
            next();
        }
    }

    /**
     * Shows below the text what the model wants called, before or after the reply finished; at most once.
     *
     * @param wanted not empty
     */
    public ToolCalls calls(List<ToolCall> wanted) {
        toolCalls = new ToolCalls(wanted);
        layout.calls(toolCalls);
        model.edited();
        return toolCalls;
    }

    /** What it wants called; null if that is nothing. */
    public ToolCalls toolCalls() {
        return toolCalls;
    }

    /** Shows {@code notice} below the reply, before or after it finished; the row returned changes or removes it. */
    public NoticeRow notice(Notice notice) {
        var row = new NoticeRow(this, notice);
        layout.notice(row);
        model.edited();
        return row;
    }

    /** Who replies. */
    public String title() {
        return title;
    }

    /** True once everything is shown and nothing more will come. */
    public boolean finished() {
        return finished;
    }

    @Override
    public String markdown() {
        return source.toString();
    }

    @Override
    public String plainText() {
        return plainText(Integer.MAX_VALUE);
    }

    /** Its beginning: at least {@code most} characters if it has so many. */
    String plainText(int most) {
        if (unplaced) {
            readKept();
        }
        return PlainText.of(markdown.blocks(), most);
    }

    /** The reasoning as received; empty if there is none. */
    public String reasoningText() {
        return reasoning.text();
    }

    @Override
    public BooleanProperty chosen() {
        return chosen;
    }

    @Override
    public BooleanProperty hovered() {
        return hovered;
    }

    @Override
    public ObjectProperty<List<MessageAction>> actions() {
        return actions;
    }

    @Override
    public ObjectProperty<Versions> versions() {
        return versions;
    }

    int size() {
        return unplaced ? 0 : layout.size();
    }

    /** True while its rows wait to be made. */
    boolean unplaced() {
        return unplaced;
    }

    /** Takes a reply that is complete, without reading it yet. */
    void keep(Entry.Replied entry) {
        unplaced = true;
        kept = true;
        append(entry.markdown(), entry.reasoning());
        layout.summary(entry.summary());
        if (!entry.calls().isEmpty()) {
            calls(entry.calls());
        }
        entry.notices().forEach(this::notice);
        finish(entry.figures(), entry.details());
    }

    /** Reads a kept reply before its rows are wanted, unless it is very long. */
    void readAhead() {
        if (source.length() <= AT_ONCE) {
            readKept();
        }
    }

    /** Its rows, which its owner puts where they belong; a very long reply goes on being read in later pulses. */
    List<Row> place() {
        readAhead();
        unplaced = false;
        var rows = layout.rows();
        if (!finished) {
            pulses.next(this::next);
        }
        return rows;
    }

    /** Rows with text, folded or not. */
    List<Row> textRows() {
        if (unplaced) {
            readAhead();
        }
        return layout.textRows();
    }

    /** Shows the reasoning, if there is any. */
    void unfold() {
        layout.unfold();
    }

    void remove(NoticeRow row) {
        layout.remove(row);
        model.edited();
    }

    /** Characters of the answer that wait for a later pulse because this one was full. */
    public int waiting() {
        return source.length() - read;
    }

    private void next() {
        if (!working && !unplaced) {
            turn();
        }
    }

    private void readKept() {
        if (!finished) {
            markdown.append(source);
            markdown.finish();
            read = source.length();
            finished = true;
            layout.blocks(markdown);
            layout.metrics(metrics, details);
        }
    }

    private void turn() {
        working = metrics == null && (model.typing().first() || !pace.due());
        if (working) {
            pulses.next(this::turn);
        } else {
            work();
        }
    }

    private void work() {
        pace.shown();
        var until = ticker.nanos() + BUDGET_NANOS;
        do {
            int to = Math.min(source.length(), read + SLICE);
            markdown.append(source.subSequence(read, to));
            read = to;
        } while (read < source.length() && ticker.nanos() - until < 0);
        if (read < source.length()) {
            working = true;
            pulses.next(this::turn);
        } else if (metrics != null && !finished) {
            markdown.finish();
            finished = true;
        }
        layout.blocks(markdown);
        if (finished) {
            layout.metrics(metrics, details);
            if (!kept) {
                model.finished(this);
            }
        }
        model.edited();
    }
}
