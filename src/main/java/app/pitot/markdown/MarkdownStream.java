package app.pitot.markdown;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Markdown that arrives in pieces. Blocks that are followed by another one are closed: they never change and are never
 * parsed again; only the open end is, up to {@link #OPEN_LIMIT} characters of it. The blocks at the end are the same
 * however the text was cut. Not thread-safe: one owner at a time.
 */
public final class MarkdownStream {
    /** As much of the open end as is parsed at each call, in characters; what exceeds it shows as plain text. */
    static final int OPEN_LIMIT = 4_096;
    /** A block that is still open at this length, in characters, is cut. */
    static final int BLOCK_LIMIT = 32_768;

    private final Visible visible = new Visible();
    private final Clusters clusters = new Clusters();
    private final Dialect dialect = new Dialect();
    private final Segmenter segmenter = new Segmenter(dialect);
    private final List<Block> blocks = new ArrayList<>();
    private final List<Block> view = Collections.unmodifiableList(blocks);
    private final StringBuilder tail = new StringBuilder();
    private OpenFence fence;
    private int closed;
    private int number = Segmenter.NO_NUMBER;
    /** Complete lines in the tail when it was last cut; a long tail is looked at again only when it grew by much. */
    private int outlined;
    private boolean afterReturn;

    /** Adds text; any cut is allowed, even inside a CR LF pair or a surrogate pair. */
    public void append(CharSequence arrived) {
        dropOpen();
        add(visible.shown(arrived));
        showOpen();
    }

    private void add(CharSequence arrived) {
        var text = clusters.bounded(arrived);
        int from = 0;
        while (from < text.length()) {
            if (fence != null) {
                from = readFence(text, from);
                continue;
            }
            from = fill(text, from);
            close();
        }
    }

    /** The text ends here: every block is closed. */
    public void finish() {
        dropOpen();
        add(visible.end());
        if (fence != null) {
            fence.end();
            endFence();
        }
        read(tail.toString(), blocks);
        tail.setLength(0);
        closed = blocks.size();
    }

    /** All blocks so far; a live read-only view. */
    public List<Block> blocks() {
        return view;
    }

    /** How many of {@link #blocks()}, from the first on, will never change. */
    public int closed() {
        return closed;
    }

    private void dropOpen() {
        blocks.subList(closed, blocks.size()).clear();
    }

    private int fill(CharSequence text, int from) {
        int i = from;
        while (i < text.length() && tail.length() < BLOCK_LIMIT) {
            char c = text.charAt(i++);
            if (c == '\r') {
                tail.append('\n');
            } else if (c != '\n' || !afterReturn) {
                tail.append(c);
            }
            afterReturn = c == '\r';
        }
        return i;
    }

    private int readFence(CharSequence text, int from) {
        int i = from;
        while (i < text.length() && !fence.closed()) {
            char c = text.charAt(i++);
            if (c != '\n' || !afterReturn) {
                fence.read(c == '\r' ? "\n" : String.valueOf(c), 0);
            }
            afterReturn = c == '\r';
        }
        takeFence();
        return i;
    }

    private void takeFence() {
        blocks.addAll(fence.takeFull());
        if (fence.closed()) {
            endFence();
        }
        closed = blocks.size();
    }

    private void endFence() {
        blocks.addAll(fence.takeFull());
        blocks.add(fence.open());
        closed = blocks.size();
        fence = null;
    }

    /** Moves what can no longer change from the tail to the closed blocks. */
    private void close() {
        boolean full = tail.length() >= BLOCK_LIMIT;
        int complete = tail.lastIndexOf("\n") + 1;
        boolean longTail = complete > OPEN_LIMIT;
        if (complete == 0 || complete == outlined || !full && longTail && complete < outlined * 5 / 4) {
            if (full) {
                force(complete);
            }
            return;
        }
        outlined = complete;
        var text = tail.substring(0, complete);
        var segments = segmenter.segments(text, number);
        if (segments.isEmpty()) {
            drop(complete);
            return;
        }
        var last = segments.getLast();
        if (last.start() > 0) {
            readSegments(text.substring(0, last.start()), segments.subList(0, segments.size() - 1), blocks);
            drop(last.start());
            number = last.number();
        } else if (full && !fenceBegins()) {
            force(complete);
        }
        openFence();
    }

    private boolean fenceBegins() {
        int end = tail.indexOf("\n");
        return end >= 0 && OpenFence.openedBy(tail.substring(0, end), dialect) != null;
    }

    private void force(int complete) {
        int cut = complete > 0 ? complete : Runs.cut(tail, tail.length());
        read(tail.substring(0, cut), blocks);
        drop(cut);
        number = Segmenter.NO_NUMBER;
    }

    private void drop(int length) {
        tail.delete(0, length);
        outlined = 0;
        closed = blocks.size();
    }

    /** If the tail begins with an opening fence, everything goes to that fence until it closes. */
    private void openFence() {
        int end = tail.indexOf("\n");
        if (end < 0) {
            return;
        }
        fence = OpenFence.openedBy(tail.substring(0, end), dialect);
        if (fence != null) {
            var rest = tail.substring(end + 1);
            drop(tail.length());
            number = Segmenter.NO_NUMBER;
            int read = fence.read(rest, 0);
            takeFence();
            tail.append(rest, read, rest.length());
            close();
        }
    }

    private void showOpen() {
        if (fence != null) {
            blocks.add(fence.open());
            return;
        }
        int parsed = tail.length() <= OPEN_LIMIT ? tail.length() : Runs.cut(tail, OPEN_LIMIT);
        read(OpenEnd.readable(tail.substring(0, parsed)), blocks);
        while (parsed < tail.length()) {
            var rest = tail.subSequence(parsed, tail.length());
            int cut = Runs.cut(rest, Runs.within(rest, OPEN_LIMIT));
            blocks.add(new Block.PlainText(Place.TOP, tail.substring(parsed, parsed + cut)));
            parsed += cut;
        }
    }

    private void read(String text, List<Block> into) {
        readSegments(text, segmenter.segments(text, number), into);
    }

    private void readSegments(String text, List<Segmenter.Segment> segments, List<Block> into) {
        for (int i = 0; i < segments.size(); i++) {
            int end = i + 1 < segments.size() ? segments.get(i + 1).start() : text.length();
            into.addAll(piece(text.substring(segments.get(i).start(), end), segments.get(i).number()));
        }
    }

    private List<Block> read(List<String> pieces, int number) {
        var read = BlockReader.read(dialect.parse(pieces.getFirst()), number);
        for (var piece : pieces.subList(1, pieces.size())) {
            var more = BlockReader.read(dialect.parse(piece), Segmenter.NO_NUMBER);
            if (!more.isEmpty() && more.getFirst() instanceof Block.Paragraph paragraph) {
                more.set(0, new Block.Paragraph(read.getLast().place(), paragraph.text(), true));
            }
            read.addAll(more);
        }
        return read;
    }

    private List<Block> piece(String text, int number) {
        int end = text.indexOf('\n');
        var opened = OpenFence.openedBy(end < 0 ? text : text.substring(0, end), dialect);
        if (opened == null) {
            return read(Crowd.pieces(text), number);
        }
        if (end >= 0) {
            opened.read(text, end + 1);
        }
        opened.end();
        var pieces = new ArrayList<>(opened.takeFull());
        pieces.add(opened.open());
        return pieces;
    }
}
