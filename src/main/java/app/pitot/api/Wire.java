package app.pitot.api;

import java.util.List;

/**
 * What went over the wire for one request, fit to be shown and kept: secrets are masked in it. Offsets are microseconds since
 * the request was handed to the network. Bodies are without any content encoding, as our own reader saw them; where a secret
 * of the account stood in one, each of its bytes is an asterisk. Without {@link Phases#sendStart} nothing was sent, and headers
 * and body are what would have been.
 *
 * @param method such as {@code POST}
 * @param url with whatever a key could stand in masked
 * @param sentHeaders in order; the value of what carries a secret is "…"
 * @param sentBody the bytes of the body, from its beginning
 * @param sentBytes how long the body was
 * @param status null if no response came
 * @param protocol such as {@code h2}; null if unknown
 * @param headers of the response, in order, masked likewise
 * @param body as it came, from its beginning; empty if none came
 * @param bytes how long it was
 * @param arrivals when bytes of it came, in order
 * @param phases when what happened
 */
public record Wire(String method, String url, List<Header> sentHeaders, byte[] sentBody, long sentBytes,
        Integer status, String protocol, List<Header> headers, byte[] body, long bytes, Arrivals arrivals,
        Phases phases) {
    /** Bytes of the body that was sent that are kept at most. */
    public static final int MOST_SENT = 4 << 20;
    /** Bytes of the response that are kept at most. */
    public static final int MOST_BODY = 4 << 20;
    /** Arrivals that are told apart at most; what comes later is in the body, but not when. */
    public static final int MOST_ARRIVALS = 200_000;

    public Wire {
        sentHeaders = List.copyOf(sentHeaders);
        headers = List.copyOf(headers);
    }

    /** One header. */
    public record Header(String name, String value) {}

    /**
     * When bytes came, and how many by then: two arrays of the same length, both rising.
     *
     * @param micros offsets
     * @param ends how many bytes of the body were there
     */
    public record Arrivals(long[] micros, long[] ends) {
        public static final Arrivals NONE = new Arrivals(new long[0], new long[0]);
    }

    /** Offsets; null where it did not happen or is not known. */
    public record Phases(Long dnsStart, Long dnsEnd, Long tcpStart, Long tlsStart, Long connected, Long sendStart,
            Long sendEnd, Long responseHeaders, Long firstByte, Long firstToken, Long firstAnswer, Long lastToken,
            Long end) {
        public static final Phases UNKNOWN = new Phases(null, null, null, null, null, null, null, null, null, null,
                null, null, null);
    }

    /** True if less of the sent body is kept than there was. */
    public boolean sentCut() {
        return sentBody.length < sentBytes;
    }

    /** True if less of the response is kept than there was. */
    public boolean cut() {
        return body.length < bytes;
    }
}
