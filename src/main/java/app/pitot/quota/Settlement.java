package app.pitot.quota;

/**
 * What a request took in the end.
 *
 * @param kind what happened to it
 * @param promptTokens reported; 0 unless kind is USED
 * @param completionTokens reported; 0 unless kind is USED
 * @param cachedTokens reported; 0 unless kind is USED
 * @param costMicros millionths of a US dollar, reported or worked out; 0 if unknown
 */
public record Settlement(Kind kind, long promptTokens, long completionTokens, long cachedTokens,
        long costMicros) {
    public enum Kind {
        /** Answered, with usage. */
        USED,
        /** It reached the provider but no usage came (stopped, truncated): the reservation stays charged. */
        UNKNOWN,
        /** Refused by a quota before it ran: nothing is charged. */
        REFUSED,
        /** Refused for any other reason, such as the provider's load or its bill: nothing is charged. */
        DECLINED,
        /** Never reached the provider: nothing is charged or counted. */
        NOT_SENT
    }

    public static Settlement used(long prompt, long completion, long cached) {
        return new Settlement(Kind.USED, prompt, completion, cached, 0);
    }

    /** The same with what it cost. */
    public Settlement costing(long micros) {
        return new Settlement(kind, promptTokens, completionTokens, cachedTokens, micros);
    }

    public static Settlement of(Kind kind) {
        return new Settlement(kind, 0, 0, 0, 0);
    }
}
