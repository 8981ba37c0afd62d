package app.pitot.simulator;

/**
 * A text that grows and always knows its number of tokens. Pieces cannot be counted apart, as a token may span a seam; only
 * the last few characters are counted anew. One thread.
 */
final class Counted {
    private final StringBuilder text = new StringBuilder();
    private int settled;
    private int before;

    Counted append(String piece) {
        text.append(piece);
        while (settled + Tokenizer.AHEAD < text.length()) {
            settled = Tokenizer.end(text, settled);
            before++;
        }
        return this;
    }

    int tokens() {
        return tokensWith("");
    }

    /** The number if this were appended. */
    int tokensWith(String piece) {
        return before + Tokenizer.count(text.substring(settled) + piece);
    }

    /** At most so many characters from its end. */
    String tail(int most) {
        return text.substring(Math.max(0, text.length() - most));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
