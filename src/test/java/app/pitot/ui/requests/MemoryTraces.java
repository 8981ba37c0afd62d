package app.pitot.ui.requests;

import app.pitot.api.Wire;
import app.pitot.exchange.Attempt;
import app.pitot.exchange.Traces;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Traces in memory. */
final class MemoryTraces implements Traces {
    private final Map<String, Wire> kept = new ConcurrentHashMap<>();

    @Override
    public void keep(Attempt attempt, Instant at, Wire wire) {
        kept.put(attempt.id(), wire);
    }

    @Override
    public Wire find(String attemptId) {
        return kept.get(attemptId);
    }

    @Override
    public Set<String> holding(String text, Instant from, Instant until) {
        return kept.entrySet().stream().filter(each -> text(each.getValue().sentBody()).contains(text)
                || text(each.getValue().body()).contains(text)).map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    @Override
    public Kept kept() {
        return new Kept(kept.size(), 0, kept.isEmpty() ? null : Rows.NOW.minusSeconds(60));
    }

    @Override
    public void clear() {
        kept.clear();
    }

    void put(String id, Wire wire) {
        kept.put(id, wire);
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** A streamed reply of {@code events} events, 2 ms apart but for one that came 400 ms late. */
    static Wire streamed(int events) {
        var body = new StringBuilder();
        var micros = new long[events];
        var ends = new long[events];
        long at = 142_000;
        for (int i = 0; i < events; i++) {
            body.append("data: {\"id\":\"chatcmpl-1\",\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,"
                    + "\"delta\":{\"content\":\"word ").append(i).append("\"}}]}\n\n");
            at += i == events / 2 ? 400_000 : 2_000;
            micros[i] = at;
            ends[i] = body.length();
        }
        var sent = """
                {"model":"gpt-oss-120b","messages":[{"role":"system","content":"Answer briefly."},{"role":"user",\
                "content":"How do I pace 2,000 requests so that none is refused?"}],"stream":true,\
                "max_completion_tokens":1024,"stream_options":{"include_usage":true}}"""
                .getBytes(StandardCharsets.UTF_8);
        var came = body.toString().getBytes(StandardCharsets.UTF_8);
        return new Wire("POST", "https://api.cerebras.ai/v1/chat/completions",
                List.of(new Wire.Header("Authorization", "Bearer …"),
                        new Wire.Header("Content-Type", "application/json"),
                        new Wire.Header("User-Agent", "Pitot/0.7")),
                sent, sent.length, 200, "h2",
                List.of(new Wire.Header("content-type", "text/event-stream"),
                        new Wire.Header("x-ratelimit-remaining-requests-day", "14399"),
                        new Wire.Header("x-request-id", "req-1")),
                came, came.length, new Wire.Arrivals(micros, ends),
                new Wire.Phases(0L, 4_000L, 4_200L, 12_000L, 38_000L, 38_200L, 39_000L, 120_000L, 141_000L, 142_000L,
                        388_000L, at, at + 3_000));
    }
}
