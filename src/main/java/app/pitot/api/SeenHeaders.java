package app.pitot.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The headers of one response, fit to show: bounded, cleaned, secrets and organisation ids masked.
 *
 * @param dialect the header dialect in which limits were read, never null
 * @param windows what it read, never null
 * @param all at most 100 headers or 8 KB, in the order in which they came
 * @param cut true if there were more
 * @param requestId the provider's own name for this request, or null
 */
public record SeenHeaders(String dialect, List<LimitReading> windows, List<Header> all, boolean cut,
        String requestId) {
    /**
     * One header.
     *
     * @param understood true if something of it was read
     */
    public record Header(String name, String value, boolean understood) {
        /** True for what looks like news of a limit that nobody could read. */
        public boolean unreadLimit() {
            return !understood && LIMIT_LIKE.matcher(name.toLowerCase(Locale.ROOT)).find();
        }
    }

    /** Before any response. */
    public static final SeenHeaders NONE = new SeenHeaders("none", List.of(), List.of(), false, null);

    private static final Pattern LIMIT_LIKE = Pattern
            .compile("rate-?limit|quota|limit|credit|retry|remaining|budget|throttl");
    private static final Pattern SECRET = Pattern.compile(
            "cookie|authoriz|authentic|api-?key|secret|session|csrf|organi[sz]ation|(^|[-_])token$|password|-project$");
    private static final String[] IDS = {"x-generation-id", "x-request-id", "request-id", "cf-ray"};
    private static final int MAX_HEADERS = 100;
    private static final int MAX_CHARS = 8_192;
    private static final int MAX_NAME = 100;
    private static final int MAX_VALUE = 500;

    public SeenHeaders {
        windows = List.copyOf(windows);
        all = List.copyOf(all);
    }

    /** Those whose meaning for the quota is unknown. */
    public List<Header> unreadLimits() {
        return all.stream().filter(Header::unreadLimit).toList();
    }

    /** Those that tell of limits, understood or not; none that may hold a secret. */
    public List<Header> limits() {
        return all.stream().filter(header -> {
            var name = header.name().toLowerCase(Locale.ROOT);
            return LIMIT_LIKE.matcher(name).find() && !SECRET.matcher(name).find();
        }).toList();
    }

    static SeenHeaders of(ReplyHeaders headers, DialectReading reading, Redactor redactor) {
        String id = null;
        for (var name : IDS) {
            if (id == null && headers.get(name) != null) {
                id = Harmless.line(redactor.clean(headers.get(name)), MAX_NAME);
                headers.understood(name);
            }
        }
        headers.retryAfter();
        headers.shouldRetry();
        var all = new ArrayList<Header>();
        int room = MAX_CHARS;
        for (var header : headers.all()) {
            var name = Harmless.line(redactor.clean(header.getKey()), MAX_NAME);
            var value = SECRET.matcher(header.getKey().toLowerCase(Locale.ROOT)).find()
                    ? "…"
                    : Harmless.line(redactor.clean(start(header.getValue())), MAX_VALUE);
            room -= name.length() + value.length();
            if (room < 0 || all.size() == MAX_HEADERS) {
                return new SeenHeaders(reading.dialect(), reading.windows(), all, true, id);
            }
            all.add(new Header(name, value, headers.isUnderstood(header.getKey())));
        }
        return new SeenHeaders(reading.dialect(), reading.windows(), all, false, id);
    }

    /** True if the value of a header of this name, in lower case, may be a secret. */
    static boolean secret(String name) {
        return SECRET.matcher(name).find();
    }

    /** So that nobody searches a flood; long enough that a key across the cut is still found. */
    private static String start(String value) {
        return value.length() <= 2 * MAX_VALUE ? value : value.substring(0, 2 * MAX_VALUE);
    }
}
