package app.pitot.api;

import app.pitot.base.Texts;
import java.io.IOException;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;

/** One {@code GET} that costs no tokens. */
final class Lookup {
    /** Makes something of a success. */
    interface Reading<T> {
        T of(Response response, WireCall wire, ErrorParser errors) throws IOException, ApiException;
    }

    private final OkHttpChatClient client;

    Lookup(OkHttpChatClient client) {
        this.client = client;
    }

    /**
     * Asks below the base URL, with the key.
     *
     * @param path begins with a slash
     */
    <T> T keyed(Target target, String path, Reading<T> reading) throws ApiException {
        String bearer = target.key() == null ? null : target.key().bearer();
        return get(target, target.baseUrl() + path, bearer, reading);
    }

    /** Asks for {@code url} on the target's way, but without the key or anything else that is for the endpoint alone. */
    <T> T open(Target target, String url, Reading<T> reading) throws ApiException {
        return get(target, url, null, reading);
    }

    private <T> T get(Target target, String address, String bearer, Reading<T> reading) throws ApiException {
        var url = HttpUrl.parse(address);
        if (url == null) {
            throw new ApiException(
                    new ApiError(ErrorKind.BAD_URL, null, null, Texts.get("api.url.malformed"), null, null));
        }
        var errors = new ErrorParser(new Redactor(bearer), bearer != null, url.host());
        var request = client.request(url, bearer).header("Accept", "application/json")
                .header("Accept-Encoding", "identity").build();
        return fetch(request, errors, reading);
    }

    private <T> T fetch(Request request, ErrorParser errors, Reading<T> reading) throws ApiException {
        var wire = client.wire(request, _ -> {});
        Integer status = null;
        try (wire; var response = wire.open()) {
            status = response.code();
            if (!response.isSuccessful()) {
                throw new ApiException(refusal(errors, response));
            }
            return reading.of(response, wire, errors);
        } catch (IOException e) {
            if (wire.deadOnArrival()) {
                return fetch(request, errors, reading);
            }
            throw new ApiException(
                    NetworkErrors.of(e, wire.phase(), wire.guard().expired(), request.url().host(), status));
        }
    }

    private ApiError refusal(ErrorParser errors, Response response) {
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
}
