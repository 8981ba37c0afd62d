package app.pitot.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;

/**
 * An error object, whatever its shape: flat, wrapped in {@code error}, a string, {@code detail} as text or list,
 * problem+json, {@code {code, message}}, any of them inside a list. Fields are null where the object does not say.
 *
 * @param message as the provider put it, neither cut nor cleaned
 * @param status an HTTP status that the body itself names
 * @param routed a router's own word for what happened, its {@code metadata.error_type}
 * @param source which of a router's limits refused, its {@code metadata.limit_source}
 * @param page true if it came as a web page
 */
record ErrorBody(String message, String code, String type, String param, Integer status, String routed, String source,
        boolean page) {
    private static final int MAX_MESSAGE = 16 * 1024;
    private static final int MAX_NAME = 100;

    ErrorBody(String message, String code, String type, String param, Integer status) {
        this(message, code, type, param, status, null, null, false);
    }

    /** Reads an error answer; null if nothing in {@code root} describes an error. */
    static ErrorBody of(JsonNode root) {
        if (root.isArray()) {
            return root.isEmpty() ? null : of(root.path(0));
        }
        if (root.isTextual()) {
            return new ErrorBody(root.textValue(), null, null, null, null);
        }
        if (!root.isObject()) {
            return null;
        }
        var error = root.path("error");
        if (error.isArray() || error.isMissingNode() && root.path("errors").isArray()) {
            error = error.isArray() ? error.path(0) : root.path("errors").path(0);
        }
        if (error.isObject()) {
            return wrapped(root, error);
        }
        if (error.isTextual()) {
            var longer = Json.string(root, "message");
            return flat(root, longer != null ? longer : error.textValue());
        }
        var message = Json.string(root, "message");
        if (message == null) {
            message = Json.string(root, "msg");
        }
        if (message == null && root.path("message").isObject()) {
            return of(root.path("message"));
        }
        if (message == null) {
            message = detail(root.path("detail"));
        }
        if (message == null) {
            message = Json.string(root, "title");
        }
        return message == null && Json.scalar(root, "code") == null ? null : flat(root, message);
    }

    /** The same with no text longer than an honest one, so that a flood of words is not searched. */
    ErrorBody shortened() {
        return new ErrorBody(start(message, MAX_MESSAGE), start(code, MAX_NAME), start(type, MAX_NAME),
                start(param, MAX_NAME), status, start(routed, MAX_NAME), start(source, MAX_NAME), page);
    }

    private static String start(String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length);
    }

    /** Reads a success that may be an error in disguise; null if it is none. */
    static ErrorBody inSuccess(JsonNode root) {
        if (!root.isObject()) {
            return null;
        }
        var error = root.path("error");
        if (error.isObject() && !error.isEmpty() || error.isTextual() && !error.textValue().isEmpty()
                || "error".equals(Json.string(root, "object"))) {
            return of(root);
        }
        var choice = root.path("choices").path(0).path("error");
        if (choice.isObject() && !choice.isEmpty()) {
            return wrapped(root, choice);
        }
        var groq = root.path("x_groq").path("error");
        if (groq.isTextual() && !groq.textValue().isEmpty()) {
            return new ErrorBody(groq.textValue(), null, null, null, null);
        }
        if (root.has("choices") || root.has("data") && zero(root.path("code"))) {
            return null;
        }
        boolean coded = root.has("code") && !zero(root.path("code")) && !root.path("code").isNull();
        return coded || root.has("detail") || root.has("errors") ? of(root) : null;
    }

    private static boolean zero(JsonNode code) {
        return code.isMissingNode() || code.isNumber() && code.doubleValue() == 0 || "0".equals(code.textValue())
                || "success".equals(code.textValue());
    }

    private static ErrorBody wrapped(JsonNode root, JsonNode error) {
        var message = Json.string(error, "message");
        if (message == null) {
            message = detail(error.path("detail"));
        }
        var metadata = error.path("metadata");
        var raw = Json.string(metadata, "raw");
        if (raw != null && "Provider returned error".equals(message)) {
            message = message + ": " + raw;
        }
        var routed = Json.string(metadata, "error_type");
        var type = Json.string(error, "type");
        var code = Json.scalar(error, "code");
        return new ErrorBody(message, code != null ? code : Json.scalar(root, "code"), type != null ? type : routed,
                Json.string(error, "param"), status(root, code), routed, Json.string(metadata, "limit_source"), false);
    }

    private static ErrorBody flat(JsonNode root, String message) {
        var code = Json.scalar(root, "code");
        return new ErrorBody(message, code, Json.string(root, "type"), Json.string(root, "param"),
                status(root, code));
    }

    private static Integer status(JsonNode root, String code) {
        for (var name : new String[]{"status_code", "status"}) {
            var said = Json.count(root, name);
            if (said != null && said >= 300 && said < 600) {
                return said;
            }
        }
        return code != null && code.matches("[345]\\d\\d") ? Integer.valueOf(code) : null;
    }

    private static String detail(JsonNode detail) {
        if (detail.isTextual()) {
            return detail.textValue();
        }
        if (detail.isObject()) {
            var inner = of(detail);
            return inner == null ? null : inner.message();
        }
        var parts = new ArrayList<String>();
        for (var item : detail) {
            var text = item.isTextual() ? item.textValue() : Json.string(item, "msg");
            var places = new ArrayList<String>();
            item.path("loc").forEach(place -> places.add(place.asText()));
            if (text != null) {
                parts.add(places.isEmpty() ? text : String.join(".", places) + ": " + text);
            }
        }
        return parts.isEmpty() ? null : String.join("; ", parts);
    }
}
