package app.pitot.compare;

import app.pitot.speed.SpeedReading;

/** What can be compared. Texts: {@code measure.<name>} in the bundle. */
public enum Measure {
    /** Output tokens per second while they arrive. */
    OUTPUT_SPEED(true),
    /** Milliseconds from sending to the first token of any kind. */
    TTFT(false),
    /** Milliseconds from sending to the first token that is not reasoning. */
    FIRST_ANSWER(false),
    /** Milliseconds from sending to the last token. */
    TOTAL(false),
    /** Output tokens over the whole time, the wait included. */
    END_TO_END_SPEED(true),
    /** Bytes of text per second while they arrive: the same for every vocabulary. */
    TEXT_SPEED(true);

    private final boolean more;

    Measure(boolean more) {
        this.more = more;
    }

    /** True if a larger value is faster. */
    public boolean moreIsFaster() {
        return more;
    }

    /** Of a sample that counts; null if it has none. Above 0. */
    public Double of(Sample sample) {
        var speed = sample.speed();
        var value = switch (this) {
            case OUTPUT_SPEED -> speed.outputTokensPerSecond();
            case TTFT -> speed.ttftMs();
            case FIRST_ANSWER -> speed.firstAnswerMs();
            case TOTAL -> speed.totalMs();
            case END_TO_END_SPEED -> speed.endToEndTokensPerSecond();
            case TEXT_SPEED -> textSpeed(speed);
        };
        return value == null || !(value > 0) ? null : value;
    }

    /** The bytes of the first arrival came before the window opened: they leave it as the tokens do. */
    private static Double textSpeed(SpeedReading speed) {
        if (speed.outputTokensPerSecond() == null || speed.outputTokens() == null || speed.outputTokens() == 0) {
            return null;
        }
        return speed.outputTokensPerSecond() * speed.textBytes() / speed.outputTokens();
    }
}
