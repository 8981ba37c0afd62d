package app.pitot.api;

import java.util.Locale;
import java.util.regex.Pattern;

/** Which {@link ErrorKind} a refusal is: by status first, then by the provider's code, then by its words. */
final class ErrorKinds {
    private static final Pattern CONTEXT = Pattern.compile(
            "context_length|context length|context window|maximum context|max_tokens_exceeded|prompt is too long"
                    + "|input is too long|reduce the length of (the|your) (messages|prompt)|token_limit_exceeded");
    private static final Pattern RETIRED = Pattern.compile(
            "model_archived|model_decommissioned|model\\b.{0,200}\\b(is archived|decommissioned|no longer|retired)");
    private static final Pattern NO_MODEL = Pattern.compile("model_not_found|unknown model|invalid model"
            + "|model\\b.{0,200}\\b(does not exist|not found|not exist)|no such model|no endpoints found");
    private static final Pattern QUEUE = Pattern
            .compile(
                    "queue|high traffic|overloaded|over capacity|capacity_exceeded|provider_unavailable|engine is busy"
                            + "|rate-limited upstream");
    private static final Pattern BILLING = Pattern
            .compile("insufficient_quota|payment_required|insufficient credit|insufficient balance|billing_");
    private static final Pattern MODERATED = Pattern.compile("moderation|flagged|guardrail|content policy");
    private static final Pattern KEY = Pattern
            .compile("api key not valid|invalid api key|invalid_api_key|wrong_api_key|incorrect api key");

    private ErrorKinds() {}

    /**
     * @param status of the response, or what a body inside a 200 names; 200 if it names none
     * @param withKey whether a key was sent
     * @param model that was asked for; null if none was
     */
    static ErrorKind of(int status, ErrorBody error, boolean withKey, String model) {
        var words = (error.message() + " " + error.code() + " " + error.type()).toLowerCase(Locale.ROOT);
        var routed = routed(error, words);
        var kind = routed != null ? routed : byStatus(status, error, words, withKey);
        return kind == ErrorKind.NOT_FOUND && names(error, model) ? ErrorKind.MODEL_NOT_FOUND : kind;
    }

    /** By the word of a router that has one for it; null if it has none or one that says no more than the status. */
    private static ErrorKind routed(ErrorBody error, String words) {
        return switch (String.valueOf(error.routed())) {
            case "context_length_exceeded", "max_tokens_exceeded", "token_limit_exceeded" -> ErrorKind.CONTEXT_LENGTH;
            case "authentication" -> ErrorKind.UNAUTHORIZED;
            case "payment_required" -> payment(error);
            case "permission_denied" -> ErrorKind.FORBIDDEN;
            case "rate_limit_exceeded" -> tooMany(words, error);
            case "provider_overloaded" -> ErrorKind.QUEUE;
            case "provider_unavailable", "timeout" -> ErrorKind.UNAVAILABLE;
            case "invalid_request" -> bad(words);
            case "payload_too_large" -> ErrorKind.TOO_LARGE;
            case "content_policy_violation", "refusal" -> ErrorKind.CONTENT_REFUSED;
            case "server" -> ErrorKind.SERVER_ERROR;
            default -> null;
        };
    }

    /** Whoever knows which model was asked for is the endpoint: it is not the address that is wrong. */
    private static boolean names(ErrorBody error, String model) {
        return model != null && model.length() > 2 && !error.page() && error.message() != null
                && Pattern.compile("(?<![\\w])" + Pattern.quote(model) + "(?![\\w])", Pattern.CASE_INSENSITIVE)
                        .matcher(error.message()).find();
    }

    private static ErrorKind payment(ErrorBody error) {
        return switch (String.valueOf(error.source())) {
            case "openrouter_in_flight_budget" -> ErrorKind.BUDGET_IN_FLIGHT;
            case "openrouter_credits" -> ErrorKind.CREDITS;
            case "openrouter_key_limit" -> ErrorKind.KEY_LIMIT;
            default -> ErrorKind.PAYMENT_REQUIRED;
        };
    }

    private static ErrorKind byStatus(int status, ErrorBody error, String words, boolean withKey) {
        return switch (status) {
            case 401 -> ErrorKind.UNAUTHORIZED;
            case 402 -> payment(error);
            case 403 -> error.page()
                    ? ErrorKind.EDGE_BLOCKED
                    : !withKey || words.contains("not authenticated") ? ErrorKind.UNAUTHORIZED : forbidden(words);
            case 404 -> {
                var model = model(words);
                yield model != null
                        ? model
                        : "model".equals(error.param()) ? ErrorKind.MODEL_NOT_FOUND : ErrorKind.NOT_FOUND;
            }
            case 405 -> ErrorKind.NOT_FOUND;
            case 407 -> ErrorKind.PROXY_AUTH;
            case 408 -> ErrorKind.UNAVAILABLE;
            case 413 -> CONTEXT.matcher(words).find() ? ErrorKind.CONTEXT_LENGTH : ErrorKind.TOO_LARGE;
            case 429 -> tooMany(words, error);
            case 498, 529 -> ErrorKind.QUEUE;
            case 503 -> ErrorKind.UNAVAILABLE;
            default -> status >= 500 || status == 499
                    ? ErrorKind.SERVER_ERROR
                    : status >= 400 ? bad(words) : status >= 300 ? ErrorKind.REDIRECT : byWords(words, error);
        };
    }

    private static ErrorKind tooMany(String words, ErrorBody error) {
        if (words.contains("request too large")) {
            return ErrorKind.TOO_LARGE;
        }
        if (BILLING.matcher(words).find()) {
            return ErrorKind.PAYMENT_REQUIRED;
        }
        boolean load = "queue".equals(error.param()) || QUEUE.matcher(words).find();
        return load && !words.contains("quota_exceeded") ? ErrorKind.QUEUE : ErrorKind.RATE_LIMIT;
    }

    private static ErrorKind bad(String words) {
        if (CONTEXT.matcher(words).find()) {
            return ErrorKind.CONTEXT_LENGTH;
        }
        var model = model(words);
        if (model != null) {
            return model;
        }
        return KEY.matcher(words).find() ? ErrorKind.UNAUTHORIZED : ErrorKind.BAD_REQUEST;
    }

    private static ErrorKind model(String words) {
        return RETIRED.matcher(words).find()
                ? ErrorKind.MODEL_RETIRED
                : NO_MODEL.matcher(words).find() ? ErrorKind.MODEL_NOT_FOUND : null;
    }

    private static ErrorKind forbidden(String words) {
        return MODERATED.matcher(words).find() ? ErrorKind.CONTENT_REFUSED : ErrorKind.FORBIDDEN;
    }

    /** A 200 whose body is an error without a status. */
    private static ErrorKind byWords(String words, ErrorBody error) {
        if (words.contains("rate limit") || words.contains("rate_limit") || words.contains("too_many_requests")) {
            return tooMany(words, error);
        }
        if (BILLING.matcher(words).find()) {
            return ErrorKind.PAYMENT_REQUIRED;
        }
        var kind = bad(words);
        if (kind != ErrorKind.BAD_REQUEST) {
            return kind;
        }
        if (QUEUE.matcher(words).find()) {
            return ErrorKind.QUEUE;
        }
        return "server_error".equals(error.code()) ? ErrorKind.SERVER_ERROR : ErrorKind.IN_STREAM;
    }
}
