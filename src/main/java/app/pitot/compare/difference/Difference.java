package app.pitot.compare.difference;

import java.util.List;

/**
 * How one text becomes another.
 *
 * @param pieces in order; what goes stands before what comes in its place
 * @param grain how finely they were compared
 * @param common share of the words that both have in common, 0 to 1: twice the common ones over those of both; null if
 *        neither has a word
 * @param steps that it took, for bounds
 */
public record Difference(List<Piece> pieces, Grain grain, Double common, long steps) {
    /** How finely two texts were compared: the more steps that would take, the coarser. */
    public enum Grain {
        WORDS, LINES,
        /** What is between the beginning and the end that they share counts as replaced. */
        WHOLE
    }

    public Difference {
        pieces = List.copyOf(pieces);
    }

    /** The first text. */
    public String before() {
        return without(Piece.Kind.ADDED);
    }

    /** The second text. */
    public String after() {
        return without(Piece.Kind.REMOVED);
    }

    private String without(Piece.Kind kind) {
        var text = new StringBuilder();
        pieces.stream().filter(piece -> piece.kind() != kind).forEach(piece -> text.append(piece.text()));
        return text.toString();
    }
}
