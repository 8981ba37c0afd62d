package app.pitot.markdown;

import java.util.ArrayList;
import java.util.List;

/** Collects the text of one code block and cuts it into pieces that are cheap to lay out. */
final class CodePieces {
    private static final int LINES = 40;
    private static final int CHARS = 8_000;

    private final Place place;
    private final String language;
    private final List<Block> full = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private int lines;
    private boolean first = true;

    CodePieces(Place place, String language) {
        this.place = place;
        this.language = language;
    }

    /** All pieces of {@code text} at once. */
    static List<Block> of(Place place, String info, String text) {
        var pieces = new CodePieces(place, language(info));
        for (int i = 0; i < text.length(); i++) {
            pieces.add(text.charAt(i));
        }
        var all = new ArrayList<>(pieces.takeFull());
        all.add(pieces.open());
        return all;
    }

    /** The first word of an info string. */
    static String language(String info) {
        var trimmed = info == null ? "" : info.strip();
        int end = 0;
        while (end < trimmed.length() && !Character.isWhitespace(trimmed.charAt(end))) {
            end++;
        }
        return trimmed.substring(0, end);
    }

    void add(char c) {
        // A full piece is closed only when something follows, so that the last piece is never empty.
        if (lines == LINES || open.length() >= CHARS && !Character.isLowSurrogate(c)) {
            full.add(new Block.Code(place, language, open.toString(), first ? Block.Part.FIRST : Block.Part.MIDDLE));
            first = false;
            open.setLength(0);
            lines = 0;
        }
        open.append(c);
        if (c == '\n') {
            lines++;
        }
    }

    /** The pieces that will not change any more and were not taken yet. */
    List<Block> takeFull() {
        var taken = List.copyOf(full);
        full.clear();
        return taken;
    }

    /** The last piece as it is now. */
    Block.Code open() {
        return new Block.Code(place, language, open.toString(), first ? Block.Part.WHOLE : Block.Part.LAST);
    }
}
