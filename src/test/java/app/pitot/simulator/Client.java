package app.pitot.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** A plain client of a simulator under test. */
final class Client implements AutoCloseable {
    static final JsonMapper JSON = JsonMapper.builder().build();
    private final OkHttpClient http = new OkHttpClient.Builder().readTimeout(Duration.ofSeconds(60)).build();
    private final SimulatorServer server;

    Client(SimulatorServer server) {
        this.server = server;
    }

    private String chat() {
        return server.baseUrl().getPath() + "/chat/completions";
    }

    /**
     * What came of a streamed request.
     *
     * @param at nanoseconds at which each event was complete
     * @param broken true if the connection ended before the response did
     */
    record Stream(int status, Headers headers, List<String> events, List<Long> at, byte[] bytes,
            boolean broken, long sent) {
        JsonNode event(int index) throws IOException {
            return JSON.readTree(events.get(index));
        }

        List<JsonNode> json() throws IOException {
            var parsed = new ArrayList<JsonNode>();
            for (var event : events) {
                if (!event.equals("[DONE]"))
                    parsed.add(JSON.readTree(event));
            }
            return parsed;
        }

        String text(String field) throws IOException {
            var all = new StringBuilder();
            for (var event : json())
                all.append(event.at("/choices/0/delta/" + field).asText(""));
            return all.toString();
        }

        String raw() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        JsonNode last() throws IOException {
            return json().getLast();
        }
    }

    /** The same with a seed, so that asking again gives the same text. */
    static String seeded(String model, String prompt, boolean stream, Integer maxTokens) {
        return body(model, prompt, stream, maxTokens).replaceFirst("\\{", "{\"seed\":7,");
    }

    static String body(String model, String prompt, boolean stream, Integer max) {
        var root = JSON.createObjectNode().put("model", model).put("stream", stream);
        root.putArray("messages").addObject().put("role", "user").put("content", prompt);
        if (max != null)
            root.put("max_completion_tokens", max);
        return root.toString();
    }

    /** An answer in one piece. */
    record Answer(int status, Headers headers, String body) {
        JsonNode json() throws IOException {
            return JSON.readTree(body);
        }

        String code() throws IOException {
            return json().path("code").asText();
        }
    }

    Answer get(String path, String... headers) throws IOException {
        return answer(request(path, headers).build());
    }

    Answer post(String body, String... headers) throws IOException {
        return answer(request(chat(), headers).post(json(body)).build());
    }

    Stream stream(String body) throws IOException {
        long sent = System.nanoTime();
        var events = new ArrayList<String>();
        var at = new ArrayList<Long>();
        var all = new ByteArrayOutputStream();
        var broken = false;
        try (var response = open(body)) {
            try {
                read(response.body().byteStream(), all, events, at);
            } catch (IOException e) {
                broken = true;
            }
            return new Stream(response.code(), response.headers(), events, at, all.toByteArray(), broken, sent);
        }
    }

    /** Starts a stream that the caller reads and closes. */
    Response open(String body) throws IOException {
        return http.newCall(request(chat()).post(json(body)).build()).execute();
    }

    private Answer answer(Request request) throws IOException {
        try (var response = http.newCall(request).execute()) {
            return new Answer(response.code(), response.headers(), response.body().string());
        }
    }

    private static RequestBody json(String body) {
        return RequestBody.create(body, MediaType.get("application/json"));
    }

    private static void read(InputStream in, ByteArrayOutputStream all, List<String> events, List<Long> at)
            throws IOException {
        var buffer = new byte[8192];
        var rest = "";
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            long now = System.nanoTime();
            all.write(buffer, 0, n);
            // Latin 1 keeps bytes apart; every event is decoded when it is whole.
            rest += new String(buffer, 0, n, StandardCharsets.ISO_8859_1);
            for (int end = rest.indexOf("\n\n"); end >= 0; end = rest.indexOf("\n\n")) {
                var event = new String(rest.substring(0, end).getBytes(StandardCharsets.ISO_8859_1),
                        StandardCharsets.UTF_8);
                // A comment is no event.
                if (!event.startsWith(":")) {
                    events.add(event.substring("data: ".length()));
                    at.add(now);
                }
                rest = rest.substring(end + 2);
            }
        }
    }

    private Request.Builder request(String path, String... headers) {
        return new Request.Builder().url("http://127.0.0.1:" + server.port() + path).headers(Headers.of(headers));
    }

    @Override
    public void close() {
        http.connectionPool().evictAll();
        http.dispatcher().executorService().shutdown();
    }
}
