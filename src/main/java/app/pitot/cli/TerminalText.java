package app.pitot.cli;

/** Text from a server on its way to a terminal. */
final class TerminalText {
    private TerminalText() {}

    /** Line breaks and tabs stay; any other control character could steer the terminal and becomes U+FFFD. */
    static String harmless(CharSequence text) {
        var safe = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean keep = c == '\n' || c == '\t' || !Character.isISOControl(c);
            if (c != '\r') {
                safe.append(keep ? c : '\uFFFD');
            }
        }
        return safe.toString();
    }
}
