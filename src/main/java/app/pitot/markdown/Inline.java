package app.pitot.markdown;

import java.util.List;

/**
 * A run of text of one style.
 *
 * @param text never null; a line feed is a forced line break
 * @param style sum of {@link #BOLD}, {@link #ITALIC}, {@link #CODE}, {@link #STRIKE} and {@link #UNSEEN}
 * @param target where a link leads, exactly as written and unchecked, or null
 */
public record Inline(String text, int style, String target) {
    public static final int BOLD = 1;
    public static final int ITALIC = 2;
    public static final int CODE = 4;
    public static final int STRIKE = 8;
    /** The mark of a character that would not be seen. */
    public static final int UNSEEN = 16;

    /** A run without any style. */
    public static Inline plain(String text) {
        return new Inline(text, 0, null);
    }

    /** True if all of {@code flags} are set. */
    public boolean is(int flags) {
        return (style & flags) == flags;
    }

    /** The characters of all runs, one after the other. */
    public static String text(List<Inline> runs) {
        var all = new StringBuilder();
        runs.forEach(run -> all.append(run.text));
        return all.toString();
    }
}
