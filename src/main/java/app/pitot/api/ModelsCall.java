package app.pitot.api;

import app.pitot.base.Texts;
import app.pitot.provider.ModelInfo;
import java.io.IOException;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** {@code GET /models}. */
final class ModelsCall {
    private final OkHttpChatClient client;

    ModelsCall(OkHttpChatClient client) {
        this.client = client;
    }

    List<ModelInfo> get(Target target) throws ApiException {
        String bearer = target.key() == null ? null : target.key().bearer();
        var url = HttpUrl.parse(target.baseUrl() + "/models");
        if (url == null) {
            throw new ApiException(
                    new ApiError(ErrorKind.BAD_URL, null, null, Texts.get("api.url.malformed"), null, null));
        }
        var errors = new ErrorParser(new Redactor(bearer), bearer != null, url.host());
        var request = client.request(url, bearer).header("Accept", "application/json")
                .header("Accept-Encoding", "identity").build();
        return fetch(request, errors);
    }

    private List<ModelInfo> fetch(Request request, ErrorParser errors) throws ApiException {
        var wire = client.wire(request, _ -> {});
        Integer status = null;
        try (wire; var response = wire.open()) {
            status = response.code();
            if (!response.isSuccessful()) {
                throw new ApiException(refusal(errors, response));
            }
            return list(Bodies.all(response, ReplyReader.MAX_ANSWER, wire), status, errors);
        } catch (IOException e) {
            if (wire.deadOnArrival()) {
                return fetch(request, errors);
            }
            throw new ApiException(
                    NetworkErrors.of(e, wire.phase(), wire.guard().expired(), request.url().host(), status));
        }
    }

    private ApiError refusal(ErrorParser errors, okhttp3.Response response) {
        if (response.code() < 400) {
            var target = response.header("Location") == null
                    ? null
                    : response.request().url().resolve(response.header("Location"));
            return errors.own(ErrorKind.REDIRECT, response.code(), "api.redirect",
                    target == null ? "–" : target.host());
        }
        var headers = new ReplyHeaders(Bodies.headers(response), client.clocks().now());
        return errors.refusal(response.code(), Bodies.start(response, 64 * 1024), headers.retryAfter(), List.of());
    }

    private static List<ModelInfo> list(byte[] body, int status, ErrorParser errors) throws ApiException {
        try {
            var root = Json.tree(body, 0, body.length);
            var models = ModelList.of(root);
            boolean some = models != null && !models.isEmpty();
            var error = some ? null : ErrorBody.inSuccess(root.isArray() ? root.path(0) : root);
            if (error != null) {
                throw new ApiException(errors.inSuccess(status, error, null, List.of()));
            }
            if (models != null) {
                return models;
            }
        } catch (IOException notJson) {
            // Falls through: what it is instead is said below.
        }
        throw new ApiException(errors.own(ErrorKind.NOT_AN_API, status, body.length == 0
                ? "api.empty"
                : "api.not_an_api", HtmlText.strip(body, 0, body.length)));
    }
}
