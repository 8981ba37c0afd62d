package app.pitot.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The header dialects by name: cerebras, groq, openai, openrouter, suffix, ietf, none and auto. */
final class HeaderDialects {
    private static final Pattern WINDOWED = Pattern
            .compile("x-ratelimit-(limit|remaining|reset)-(requests|tokens)-(minute|hour|day)");
    private static final Pattern PLAIN = Pattern.compile("x-ratelimit-(limit|remaining|reset)-(requests|tokens)");
    private static final Map<String, HeaderDialect> BY_NAME = Map.of("cerebras", new CerebrasHeaders(), "groq",
            PlainHeaders.GROQ, "openai", PlainHeaders.OPENAI, "openrouter", new OpenRouterHeaders(), "suffix",
            new SuffixHeaders(), "ietf", new IetfHeaders(), "none", _ -> List.of());

    private HeaderDialects() {}

    /**
     * Reads the windows out of {@code headers}.
     *
     * @param dialect a name from above; anything else counts as {@code auto}
     * @param host of the endpoint, for headers whose names fit several providers
     */
    static List<LimitReading> read(String dialect, String host, ReplyHeaders headers) {
        var known = BY_NAME.get(dialect == null ? "auto" : dialect.toLowerCase(Locale.ROOT));
        return List.copyOf((known != null ? known : recognise(host, headers)).read(headers));
    }

    /** The provider that {@code dialect} or, if it is {@code auto}, the host names; {@code custom} if neither does. */
    static String provider(String dialect, String host) {
        if (dialect != null && !dialect.equals("auto") && BY_NAME.containsKey(dialect)) {
            return dialect;
        }
        for (var name : new String[]{"cerebras.ai", "groq.com", "openai.com", "openrouter.ai"}) {
            if (host.equals(name) || host.endsWith("." + name)) {
                return name.substring(0, name.indexOf('.'));
            }
        }
        return "custom";
    }

    private static HeaderDialect recognise(String host, ReplyHeaders headers) {
        boolean plain = false;
        boolean windowed = false;
        boolean suffixed = false;
        for (var name : headers.names()) {
            if (PLAIN.matcher(name).matches()) {
                plain = true;
            } else if (WINDOWED.matcher(name).matches()) {
                windowed = true;
            } else if (SuffixHeaders.NAME.matcher(name).matches()) {
                suffixed = true;
            }
        }
        if (suffixed || windowed && plain) {
            return BY_NAME.get("suffix");
        }
        if (windowed) {
            return BY_NAME.get("cerebras");
        }
        if (plain) {
            var provider = provider("auto", host);
            boolean groq = provider.equals("groq") || headers.get("x-groq-region") != null;
            return groq
                    ? PlainHeaders.GROQ
                    : provider.equals("openai") ? PlainHeaders.OPENAI : PlainHeaders.guessed(headers);
        }
        return BY_NAME.get(headers.get("x-ratelimit-limit") != null || headers.get("x-ratelimit-remaining") != null
                ? "openrouter"
                : "ietf");
    }
}
