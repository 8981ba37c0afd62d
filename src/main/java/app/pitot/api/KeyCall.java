package app.pitot.api;

import java.io.IOException;
import java.util.List;
import okhttp3.Response;

/** A {@code GET} that tells for no tokens whether a key is taken. */
final class KeyCall {
    private static final int MAX_ANSWER = 64 * 1024;

    private KeyCall() {}

    /** @throws ApiException unless it is answered with a JSON object that is no error */
    static void ask(Lookup lookup, Target target, String path) throws ApiException {
        lookup.keyed(target, path, KeyCall::taken);
    }

    private static Void taken(Response response, WireCall wire, ErrorParser errors) throws IOException, ApiException {
        var body = Bodies.all(response, MAX_ANSWER, wire);
        int status = response.code();
        try {
            var root = Json.tree(body, 0, body.length);
            var error = ErrorBody.inSuccess(root);
            if (error != null) {
                throw new ApiException(errors.inSuccess(status, error, null, List.of()));
            }
            if (root.isObject()) {
                return null;
            }
        } catch (IOException notJson) {
            // A portal's page, say: told below.
        }
        throw new ApiException(errors.own(ErrorKind.NOT_AN_API, status,
                body.length == 0 ? "api.empty" : "api.not_an_api", HtmlText.strip(body, 0, body.length)));
    }
}
