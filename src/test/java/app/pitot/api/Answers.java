package app.pitot.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Reads answers as the client does, without a wire: the real header parsers, the real reader of refusals. */
public final class Answers {
    /** What one answer says. @param error null for a success */
    public record Read(List<LimitReading> windows, ApiError error) {}

    private Answers() {}

    /** @param body of a refusal; ignored with a success */
    public static Read read(String dialect, int status, Map<String, String> headers, byte[] body, Instant received) {
        var reply = new ReplyHeaders(headers.entrySet(), received);
        var windows = HeaderDialects.read(dialect, "localhost", reply).windows();
        if (status / 100 == 2) {
            return new Read(windows, null);
        }
        var hints = new ErrorParser.Hints(reply.retryAfter(), reply.shouldRetry(), windows);
        var parser = new ErrorParser(new Redactor((String) null), false, "localhost");
        return new Read(windows, parser.refusal(status, body, hints));
    }
}
