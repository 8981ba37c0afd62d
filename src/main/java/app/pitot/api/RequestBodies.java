package app.pitot.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** Writes chat requests: only what the user set, under the names that the endpoint knows. */
final class RequestBodies {
    private static final MediaType JSON = MediaType.get("application/json");

    private RequestBodies() {}

    /**
     * The body as bytes of UTF-8.
     *
     * @param completionCap true to cap under {@code max_completion_tokens}, false under {@code max_tokens}
     * @param askUsage true to send {@code stream_options.include_usage}
     */
    static byte[] json(ChatRequest request, boolean completionCap, boolean askUsage) {
        var bytes = new ByteArrayOutputStream(1024);
        try (var g = Json.MAPPER.createGenerator(bytes)) {
            g.writeStartObject();
            g.writeStringField("model", request.model());
            g.writeArrayFieldStart("messages");
            for (var message : request.messages()) {
                g.writeStartObject();
                g.writeStringField("role", message.role().wireName());
                g.writeStringField("content", whole(message.text()));
                g.writeEndObject();
            }
            g.writeEndArray();
            g.writeBooleanField("stream", true);
            if (request.temperature() != null) {
                g.writeNumberField("temperature", request.temperature());
            }
            if (request.maxTokens() != null) {
                g.writeNumberField(completionCap ? "max_completion_tokens" : "max_tokens", request.maxTokens());
            }
            if (askUsage) {
                g.writeObjectFieldStart("stream_options");
                g.writeBooleanField("include_usage", true);
                g.writeEndObject();
            }
            g.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** {@code text} with each lone surrogate replaced: it has no place in UTF-8. */
    private static String whole(String text) {
        var bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
    }

    /** {@code json} as a body that OkHttp will not send twice. */
    static RequestBody oneShot(byte[] json) {
        return new RequestBody() {
            @Override
            public MediaType contentType() {
                return JSON;
            }

            @Override
            public long contentLength() {
                return json.length;
            }

            @Override
            public boolean isOneShot() {
                return true;
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                sink.write(json);
            }
        };
    }
}
