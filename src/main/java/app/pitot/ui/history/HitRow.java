package app.pitot.ui.history;

import app.pitot.history.Hit;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * A place that was found, as shown.
 *
 * @param messageId null if the words are in the title alone
 * @param day "Yesterday", "12 Oct"
 * @param excerpt in pieces, in order
 */
record HitRow(String conversationId, String messageId, String title, String day, List<Piece> excerpt) {
    /** So much stands before the first match, in UTF-16 units: it must be seen on the first of two short lines. */
    private static final int BEFORE = 16;
    private static final int LONGEST = 160;

    /** A piece of an excerpt; {@code marked} if it is what was looked for. */
    record Piece(String text, boolean marked) {}

    HitRow {
        excerpt = List.copyOf(excerpt);
    }

    static HitRow of(Hit hit, LocalDate today, ZoneId zone) {
        return new HitRow(hit.conversationId(), hit.messageId(), Known.shown(hit.title()),
                DayGroups.words(hit.at(), today, zone), pieces(hit));
    }

    private static List<Piece> pieces(Hit hit) {
        var text = hit.excerpt();
        var pieces = new ArrayList<Piece>();
        int first = hit.marks().isEmpty() ? 0 : Math.clamp(hit.marks().getFirst().start(), 0, text.length());
        int at = first <= BEFORE ? 0 : wordStart(text, first - BEFORE, first);
        if (at > 0) {
            pieces.add(new Piece("…", false));
        }
        int end = whole(text, Math.min(text.length(), at + LONGEST));
        for (var mark : hit.marks()) {
            int start = Math.clamp(mark.start(), at, end);
            int stop = Math.clamp(mark.end(), start, end);
            add(pieces, text, at, start, false);
            add(pieces, text, start, stop, true);
            at = stop;
        }
        add(pieces, text, at, end, false);
        return pieces;
    }

    private static int wordStart(String text, int from, int before) {
        for (int i = from; i < before; i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i + 1;
            }
        }
        return whole(text, from);
    }

    /** Not within a surrogate pair. */
    private static int whole(String text, int at) {
        return at > 0 && at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at))
                ? at - 1
                : at;
    }

    private static void add(List<Piece> pieces, String text, int start, int end, boolean marked) {
        if (end > start) {
            pieces.add(new Piece(harmless(text.substring(start, end)), marked));
        }
    }

    /** Spaces at the ends stay, unlike with a whole line. */
    private static String harmless(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> clean.appendCodePoint(switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
            case Character.FORMAT, Character.SURROGATE -> 0xFFFD;
            default -> c;
        }));
        return clean.toString();
    }
}
