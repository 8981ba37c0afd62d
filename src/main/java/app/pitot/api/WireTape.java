package app.pitot.api;

import java.nio.ByteBuffer;
import okhttp3.Headers;
import okhttp3.Request;
import okio.Buffer;
import okio.ByteString;

/**
 * Remembers one HTTP request while it happens. Taking a piece copies its bytes into pooled segments. Used by the thread that executes the call.
 */
final class WireTape {
    private static final int NANOS = 1_000;

    private final ByteString sent;
    private final Buffer body = new Buffer();
    /** Of each arrival when it was, and how long the body was by then. */
    private final Buffer arrivals = new Buffer();
    private long length;
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
        if (count < Wire.MOST_ARRIVALS) {
            count++;
            arrivals.writeLong(nanos).writeLong(length);
        }
    }

    void keep(byte[] bytes, int size) {
        body.write(bytes, 0, (int) Math.min(size, Wire.MOST_BODY - body.size()));
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
     * All of it, with secrets masked. Called once.
     *
     * @param asked the request as it was to be sent
     * @param end when it was over
     */
    Wire wire(Request asked, ConnectionListener seen, WireMask mask, long end) {
        var request = seen.request() == null ? asked : seen.request();
        var response = seen.response();
        var kept = body.readByteArray();
        mask.hide(kept, response != null && !response.isSuccessful());
        var sentStart = sent.size() <= Wire.MOST_SENT ? sent : sent.substring(0, Wire.MOST_SENT);
        var sentBytes = sentStart.toByteArray();
        mask.hide(sentBytes, false);
        return new Wire(request.method(), mask.url(request.url()), mask.sent(request.headers()), sentBytes, sent.size(),
                response == null ? null : response.code(), seen.timing().protocol(),
                mask.received(response == null ? Headers.of() : response.headers()), kept, length, arrivals(),
                phases(seen.stamps(), end));
    }

    private Wire.Arrivals arrivals() {
        var all = ByteBuffer.wrap(arrivals.readByteArray());
        var micros = new long[count];
        var ends = new long[count];
        for (int i = 0; i < count; i++) {
            micros[i] = Math.max(0, all.getLong() - begun) / NANOS;
            ends[i] = all.getLong();
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
