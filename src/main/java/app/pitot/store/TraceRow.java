package app.pitot.store;

import app.pitot.api.Wire;
import app.pitot.exchange.Attempt;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;

/** How a {@link Wire} stands in the table: bodies and head compressed, arrivals as differences. */
final class TraceRow {
    static final CheckedTable TABLE = new CheckedTable("trace", "attempt", "round", "exchange", "started_ms", "size",
            "sent_bytes", "bytes", "head", "sent", "body", "arrivals");
    private static final int MOST_HEAD = 4 << 20;
    private static final String[] PHASES = {"dns", "dnsEnd", "tcp", "tls", "connected", "send", "sendEnd", "headers",
        "firstByte", "firstToken", "firstAnswer", "lastToken", "end"};

    private TraceRow() {}

    /** @param round of the requests of this attempt, counted from 1 */
    static void write(Connection connection, Attempt attempt, int round, Instant at, Small packed)
            throws SQLException {
        TABLE.put(connection, true, attempt.id(), round, attempt.exchangeId(), at.toEpochMilli(), packed.size(),
                packed.sentBytes(), packed.bytes(), packed.head(), packed.sent(), packed.body(), packed.arrivals());
    }

    /** A wire made small. */
    record Small(long sentBytes, long bytes, byte[] head, byte[] sent, byte[] body, byte[] arrivals) {
        /** Takes a while for long bodies. */
        static Small of(Wire wire) {
            return new Small(wire.sentBytes(), wire.bytes(),
                    small(headOf(wire).toString().getBytes(StandardCharsets.UTF_8)),
                    small(wire.sentBody()), small(wire.body()), pack(wire.arrivals()));
        }

        /** Fast rather than small: event streams shrink to a tenth all the same. */
        private static byte[] small(byte[] plain) {
            return Packed.deflated(plain, Deflater.BEST_SPEED);
        }

        int size() {
            return head.length + sent.length + body.length + arrivals.length;
        }
    }

    /** Null if it is not what was written. */
    static Wire read(ResultSet row, boolean good) throws SQLException {
        if (!good) {
            return null;
        }
        var head = Packed.inflated(row.getBytes("head"), MOST_HEAD);
        var sent = Packed.inflated(row.getBytes("sent"), Wire.MOST_SENT);
        var body = Packed.inflated(row.getBytes("body"), Wire.MOST_BODY);
        var arrivals = unpack(row.getBytes("arrivals"));
        if (head == null || sent == null || body == null || arrivals == null) {
            return null;
        }
        var node = Stored.object(new String(head, StandardCharsets.UTF_8));
        return new Wire(node.path("method").asText(), node.path("url").asText(), headers(node.path("sentHeaders")),
                sent,
                row.getLong("sent_bytes"), node.path("status").isInt() ? node.path("status").asInt() : null,
                node.path("protocol").isTextual() ? node.path("protocol").asText() : null,
                headers(node.path("headers")), body, row.getLong("bytes"), arrivals, phases(node.path("phases")));
    }

    private static ObjectNode headOf(Wire wire) {
        var node = JsonNodeFactory.instance.objectNode().put("method", wire.method()).put("url", wire.url())
                .put("status", wire.status()).put("protocol", wire.protocol());
        headers(wire.sentHeaders(), node.putArray("sentHeaders"));
        headers(wire.headers(), node.putArray("headers"));
        var phases = node.putObject("phases");
        var all = offsets(wire.phases());
        for (int i = 0; i < PHASES.length; i++) {
            phases.put(PHASES[i], all[i]);
        }
        return node;
    }

    private static Long[] offsets(Wire.Phases p) {
        return new Long[]{p.dnsStart(), p.dnsEnd(), p.tcpStart(), p.tlsStart(), p.connected(), p.sendStart(),
            p.sendEnd(),
            p.responseHeaders(), p.firstByte(), p.firstToken(), p.firstAnswer(), p.lastToken(), p.end()};
    }

    private static Wire.Phases phases(JsonNode node) {
        var p = new Long[PHASES.length];
        for (int i = 0; i < p.length; i++) {
            p[i] = node.path(PHASES[i]).isNumber() ? Long.valueOf(node.path(PHASES[i]).asLong()) : null;
        }
        return new Wire.Phases(p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7], p[8], p[9], p[10], p[11], p[12]);
    }

    private static void headers(List<Wire.Header> headers, ArrayNode into) {
        headers.forEach(each -> into.addArray().add(each.name()).add(each.value()));
    }

    private static List<Wire.Header> headers(JsonNode array) {
        var all = new ArrayList<Wire.Header>();
        array.forEach(each -> all.add(new Wire.Header(each.path(0).asText(), each.path(1).asText())));
        return all;
    }

    /** Count, then of each how far time and length rose. */
    static byte[] pack(Wire.Arrivals arrivals) {
        int count = arrivals.micros().length;
        var bytes = ByteBuffer.allocate(Packed.VARINT * (2 * count + 1));
        Packed.put(bytes, count);
        long time = 0;
        long end = 0;
        for (int i = 0; i < count; i++) {
            Packed.put(bytes, arrivals.micros()[i] - time);
            Packed.put(bytes, arrivals.ends()[i] - end);
            time = arrivals.micros()[i];
            end = arrivals.ends()[i];
        }
        var packed = new byte[bytes.flip().remaining()];
        bytes.get(packed);
        return packed;
    }

    /** Null for what is none. */
    static Wire.Arrivals unpack(byte[] packed) {
        if (packed == null) {
            return null;
        }
        try {
            var bytes = ByteBuffer.wrap(packed);
            long count = Packed.next(bytes);
            if (count < 0 || count > packed.length) {
                return null;
            }
            var micros = new long[(int) count];
            var ends = new long[(int) count];
            long time = 0;
            long end = 0;
            for (int i = 0; i < count; i++) {
                time += Packed.next(bytes);
                end += Packed.next(bytes);
                micros[i] = time;
                ends[i] = end;
            }
            return new Wire.Arrivals(micros, ends);
        } catch (BufferUnderflowException e) {
            return null;
        }
    }
}
