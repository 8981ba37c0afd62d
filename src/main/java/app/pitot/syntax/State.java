package app.pitot.syntax;

/** What a reading of code remembers between two pieces, such as the string that it is in. Immutable. */
public final class State {
    /** Where every code begins. */
    static final State START = new State(0, 0, null, null);

    /** What is open, as the lexer numbers it; 0 for nothing. */
    final int mode;
    /** How often it is open, for what nests. */
    final int depth;
    /** The lexer of another language that reads meanwhile, with its own state; both null if there is none. */
    final Lexer guest;
    final State inner;

    private State(int mode, int depth, Lexer guest, State inner) {
        this.mode = mode;
        this.depth = depth;
        this.guest = guest;
        this.inner = inner;
    }

    static State of(int mode, int depth) {
        return mode == 0 ? START : new State(mode, depth, null, null);
    }

    static State with(int mode, int depth, Lexer guest, State inner) {
        return new State(mode, depth, guest, inner);
    }
}
