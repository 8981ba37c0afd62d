package app.pitot.api;

import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code x-ratelimit-{limit,remaining,reset}-{requests,tokens}}, whose window only the provider's documentation names:
 * at Groq requests per day and tokens per minute, with the reset as the time until full; at OpenAI both per minute.
 *
 * @param requests null if unknown
 * @param tokens null if unknown
 */
record PlainHeaders(Period requests, Period tokens) implements HeaderDialect {
    static final PlainHeaders GROQ = new PlainHeaders(Period.DAY, Period.MINUTE);
    static final PlainHeaders OPENAI = new PlainHeaders(Period.MINUTE, Period.MINUTE);
    /** A minute, and a second for resets that are rounded. */
    private static final double LONGEST_MINUTE = 61;

    /**
     * For a server of which nothing is known. A reset further off than a minute rules a minute out: requests are then
     * counted per day, as at Groq, and of tokens the window stays unknown.
     */
    static PlainHeaders guessed(ReplyHeaders headers) {
        return new PlainHeaders(longer(headers, "x-ratelimit-reset-requests") ? Period.DAY : Period.MINUTE,
                longer(headers, "x-ratelimit-reset-tokens") ? null : Period.MINUTE);
    }

    private static boolean longer(ReplyHeaders headers, String reset) {
        var seconds = headers.resets().seconds(headers.get(reset));
        return seconds != null && seconds > LONGEST_MINUTE;
    }

    @Override
    public List<LimitReading> read(ReplyHeaders headers) {
        var readings = new ArrayList<LimitReading>();
        headers.read(readings, new HeaderNames(Metric.REQUESTS, requests, "x-ratelimit-limit-requests",
                "x-ratelimit-remaining-requests", "x-ratelimit-reset-requests"));
        headers.read(readings, new HeaderNames(Metric.TOKENS, tokens, "x-ratelimit-limit-tokens",
                "x-ratelimit-remaining-tokens", "x-ratelimit-reset-tokens"));
        return readings;
    }
}
