package app.pitot.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What a response's headers say of the windows, as the wire reads them. */
public final class ReadHeaders {
    private ReadHeaders() {}

    public static List<LimitReading> of(String dialect, Map<String, String> headers, Instant received) {
        return HeaderDialects.read(dialect, "example.test", new ReplyHeaders(headers.entrySet(), received)).windows();
    }
}
