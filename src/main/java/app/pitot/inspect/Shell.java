package app.pitot.inspect;

/** Words of a POSIX shell. */
final class Shell {
    private Shell() {}

    /** One word that means {@code text} whatever is in it: nothing is special between single quotes but their end. */
    static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    /** The same with the value of an environment variable wherever {@code hidden} stands. */
    static String quoted(String text, String hidden, String variable) {
        if (!text.contains(hidden)) {
            return quoted(text);
        }
        var word = new StringBuilder();
        int from = 0;
        for (int at = text.indexOf(hidden); at >= 0; at = text.indexOf(hidden, from)) {
            append(word, text.substring(from, at));
            word.append("\"$").append(variable).append('"');
            from = at + hidden.length();
        }
        append(word, text.substring(from));
        return word.toString();
    }

    private static void append(StringBuilder word, String text) {
        if (!text.isEmpty()) {
            word.append(quoted(text));
        }
    }
}
