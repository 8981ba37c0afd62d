package app.pitot.syntax;

import java.util.List;
import java.util.Optional;

/** How the code of one language is read for its colours. Immutable; takes time, so not for the JavaFX thread. */
public final class Syntax {
    private final Lexer lexer;

    private Syntax(Lexer lexer) {
        this.lexer = lexer;
    }

    /**
     * What a piece of code holds.
     *
     * @param end to go on with behind it
     */
    public record Coloured(List<Run> runs, State end) {}

    /**
     * The syntax of a language by a name as fences give it, in any case and with the usual short forms.
     *
     * @param language never null
     * @return empty if the language is unknown
     */
    public static Optional<Syntax> of(String language) {
        return Languages.shipped().lexer(language).map(Syntax::new);
    }

    /** The state in front of the first line. */
    public State start() {
        return State.START;
    }

    /** The runs of a whole code. */
    public List<Run> runs(String code) {
        return colour(code, start()).runs();
    }

    /** The runs of a piece of code that goes on with what ended in {@code from}; a piece ends with a line. */
    public Coloured colour(String piece, State from) {
        var runs = new RunList();
        var end = lexer.read(piece, 0, piece.length(), from, runs);
        return new Coloured(runs.all(), end);
    }
}
