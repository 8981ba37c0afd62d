package app.pitot.api;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The first words of a page or of plain text, for an error message. */
final class HtmlText {
    /** In characters. */
    static final int LENGTH = 200;
    private static final int LOOKED_AT = 64 * 1024;
    private static final Pattern UNSEEN = Pattern
            .compile("(?is)<(script|style|svg)\\b.*?(</\\1\\s*>|\\z)|<!--.*?(-->|\\z)");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z!][^>]*(>|\\z)");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cntrl}\\p{Zl}\\p{Zp}]+");
    /** What turns the direction of writing, hides or joins. */
    private static final Pattern FORMAT = Pattern.compile("\\p{Cf}+");

    private HtmlText() {}

    /** At most {@link #LENGTH} characters of {@code bytes} without tags; empty if there is no text. */
    static String strip(byte[] bytes, int offset, int length) {
        return strip(new String(bytes, offset, Math.min(length, LOOKED_AT), StandardCharsets.UTF_8));
    }

    private static String strip(String page) {
        var text = withoutTags(page);
        return text.length() <= LENGTH ? text : text.substring(0, LENGTH - 1).strip() + "…";
    }

    /** {@code page} without tags and with single spaces. */
    static String withoutTags(String page) {
        var text = TAG.matcher(UNSEEN.matcher(page).replaceAll(" ")).replaceAll(" ");
        text = text.replace("&nbsp;", " ").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"")
                .replace("&#39;", "'").replace("&amp;", "&");
        return SPACE.matcher(FORMAT.matcher(text).replaceAll("")).replaceAll(" ").strip();
    }
}
