package app.pitot.simulator;

import app.pitot.base.Texts;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Something that goes wrong on demand: for every request ({@link SimulatorConfig#fault}), or for one request whose last
 * user message has {@code /fault SPEC} as its first line.
 *
 * @param kind what happens
 * @param amount milliseconds, bytes of the event stream or an HTTP status, as the kind says; 0 where it takes none
 * @param nth hits only the nth chat request since the start, counted from 1; null hits every one
 */
public record Fault(Kind kind, long amount, Integer nth) {
    private static final Pattern SPEC = Pattern
            .compile("([a-z0-9-]+?)(?::(?:after-)?(\\d{1,12}))?(?:@([1-9]\\d{0,8}))?");

    /** Each with its name, and its amount if none is given; 0 means that it takes no amount. */
    public enum Kind {
        /** The first token comes so many milliseconds late. */
        SLOW_FIRST_TOKEN("slow-first-token", "[:MS]", 8_000),
        /** After so many bytes nothing more is sent, and the connection stays open. */
        STALL("stall", "[:after-BYTES]", 1_500),
        /** After so many bytes the connection is closed, in the middle of an event or a character if need be. */
        CUT("cut", "[:after-BYTES]", 1_500),
        /** As CUT, but the response ends properly, as if that were all. */
        END("end", "[:after-BYTES]", 1_500),
        /** At the next event an error event comes instead, and the response ends. */
        ERROR("error", "[:after-BYTES]", 1_500),
        /** At the next event broken JSON and broken UTF-8 are sent; the stream goes on. */
        MALFORMED("malformed", "[:after-BYTES]", 1_500),
        /** All is sent at once at the time when the last token is due, as through a buffering proxy. */
        BURST("burst", "", 0),
        /** The last event carries neither usage nor timings. */
        NO_USAGE("no-usage", "", 0),
        /** Half of the prompt is said to have come from the provider's cache. */
        CACHED("cached", "", 0, Dialect.CEREBRAS, Dialect.OPENROUTER),
        /** Refused as if the requests of this minute were used up. */
        REQUESTS_429("429-requests", "", 0),
        /** Refused as if the tokens of this minute were used up. */
        TOKENS_429("429-tokens", "", 0),
        /** Refused as if the day's tokens were used up, or the day's requests where only those are limited. */
        DAY_429("429-day", "", 0),
        /** Refused because the service is busy; no quota is involved. */
        QUEUE_429("429-queue", "", 0, Dialect.CEREBRAS, Dialect.OPENROUTER),
        /** Refused: more input than a minute allows at all. */
        ITPM_413("413-itpm", "", 0, Dialect.GROQ),
        /** Refused: more output than a minute allows at all. */
        OTPM_429("429-otpm", "", 0, Dialect.GROQ),
        /** Refused: wrong key. */
        STATUS_401("401", "", 0),
        /** Refused: payment required. */
        STATUS_402("402", "", 0, Dialect.CEREBRAS, Dialect.OPENROUTER),
        /** Refused: a method of payment is missing. */
        METHOD_402("402-method", "", 0, Dialect.CEREBRAS),
        /** Refused: the key's own limit is reached. */
        KEY_402("402-key", "", 0, Dialect.OPENROUTER),
        /** Refused for a moment: requests in flight hold the rest of the budget. */
        HELD_402("402-in-flight", "", 0, Dialect.OPENROUTER),
        /** Refused: no such model. */
        STATUS_404("404", "", 0),
        /** Refused: the model was served once. */
        ARCHIVED_404("404-archived", "", 0),
        /** Refused: request too large. */
        STATUS_413("413", "", 0),
        /** Refused: no capacity for this tier. */
        STATUS_498("498", "", 0, Dialect.GROQ),
        /** An error in a body that comes with status 200. */
        ERROR_200("error-200", "", 0, Dialect.OPENROUTER),
        /** The same, beside the part of the reply that had come. */
        CHOICE_ERROR("error-choice", "", 0, Dialect.OPENROUTER),
        /** Internal error. */
        STATUS_500("500", "", 0),
        /** Service unavailable. */
        STATUS_503("503", "", 0),
        /** A web page instead of an API answer, with this status. */
        HTML("html", "[:STATUS]", 502);

        private final String label;
        private final String suffix;
        private final long preset;
        private final Set<Dialect> dialects;

        /** @param dialects those that have it; none for all */
        Kind(String label, String suffix, long preset, Dialect... dialects) {
            this.label = label;
            this.suffix = suffix;
            this.preset = preset;
            this.dialects = dialects.length == 0 ? Set.of(Dialect.values()) : Set.of(dialects);
        }

        /** The name in a SPEC. */
        public String label() {
            return label;
        }
    }

    /**
     * Reads a SPEC such as {@code cut}, {@code cut:after-2000} or {@code 429-tokens@3}.
     *
     * @throws IllegalArgumentException with a sentence that lists the valid ones
     */
    public static Fault parse(String spec) {
        var parts = SPEC.matcher(spec.strip().toLowerCase(Locale.ROOT));
        if (parts.matches()) {
            for (var kind : Kind.values()) {
                if (kind.label.equals(parts.group(1)) && (parts.group(2) == null || kind.preset > 0))
                    return of(kind, parts.group(2), parts.group(3), spec);
            }
        }
        throw new IllegalArgumentException(Texts.get("simulator.fault.unknown", spec.strip(), valid()));
    }

    private static Fault of(Kind kind, String amount, String nth, String spec) {
        var value = amount == null ? kind.preset : Long.parseLong(amount);
        if (kind == Kind.HTML && (value < 200 || value > 599))
            throw new IllegalArgumentException(Texts.get("simulator.fault.status", spec.strip()));
        return new Fault(kind, value, nth == null ? null : Integer.valueOf(nth));
    }

    /** The faults that there are, as in {@code cut[:after-BYTES], burst}. */
    public static String valid() {
        return list(kind -> true);
    }

    /** The same for one dialect. */
    public static String valid(Dialect dialect) {
        return list(kind -> kind.dialects.contains(dialect));
    }

    private static String list(Predicate<Kind> which) {
        return Arrays.stream(Kind.values()).filter(which).map(kind -> kind.label + kind.suffix)
                .collect(Collectors.joining(", "));
    }

    /** @throws IllegalArgumentException with a sentence that lists the valid ones, if the dialect does not have it */
    void checkFor(Dialect dialect) {
        if (!kind.dialects.contains(dialect))
            throw new IllegalArgumentException(
                    Texts.get("simulator.fault.dialect", kind.label, dialect.title(), valid(dialect)));
    }

    /** Whether this hits the chat request with this number, counted from 1. */
    boolean hits(long number) {
        return nth == null || nth == number;
    }

    @Override
    public String toString() {
        return kind.label + (kind.preset > 0 ? ":" + amount : "") + (nth == null ? "" : "@" + nth);
    }
}
