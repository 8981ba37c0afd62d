package app.pitot.api;

import app.pitot.base.Texts;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
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
        return get(target, target.baseUrl() + path, true, reading);
    }

    /** Asks for {@code url} on the target's way, but without the key or anything else that is for the endpoint alone. */
    <T> T open(Target target, String url, Reading<T> reading) throws ApiException {
        return get(target, url, false, reading);
    }

    /** Asks for no more than the head of an answer: lists of models can be long. Any status will do. */
    void touch(Target target, String path) throws ApiException {
        var url = url(target.baseUrl() + path);
        try (var passage = Passage.open(client, target, false)) {
            touch(passage, request(passage, url, true).newBuilder().head().build());
        }
    }

    private void touch(Passage passage, Request request) throws ApiException {
        var wire = passage.wire(request, _ -> {});
        try (wire) {
            wire.open().close();
        } catch (IOException e) {
            if (wire.deadOnArrival()) {
                touch(passage, request);
            } else {
                throw new ApiException(passage.failure(e, wire, request.url().host(), null));
            }
        }
    }

    private static HttpUrl url(String address) throws ApiException {
        var url = HttpUrl.parse(address);
        if (url == null) {
            throw new ApiException(
                    new ApiError(ErrorKind.BAD_URL, null, null, Texts.get("api.url.malformed"), null, null));
        }
        return url;
    }

    private <T> T get(Target target, String address, boolean keyed, Reading<T> reading) throws ApiException {
        var url = url(address);
        try (var passage = Passage.open(client, target, false)) {
            return fetch(passage, request(passage, url, keyed), reading);
        }
    }

    static Request request(Passage passage, HttpUrl url, boolean keyed) {
        return (keyed ? passage.request(url) : passage.bare(url)).header("Accept", "application/json")
                .header("Accept-Encoding", "identity").build();
    }

    private <T> T fetch(Passage passage, Request request, Reading<T> reading) throws ApiException {
        var errors = passage.errors(request.url().host());
        var wire = passage.wire(request, _ -> {});
        Integer status = null;
        try (wire; var response = wire.open()) {
            status = response.code();
            if (!response.isSuccessful()) {
                throw new ApiException(refusal(passage, errors, response));
            }
            return read(reading, response, wire, errors);
        } catch (IOException e) {
            if (wire.deadOnArrival()) {
                return fetch(passage, request, reading);
            }
            throw new ApiException(passage.failure(e, wire, request.url().host(), status));
        }
    }

    /**
     * Makes something of a success that has to end.
     *
     * @throws ApiException also if it broke off or went on for too long
     * @throws IOException if the connection failed in another way
     */
    static <T> T read(Reading<T> reading, Response response, WireCall wire, ErrorParser errors)
            throws IOException, ApiException {
        wire.expectShort();
        try {
            return reading.of(response, wire, errors);
        } catch (IOException e) {
            if (wire.overdue()) {
                throw new ApiException(errors.own(ErrorKind.STALLED, response.code(), "api.lookup.endless",
                        String.valueOf(wire.shortAnswer().toSeconds())));
            }
            if (e instanceof EOFException || e instanceof ProtocolException) {
                throw new ApiException(errors.own(ErrorKind.TRUNCATED, response.code(), "api.lookup.cut", ""));
            }
            throw e;
        }
    }

    /** What a response that is no success means. */
    ApiError refusal(Passage passage, ErrorParser errors, Response response) {
        var proxys = passage.proxyRefusal(response.code(), response.request().url());
        if (proxys != null) {
            return proxys;
        }
        if (response.code() < 400) {
            var target = response.header("Location") == null
                    ? null
                    : response.request().url().resolve(response.header("Location"));
            return target == null
                    ? errors.own(ErrorKind.REDIRECT, response.code(), "api.redirect.nowhere", "")
                    : errors.own(ErrorKind.REDIRECT, response.code(), "api.redirect", target.host());
        }
        var headers = new ReplyHeaders(Bodies.headers(response), client.clocks().now());
        return errors.refusal(response.code(), Bodies.start(response, 64 * 1024), headers.retryAfter(), List.of());
    }
}
