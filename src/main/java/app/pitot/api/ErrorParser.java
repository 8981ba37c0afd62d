package app.pitot.api;

import app.pitot.base.Texts;
import java.io.IOException;
import java.util.List;

/** Makes an {@link ApiError} of what a provider answered instead of a reply. Lives as long as one call. */
final class ErrorParser {
    private static final int MAX_MESSAGE = 500;

    private final Redactor redactor;
    private final boolean withKey;
    private final String host;

    ErrorParser(Redactor redactor, boolean withKey, String host) {
        this.redactor = redactor;
        this.withKey = withKey;
        this.host = host;
    }

    /**
     * Reads a response with an error status.
     *
     * @param body may be empty, cut, or no JSON at all
     * @param retryAfter from the headers, or null
     * @param readings from the headers
     */
    ApiError refusal(int status, byte[] body, Double retryAfter, List<LimitReading> readings) {
        return error(status, status, body(body), retryAfter, readings);
    }

    /** Reads an error object that came with HTTP status {@code status}, which was a success. */
    ApiError inSuccess(int status, ErrorBody error, Double retryAfter, List<LimitReading> readings) {
        return error(status, error.status() == null ? 200 : error.status(), error, retryAfter, readings);
    }

    /** An error inside a stream that had brought text: the kind says so, the rest is the provider's. */
    ApiError inStream(int status, ErrorBody error) {
        var named = inSuccess(status, error, null, List.of());
        return new ApiError(ErrorKind.IN_STREAM, status, named.code(), named.message(), named.retryAfterSeconds(),
                named.window());
    }

    /** An error of ours; {@code quoted} may hold the provider's words. */
    ApiError own(ErrorKind kind, Integer status, String key, String quoted) {
        return new ApiError(kind, status, null, cut(Texts.get(key, host, redactor.clean(quoted))), null, null);
    }

    private static ErrorBody body(byte[] body) {
        try {
            var error = ErrorBody.of(Json.tree(body, 0, body.length));
            if (error != null) {
                return error;
            }
        } catch (IOException notJson) {
            // Plain text or a page: its words are the message.
        }
        var words = HtmlText.strip(body, 0, body.length);
        return new ErrorBody(words.isEmpty() ? null : words, null, null, null, null);
    }

    private ApiError error(int status, int meant, ErrorBody whole, Double retryAfter, List<LimitReading> readings) {
        var error = whole.shortened();
        var kind = ErrorKinds.of(meant, error, withKey);
        var words = error.message() == null ? null : redactor.clean(HtmlText.withoutTags(error.message()));
        var message = words == null || words.isBlank() ? unexplained(status, meant) : words;
        boolean limited = kind == ErrorKind.RATE_LIMIT || kind == ErrorKind.TOO_LARGE;
        var window = limited ? LimitWords.window(error) : null;
        var wait = retryAfter != null || error.message() == null ? retryAfter : LimitWords.wait(error.message());
        if (kind == ErrorKind.RATE_LIMIT) {
            window = window == null ? exhausted(readings) : withReset(window, readings);
        }
        return new ApiError(kind, status, redactor.clean(error.code()), cut(message), wait, window);
    }

    /** The status is told beside the words, unless only the body names it. */
    private String unexplained(int status, int meant) {
        return status == meant
                ? Texts.get("api.status", host)
                : Texts.get("api.status.inside", host, String.valueOf(meant));
    }

    /** The one window whose headers say that nothing is left; null if none or several do. */
    private static LimitReading exhausted(List<LimitReading> readings) {
        var empty = readings.stream().filter(r -> r.remaining() != null && r.remaining() == 0).toList();
        return empty.size() == 1 ? empty.getFirst() : null;
    }

    /** The window that refused, with the reset of its header: a bucket is then full, so one request fits sooner. */
    private static LimitReading withReset(LimitReading window, List<LimitReading> readings) {
        var reset = readings.stream().filter(r -> r.period() == window.period() && r.metric() == window.metric())
                .map(LimitReading::resetSeconds).filter(java.util.Objects::nonNull).findFirst();
        return new LimitReading(window.metric(), window.period(), window.limit(), window.remaining(),
                reset.orElse(window.resetSeconds()));
    }

    private static String cut(String message) {
        return message.length() <= MAX_MESSAGE ? message : message.substring(0, MAX_MESSAGE - 1) + "…";
    }
}
