package app.pitot.api;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongConsumer;
import okhttp3.Response;
import okio.BufferedSource;
import okio.GzipSource;
import okio.InflaterSource;
import okio.Okio;

/** Reading of response bodies and headers. */
final class Bodies {
    private Bodies() {}

    /** The body, unpacked although no packing was asked for. */
    static BufferedSource source(Response response) throws IOException {
        var raw = response.body().source();
        var coding = String.valueOf(response.header("Content-Encoding", "identity")).strip().toLowerCase(Locale.ROOT);
        return switch (coding) {
            case "identity", "" -> raw;
            case "gzip", "x-gzip" -> Okio.buffer(new GzipSource(raw));
            case "deflate" -> Okio.buffer(new InflaterSource(raw, new java.util.zip.Inflater()));
            default -> throw new java.util.zip.ZipException("unknown content coding");
        };
    }

    /** The first {@code limit} bytes of an error body, or as many of them as can be read. */
    static byte[] start(Response response, int limit) {
        return start(response, limit, _ -> {});
    }

    /** The same with somebody who is told how many bytes each read returned. */
    static byte[] start(Response response, int limit, LongConsumer read) {
        var bytes = new okio.Buffer();
        try {
            var source = source(response);
            while (bytes.size() < limit) {
                long count = source.read(bytes, limit - bytes.size());
                if (count < 0) {
                    break;
                }
                read.accept(count);
            }
        } catch (IOException e) {
            // The status is known: a cut explanation is better than another error over it.
            return bytes.readByteArray();
        }
        return bytes.readByteArray();
    }

    /** The whole body, watched for silence like a stream. */
    static byte[] all(Response response, int limit, WireCall wire) throws IOException {
        var bytes = new okio.Buffer();
        var source = source(response);
        while (source.read(bytes, 8_192) >= 0) {
            wire.heard();
            if (bytes.size() > limit) {
                throw new TooLongException(limit);
            }
        }
        return bytes.readByteArray();
    }

    /** All headers as pairs. */
    static List<Map.Entry<String, String>> headers(Response response) {
        var all = new ArrayList<Map.Entry<String, String>>();
        for (var header : response.headers()) {
            all.add(Map.entry(header.getFirst(), header.getSecond()));
        }
        return all;
    }
}
