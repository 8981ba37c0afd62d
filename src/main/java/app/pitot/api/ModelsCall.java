package app.pitot.api;

import app.pitot.provider.ModelInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.List;
import okhttp3.Response;

/** Asks for a list of models, of the endpoint or of a public catalogue. */
final class ModelsCall {
    /** In bytes: the largest catalogues have some hundred entries and 1 MB. */
    static final int MAX_LIST = 64 * 1024 * 1024;

    private final Lookup lookup;

    ModelsCall(OkHttpChatClient client) {
        lookup = new Lookup(client);
    }

    List<ModelInfo> get(Target target) throws ApiException {
        return lookup.keyed(target, "/models", reading(target));
    }

    List<ModelInfo> get(Target target, String publicUrl) throws ApiException {
        return lookup.open(target, publicUrl, reading(target));
    }

    /** Reads the list in {@code response}; a success that holds none is an error. */
    static Lookup.Reading<List<ModelInfo>> reading(Target target) {
        return (response, wire, errors) -> {
            var provider = HeaderDialects.provider(target.dialect(), response.request().url().host());
            return read(response, wire, errors, new ModelStream(new ModelList(provider.equals("groq"))));
        };
    }

    private static List<ModelInfo> read(Response response, WireCall wire, ErrorParser errors, ModelStream stream)
            throws IOException, ApiException {
        var body = new WatchedBody(response, wire, MAX_LIST);
        int status = response.code();
        List<ModelInfo> models = null;
        try {
            models = stream.read(body);
            var error = ErrorBody.inSuccess(stream.rest());
            boolean none = models == null || models.isEmpty();
            if (error != null && (none || failed(error))) {
                throw new ApiException(errors.inSuccess(status, error, null, List.of()));
            }
        } catch (TooLongException e) {
            throw new ApiException(errors.own(ErrorKind.TOO_LONG, status, "api.models.too_long", ""));
        } catch (JsonProcessingException notJson) {
            models = null;
        }
        if (models == null) {
            var start = body.wholeStart();
            throw new ApiException(errors.own(ErrorKind.NOT_AN_API, status, start.length == 0
                    ? "api.empty"
                    : "api.not_an_api", HtmlText.strip(start, 0, start.length)));
        }
        return models;
    }

    /** Some gateways give the HTTP status of their success as the code beside a list. */
    private static boolean failed(ErrorBody error) {
        return error.code() != null && !error.code().equals("200");
    }
}
