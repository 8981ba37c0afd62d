package app.pitot.api;

import java.util.ArrayList;
import java.util.List;
import okhttp3.Headers;
import okhttp3.Request;
import okio.ByteString;

/**
 * Remembers one HTTP request while it happens. Taking a piece copies its bytes and makes no object, but a larger segment now and
 * then. Used by the thread that executes the call.
 */
final class WireTape {
    private static final int FIRST_SEGMENT = 4 * 1024;
    private static final int LARGEST_SEGMENT = 64 * 1024;
    /** Two numbers each. */
    private static final int ARRIVALS_TOGETHER = 512;
    private static final int NANOS = 1_000;

    private final ByteString sent;
    private final List<byte[]> full = new ArrayList<>();
    private final List<long[]> earlier = new ArrayList<>();
    private byte[] segment = new byte[FIRST_SEGMENT];
    private int used;
    private int kept;
    private long length;
    private long[] arrivals = new long[2 * ARRIVALS_TOGETHER];
    private int at;
    private int count;

    private long begun;
    private long firstByte;
    private int pieces;
    private long firstToken;
    private long firstAnswer;
    private long lastToken;

    /** @param sent the body of the request */
    WireTape(ByteString sent) {
        this.sent = sent;
    }

    /** The request is handed to the network now. */
    void begin(long nanos) {
        begun = nanos;
    }

    /** A read of the body returned {@code size} bytes. */
    void read(byte[] bytes, int size, long nanos) {
        arrived(size, nanos);
        keep(bytes, size);
    }

    /** The same without the bytes, for which {@link #keep} is called later. */
    void arrived(int size, long nanos) {
        if (count == 0) {
            firstByte = nanos;
        }
        length += size;
        if (count == Wire.MOST_ARRIVALS) {
            return;
        }
        count++;
        if (at == arrivals.length) {
            earlier.add(arrivals);
            arrivals = new long[2 * ARRIVALS_TOGETHER];
            at = 0;
        }
        arrivals[at++] = nanos;
        arrivals[at++] = length;
    }

    void keep(byte[] bytes, int size) {
        int left = Math.min(size, Wire.MOST_BODY - kept);
        kept += left;
        int from = 0;
        while (left > 0) {
            if (used == segment.length) {
                full.add(segment);
                segment = new byte[Math.min(LARGEST_SEGMENT, 2 * segment.length)];
                used = 0;
            }
            int part = Math.min(left, segment.length - used);
            System.arraycopy(bytes, from, segment, used, part);
            used += part;
            from += part;
            left -= part;
        }
    }

    /**
     * What the last read brought was parsed.
     *
     * @param soFar how many pieces of text and of tool calls came by now
     * @param answered true if one of them was no reasoning
     */
    void said(int soFar, boolean answered, long nanos) {
        if (soFar == pieces) {
            return;
        }
        if (pieces == 0) {
            firstToken = nanos;
        }
        if (answered && firstAnswer == 0) {
            firstAnswer = nanos;
        }
        pieces = soFar;
        lastToken = nanos;
    }

    /**
     * All of it, with secrets masked.
     *
     * @param asked the request as it was to be sent
     * @param end when it was over
     */
    Wire wire(Request asked, ConnectionListener seen, WireMask mask, long end) {
        var request = seen.request() == null ? asked : seen.request();
        var response = seen.response();
        var body = body();
        mask.hide(body, response != null && !response.isSuccessful());
        var sentStart = sent.size() <= Wire.MOST_SENT ? sent : sent.substring(0, Wire.MOST_SENT);
        var sentBytes = sentStart.toByteArray();
        mask.hide(sentBytes, false);
        return new Wire(request.method(), mask.url(request.url()), mask.sent(request.headers()), sentBytes, sent.size(),
                response == null ? null : response.code(), seen.timing().protocol(),
                mask.received(response == null ? Headers.of() : response.headers()), body, length, arrivals(),
                phases(seen.stamps(), end));
    }

    private byte[] body() {
        var whole = new byte[kept];
        int to = 0;
        for (var each : full) {
            System.arraycopy(each, 0, whole, to, each.length);
            to += each.length;
        }
        System.arraycopy(segment, 0, whole, to, kept - to);
        return whole;
    }

    private Wire.Arrivals arrivals() {
        var micros = new long[count];
        var ends = new long[count];
        for (int i = 0; i < count; i++) {
            int block = i / ARRIVALS_TOGETHER;
            var from = block < earlier.size() ? earlier.get(block) : arrivals;
            int in = 2 * (i % ARRIVALS_TOGETHER);
            micros[i] = Math.max(0, from[in] - begun) / NANOS;
            ends[i] = from[in + 1];
        }
        return new Wire.Arrivals(micros, ends);
    }

    private Wire.Phases phases(ConnectionListener.Stamps stamps, long end) {
        return new Wire.Phases(offset(stamps.dnsStart()), offset(stamps.dnsEnd()), offset(stamps.tcpStart()),
                offset(stamps.tlsStart()), offset(stamps.connected()), offset(stamps.sendStart()),
                offset(stamps.sendEnd()), offset(stamps.headers()), offset(firstByte), offset(firstToken),
                offset(firstAnswer), offset(lastToken), offset(end));
    }

    /** Null for what did not happen. */
    private Long offset(long nanos) {
        return nanos == 0 ? null : Math.max(0, nanos - begun) / NANOS;
    }
}
