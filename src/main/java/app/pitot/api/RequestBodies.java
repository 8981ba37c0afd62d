package app.pitot.api;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.BufferedSink;
import okio.ByteString;

/** Writes chat requests: only what the user set, under the names that the endpoint knows. */
final class RequestBodies {
    private static final MediaType JSON = MediaType.get("application/json");

    private RequestBodies() {}

    /**
     * The body as bytes of UTF-8, in pieces: pictures are written straight into them.
     *
     * @param request as {@link RequestCheck} lets it through
     * @param completionCap true to cap under {@code max_completion_tokens}, false under {@code max_tokens}
     * @param askUsage true to send {@code stream_options.include_usage}
     */
    static ByteString json(ChatRequest request, boolean completionCap, boolean askUsage) {
        var bytes = new Buffer();
        try (var out = bytes.outputStream(); var g = Json.MAPPER.createGenerator(out)) {
            g.writeStartObject();
            g.writeStringField("model", request.model());
            g.writeArrayFieldStart("messages");
            for (var message : request.messages()) {
                message(g, out, message);
            }
            g.writeEndArray();
            g.writeBooleanField("stream", true);
            RequestParameters.write(g, request.parameters(), completionCap, askUsage);
            g.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.snapshot();
    }

    private static void message(JsonGenerator g, OutputStream out, ChatMessage message) throws IOException {
        g.writeStartObject();
        g.writeStringField("role", message.role().wireName());
        if (!message.images().isEmpty()) {
            parts(g, out, message);
        } else if (message.text().isEmpty() && !message.toolCalls().isEmpty()) {
            g.writeNullField("content");
        } else {
            g.writeStringField("content", whole(message.text()));
        }
        if (!message.toolCalls().isEmpty()) {
            calls(g, message);
        }
        if (message.toolCallId() != null) {
            g.writeStringField("tool_call_id", whole(message.toolCallId()));
        }
        g.writeEndObject();
    }

    private static void parts(JsonGenerator g, OutputStream out, ChatMessage message) throws IOException {
        g.writeArrayFieldStart("content");
        if (!message.text().isEmpty()) {
            g.writeStartObject();
            g.writeStringField("type", "text");
            g.writeStringField("text", whole(message.text()));
            g.writeEndObject();
        }
        for (var image : message.images()) {
            g.writeStartObject();
            g.writeStringField("type", "image_url");
            g.writeObjectFieldStart("image_url");
            g.writeFieldName("url");
            g.writeRawValue("\"data:" + image.mediaType() + ";base64,");
            g.flush();
            base64(image.bytes(), out);
            g.writeRaw('"');
            g.writeEndObject();
            g.writeEndObject();
        }
        g.writeEndArray();
    }

    private static void base64(byte[] bytes, OutputStream out) throws IOException {
        var open = new FilterOutputStream(out) {
            @Override
            public void write(byte[] b, int offset, int length) throws IOException {
                out.write(b, offset, length);
            }

            @Override
            public void close() {
                // The body goes on behind the picture.
            }
        };
        try (var encoder = Base64.getEncoder().wrap(open)) {
            encoder.write(bytes);
        }
    }

    private static void calls(JsonGenerator g, ChatMessage message) throws IOException {
        g.writeArrayFieldStart("tool_calls");
        for (var call : message.toolCalls()) {
            g.writeStartObject();
            g.writeStringField("id", whole(call.id()));
            g.writeStringField("type", "function");
            g.writeObjectFieldStart("function");
            g.writeStringField("name", whole(call.name()));
            // Servers read this as JSON, which nothing at all is not.
            g.writeStringField("arguments", call.arguments().isBlank() ? "{}" : whole(call.arguments()));
            g.writeEndObject();
            g.writeEndObject();
        }
        g.writeEndArray();
    }

    /** {@code text} with each lone surrogate replaced: it has no place in UTF-8. */
    static String whole(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
            }
        }
        return text;
    }

    /** {@code json} as a body that OkHttp will not send twice. */
    static RequestBody oneShot(ByteString json) {
        return new RequestBody() {
            @Override
            public MediaType contentType() {
                return JSON;
            }

            @Override
            public long contentLength() {
                return json.size();
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
