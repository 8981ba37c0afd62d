package app.pitot.syntax;

/** Reads one kind of code. Immutable, so safe from any thread. */
interface Lexer {
    /**
     * Reads {@code code} from {@code from} to {@code to}, in time proportional to that length.
     *
     * @return the state behind it
     */
    State read(String code, int from, int to, State state, RunList runs);
}
