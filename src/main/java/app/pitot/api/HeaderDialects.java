package app.pitot.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The header dialects by name: cerebras, groq, openai, openrouter, suffix, mistral, anthropic, ietf, none and auto. What a
 * dialect cannot read is never guessed: it stays among the reply's headers as it came.
 */
public final class HeaderDialects {
    private static final String AUTO = "auto";
    private static final List<String> NAMES = List.of(AUTO, "cerebras", "groq", "openai", "openrouter", "suffix",
            "mistral", "anthropic", "ietf", "none");
    private static final Pattern WINDOWED = Pattern
            .compile("x-ratelimit-(limit|remaining|reset)-(requests|tokens)-(minute|hour|day)");
    private static final Pattern PLAIN = Pattern.compile("x-ratelimit-(limit|remaining|reset)-(requests|tokens)");
    private static final Pattern MISTRAL = Pattern.compile("x-ratelimit-(limit|remaining|reset)-req-minute");
    private static final Pattern PER = Pattern.compile("x-ratelimit-.*-per-(minute|hour|day)");
    private static final Map<String, HeaderDialect> BY_NAME = Map.of("cerebras", new CerebrasHeaders(), "groq",
            PlainHeaders.GROQ, "openai", PlainHeaders.OPENAI, "openrouter", new OpenRouterHeaders(), "suffix",
            SuffixHeaders.ANY, "mistral", SuffixHeaders.MISTRAL, "anthropic", new AnthropicHeaders(), "ietf",
            new IetfHeaders(), "none", _ -> List.of());

    private HeaderDialects() {}

    /** The names, in the order in which to offer them. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * Reads the windows out of {@code headers}.
     *
     * @param dialect a name from above; anything else counts as {@code auto}
     * @param host of the endpoint, for headers whose names fit several providers
     */
    static DialectReading read(String dialect, String host, ReplyHeaders headers) {
        var named = dialect == null ? AUTO : dialect.toLowerCase(Locale.ROOT);
        var name = BY_NAME.containsKey(named) ? named : recognise(host, headers);
        var reader = name.equals(AUTO) ? PlainHeaders.guessed(headers) : BY_NAME.get(name);
        return new DialectReading(name, reader.read(headers));
    }

    /** The provider that {@code dialect} or, if it is {@code auto}, the host names; {@code custom} if neither does. */
    static String provider(String dialect, String host) {
        if (dialect != null && !dialect.equals(AUTO) && BY_NAME.containsKey(dialect)) {
            return dialect;
        }
        for (var name : new String[]{"cerebras.ai", "groq.com", "openai.com", "openrouter.ai", "mistral.ai"}) {
            if (host.equals(name) || host.endsWith("." + name)) {
                return name.substring(0, name.indexOf('.'));
            }
        }
        return "custom";
    }

    /** The name of the dialect; {@code auto} if only a guess is possible. */
    private static String recognise(String host, ReplyHeaders headers) {
        boolean plain = false;
        boolean windowed = false;
        boolean suffixed = false;
        boolean mistral = false;
        boolean per = false;
        for (var name : headers.names()) {
            if (name.startsWith(AnthropicHeaders.PREFIX)) {
                return "anthropic";
            }
            mistral |= MISTRAL.matcher(name).matches();
            per |= PER.matcher(name).matches();
            if (PLAIN.matcher(name).matches()) {
                plain = true;
            } else if (WINDOWED.matcher(name).matches()) {
                windowed = true;
            } else if (SuffixHeaders.NAME.matcher(name).matches()) {
                suffixed = true;
            }
        }
        if (suffixed || windowed && plain) {
            return mistral && !per && !plain ? "mistral" : "suffix";
        }
        if (windowed) {
            return provider(AUTO, host).equals("mistral") ? "mistral" : "cerebras";
        }
        if (plain) {
            var provider = provider(AUTO, host);
            boolean groq = provider.equals("groq") || headers.get("x-groq-region") != null;
            return groq ? "groq" : provider.equals("openai") ? "openai" : AUTO;
        }
        boolean bare = headers.get("x-ratelimit-limit") != null || headers.get("x-ratelimit-remaining") != null;
        return bare ? "openrouter" : "ietf";
    }
}
