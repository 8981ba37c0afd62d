package app.pitot.ui.transcript;

/**
 * One figure of the line below a reply.
 *
 * @param before what stands before the value, empty for nothing: "TTFT"
 * @param value as written: "142", or an en dash if unknown
 * @param after what stands behind it, empty for nothing: "tok/s"
 * @param tooltip where it comes from, in words; null for none
 */
public record Figure(String before, String value, String after, String tooltip) {
    /** A value with its unit behind it. */
    public static Figure of(String value, String unit, String tooltip) {
        return new Figure("", value, unit, tooltip);
    }

    /** "TTFT 142 ms" as one piece of text. */
    String text() {
        return (before + " " + value + " " + after).strip();
    }
}
