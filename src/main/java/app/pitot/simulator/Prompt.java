package app.pitot.simulator;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What the simulator makes of the user's last message.
 *
 * @param text without the fault line and a number in brackets before it
 * @param faultSpec what follows {@code /fault} on the first line, or null
 */
record Prompt(String text, String faultSpec) {
    /** What keeps a prompt from being known to a cache is not part of what is asked. */
    private static final Pattern NONCE = Pattern.compile("^\\[\\d{1,18}]\\R");
    private static final Pattern FAULT = Pattern.compile("^\\s*/fault\\b[ \\t]*([^\\r\\n]*)\\R?");
    private static final Pattern TOKENS = Pattern.compile("\\b(\\d[\\d,]{0,8})\\s*(k\\b)?\\s*tokens?\\b");
    private static final Pattern SENTENCE = Pattern.compile("\\bone (short )?sentence\\b|\\bin a sentence\\b");
    private static final Pattern SHORT = Pattern.compile("\\b(briefly|brief|short|shortly|tl;?dr|few words)\\b");
    private static final Pattern LONG = Pattern.compile("\\b(long|detailed|in detail|essay|thorough|in depth)\\b");
    private static final int MOST = 200_000;

    /** How long a reply is to be. */
    sealed interface Length {
        record OneSentence() implements Length {}

        /** @param least tokens; the reply ends at the next good place */
        record About(int least, int most) implements Length {}

        record Exactly(int tokens) implements Length {}
    }

    static Prompt of(String message) {
        var asked = NONCE.matcher(message).replaceFirst("");
        var fault = FAULT.matcher(asked);
        return fault.lookingAt()
                ? new Prompt(asked.substring(fault.end()).strip(), fault.group(1).strip())
                : new Prompt(asked.strip(), null);
    }

    Length length() {
        var lower = text.toLowerCase(Locale.ROOT);
        var tokens = TOKENS.matcher(lower);
        if (tokens.find()) {
            long number = Long.parseLong(tokens.group(1).replace(",", "")) * (tokens.group(2) == null ? 1 : 1_000);
            return new Length.Exactly(Math.clamp(number, 1, MOST));
        }
        if (SENTENCE.matcher(lower).find())
            return new Length.OneSentence();
        if (SHORT.matcher(lower).find())
            return new Length.About(80, 130);
        return LONG.matcher(lower).find() ? new Length.About(2_500, 3_200) : new Length.About(500, 800);
    }
}
