package app.pitot.ui.params;

/** Stop texts as they are typed into one line: {@code \n}, {@code \t}, {@code \r} and {@code \\} stand for what they name. */
final class StopText {
    private StopText() {}

    /** As shown in a field. */
    static String shown(String stop) {
        return stop.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r");
    }

    /** As sent. A backslash before any other character stands for itself. */
    static String meant(String typed) {
        var out = new StringBuilder();
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            int known = c == '\\' && i + 1 < typed.length() ? "ntr\\".indexOf(typed.charAt(i + 1)) : -1;
            if (known < 0) {
                out.append(c);
            } else {
                out.append("\n\t\r\\".charAt(known));
                i++;
            }
        }
        return out.toString();
    }
}
