package app.pitot.api;

import app.pitot.api.JsonText.Kind;
import app.pitot.base.Texts;
import java.util.regex.Pattern;

/** Finds what would make a body that is no JSON, before anything is sent. */
final class RequestCheck {
    private static final Pattern MEDIA_TYPE = Pattern.compile("image/[a-z0-9.+-]{1,40}");

    private RequestCheck() {}

    /** Null if the request can be written. */
    static ApiError problem(ChatRequest request) {
        var set = request.parameters();
        var error = json("api.parameter.tools", set.tools(), Kind.ARRAY);
        var format = set.responseFormat();
        if (error == null && format != null && format.kind() == ResponseFormat.Kind.SCHEMA) {
            error = json("api.parameter.schema", format.schema() == null ? "" : format.schema(), Kind.OBJECT, true);
        }
        if (error == null) {
            error = json("api.parameter.extra", set.extraBody(), Kind.OBJECT);
        }
        return error == null ? pictures(request) : error;
    }

    private static ApiError json(String field, String text, Kind kind) {
        return json(field, text, kind, false);
    }

    private static ApiError json(String field, String text, Kind kind, boolean needed) {
        if (!needed && !RequestParameters.given(text)) {
            return null;
        }
        return JsonText.check(text, kind).map(problem -> error(Texts.get("api.parameter.place", Texts.get(field),
                problem.message(), String.valueOf(problem.line()), String.valueOf(problem.column())))).orElse(null);
    }

    private static ApiError pictures(ChatRequest request) {
        return request.messages().stream().flatMap(message -> message.images().stream())
                .filter(image -> !MEDIA_TYPE.matcher(image.mediaType()).matches()).findFirst()
                .map(image -> error(Texts.get("api.parameter.picture", Harmless.line(image.mediaType(), 40))))
                .orElse(null);
    }

    private static ApiError error(String message) {
        return new ApiError(ErrorKind.BAD_PARAMETER, null, null, message, null, null);
    }
}
