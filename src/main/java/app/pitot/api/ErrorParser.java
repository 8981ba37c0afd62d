package app.pitot.api;

import app.pitot.base.Texts;
import app.pitot.provider.Allowance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Makes an {@link ApiError} of what a provider answered instead of a reply. Lives as long as one call. */
final class ErrorParser {
    private static final int MAX_MESSAGE = 500;
    private static final int MAX_CODE = 100;

    private final Redactor redactor;
    private final boolean withKey;
    private final String host;
    private final String model;

    Redactor redactor() {
        return redactor;
    }

    /**
     * What the headers say beside the body.
     *
     * @param retryAfter seconds, or null
     * @param shouldRetry null if it was not said
     * @param windows may be empty
     */
    record Hints(Double retryAfter, Boolean shouldRetry, List<LimitReading> windows) {
        static final Hints NONE = new Hints(null, null, List.of());
    }

    ErrorParser(Redactor redactor, boolean withKey, String host) {
        this(redactor, withKey, host, null);
    }

    private ErrorParser(Redactor redactor, boolean withKey, String host, String model) {
        this.redactor = redactor;
        this.withKey = withKey;
        this.host = host;
        this.model = model;
    }

    /** The same for answers to a request for the model of that id. */
    ErrorParser of(String asked) {
        return new ErrorParser(redactor, withKey, host, asked);
    }

    /**
     * Reads a response with an error status.
     *
     * @param body may be empty, cut, or no JSON at all
     */
    ApiError refusal(int status, byte[] body, Hints hints) {
        return error(status, status, body(body), hints);
    }

    /** Reads an error object that came with HTTP status {@code status}, which was a success. */
    ApiError inSuccess(int status, ErrorBody error, Hints hints) {
        return error(status, error.status() == null ? 200 : error.status(), error, hints);
    }

    ApiError refusal(int status, byte[] body, Double retryAfter, List<LimitReading> windows) {
        return refusal(status, body, new Hints(retryAfter, null, windows));
    }

    ApiError inSuccess(int status, ErrorBody error, Double retryAfter, List<LimitReading> windows) {
        return inSuccess(status, error, new Hints(retryAfter, null, windows));
    }

    /** An error inside a stream that had brought text: the kind says so, the rest is the provider's. */
    ApiError inStream(int status, ErrorBody error) {
        var named = inSuccess(status, error, Hints.NONE);
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
        return new ErrorBody(words.isEmpty() ? null : words, null, null, null, null, null, null, page(body));
    }

    private static boolean page(byte[] body) {
        var start = new String(body, 0, Math.min(body.length, 512), StandardCharsets.UTF_8).stripLeading();
        return (start.startsWith("\uFEFF") ? start.substring(1).stripLeading() : start).startsWith("<");
    }

    private ApiError error(int status, int meant, ErrorBody whole, Hints hints) {
        var error = whole.shortened();
        var excess = LimitWords.excess(error);
        var kind = kind(ErrorKinds.of(meant, error, withKey, model), excess, hints);
        var words = error.message() == null ? null : redactor.clean(HtmlText.withoutTags(error.message()));
        var message = words == null || words.isBlank() ? unexplained(status, meant) : words;
        boolean limited = kind == ErrorKind.RATE_LIMIT || kind == ErrorKind.TOO_LARGE;
        var window = limited ? LimitWords.window(error) : null;
        var wait = hints.retryAfter();
        if (wait == null && error.message() != null) {
            wait = LimitWords.wait(error.message());
        }
        if (kind == ErrorKind.RATE_LIMIT) {
            window = RefusedWindow.of(window, hints.windows());
        }
        return new ApiError(kind, status, Harmless.line(redactor.clean(error.code()), MAX_CODE), cut(message), wait,
                window,
                hints.shouldRetry(), kind == ErrorKind.TOO_LARGE ? excess : null);
    }

    /** What the figures say goes before the status: a limit that is never met is no matter of waiting. */
    private static ErrorKind kind(ErrorKind named, ApiError.Excess excess, Hints hints) {
        if (named != ErrorKind.RATE_LIMIT) {
            return named;
        }
        if (excess != null) {
            return ErrorKind.TOO_LARGE;
        }
        boolean blocked = hints.windows().stream().anyMatch(window -> window.allowance() == Allowance.BLOCKED);
        return blocked ? ErrorKind.NO_QUOTA : named;
    }

    /** The status is told beside the words, unless only the body names it. */
    private String unexplained(int status, int meant) {
        return status == meant
                ? Texts.get("api.status", host)
                : Texts.get("api.status.inside", host, String.valueOf(meant));
    }

    private static String cut(String message) {
        return message.length() <= MAX_MESSAGE ? message : message.substring(0, MAX_MESSAGE - 1) + "…";
    }
}
