package app.pitot.api;

import app.pitot.base.Texts;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which headers of the user's own can be sent. The sentences quote names, never values. */
public final class ExtraHeaders {
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}");
    private static final int MAX_VALUE = 8_192;
    private static final String KEY = "authorization";
    /** What the request itself, the connection or the reading of the answer depends on. */
    private static final Set<String> OURS = Set.of("accept", "accept-encoding", "connection", "content-encoding",
            "content-length", "content-type", "cookie", "cookie2", "expect", "host", "http2-settings", "keep-alive",
            "proxy-authenticate", "proxy-authorization", "proxy-connection", "set-cookie", "te", "trailer",
            "transfer-encoding", "upgrade", "user-agent");

    private ExtraHeaders() {}

    /**
     * Why a header of this name cannot be added, in a sentence; null if it can.
     *
     * @param keyed true if the account has a key, which goes into the {@code Authorization} header
     */
    public static String nameProblem(String name, boolean keyed) {
        if (name == null || !NAME.matcher(name).matches()) {
            return Texts.get("api.header.name");
        }
        var lower = name.toLowerCase(Locale.ROOT);
        if (OURS.contains(lower)) {
            return Texts.get("api.header.ours", name);
        }
        return lower.equals(KEY) && keyed ? Texts.get("api.header.authorization") : null;
    }

    /** Why {@code value} cannot be sent under {@code name}, in a sentence; null if it can. */
    public static String valueProblem(String name, CharSequence value) {
        if (value == null || value.toString().isBlank()) {
            return Texts.get("api.header.empty", name);
        }
        if (value.length() > MAX_VALUE) {
            return Texts.get("api.header.long", name, MAX_VALUE);
        }
        return value.chars().allMatch(c -> c >= ' ' && c < 127) ? null : Texts.get("api.header.value", name);
    }

    /** Why the headers cannot stand together, in a sentence; null if they can. */
    public static String repeated(List<String> names) {
        var seen = new HashSet<String>();
        for (var name : names) {
            if (!seen.add(name.toLowerCase(Locale.ROOT))) {
                return Texts.get("api.header.twice", name);
            }
        }
        return null;
    }
}
