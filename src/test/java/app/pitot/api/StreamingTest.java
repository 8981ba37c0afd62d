package app.pitot.api;

import static app.pitot.api.Talk.content;
import static app.pitot.api.Talk.finish;
import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** Replies that arrive whole, over real sockets. */
class StreamingTest {
    private static final String DONE = "data: [DONE]\n\n";
    private static final String CEREBRAS_END = "data: {\"id\":\"x\",\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\","
            + "\"index\":0}],\"usage\":{\"total_tokens\":104,\"completion_tokens\":35,\"completion_tokens_details\":"
            + "{\"reasoning_tokens\":6},\"prompt_tokens\":69,\"prompt_tokens_details\":{\"cached_tokens\":3}},"
            + "\"time_info\":{\"created\":1787325819.1,\"queue_time\":0.003,\"prompt_time\":0.002,"
            + "\"completion_time\":0.0188,\"total_time\":0.0274}}\n\n";

    @Test
    void aCerebrasReplyGivesTextUsageTimingAndWindows() throws Exception {
        try (var server = new RawServer((_, wire) -> {
            wire.send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n"
                    + "x-ratelimit-limit-tokens-minute: 60000\r\nx-ratelimit-remaining-tokens-minute: 59995\r\n"
                    + "x-ratelimit-reset-tokens-minute: 11.38\r\n\r\n");
            wire.chunk("data: {\"choices\":[{\"delta\":{\"role\":\"assistant\"},\"index\":0}]}\n\n");
            wire.chunk("data: {\"choices\":[{\"delta\":{\"reasoning\":\"hm \"},\"index\":0}]}\n\n");
            wire.chunk(content("Gr\\u00fc\\u00dfe ✓ 🚀"));
            wire.chunk(CEREBRAS_END + DONE).send("0\r\n\r\n");
        })) {
            var talk = Talk.with(server);
            assertThat(talk.end.outcome()).isEqualTo(Outcome.COMPLETE);
            assertThat(talk.end.error()).isNull();
            assertThat(talk.end.finishReason()).isEqualTo("stop");
            assertThat(talk.end.usage()).isEqualTo(new Usage(69, 35, 104, 3, 6));
            assertThat(talk.end.serverTiming()).isEqualTo(new ServerTiming(0.003, 0.002, 0.0188, 0.0274));
            assertThat(talk.end.chunks()).isEqualTo(4).isEqualTo(talk.sink.chunks);
            assertThat(talk.sink.answer).hasToString("Grüße ✓ 🚀");
            assertThat(talk.sink.answerBytes).isEqualTo("Grüße ✓ 🚀".getBytes(StandardCharsets.UTF_8).length);
            assertThat(talk.sink.reasoning).hasToString("hm ");
            assertThat(talk.sink.pieces).isEqualTo(2);
            assertThat(talk.sink.readings)
                    .containsExactly(new LimitReading(Metric.TOKENS, Period.MINUTE, 60000L, 59995L, 11.38));
            assertThat(talk.sink.status).isEqualTo(200);
            assertThat(talk.sink.sent).hasSize(1);
            assertThat(talk.sink.sent.getFirst()).isLessThan(talk.sink.headersNanos);
            assertThat(talk.sink.headersNanos).isLessThanOrEqualTo(talk.sink.firstRead);
            assertThat(talk.end.endNanos()).isEqualTo(talk.sink.lastRead);
            var timing = talk.sink.connections.getFirst();
            assertThat(timing.reused()).isFalse();
            assertThat(timing.tcpNanos()).isPositive();
            assertThat(timing.tlsNanos()).isNull();
            assertThat(timing.protocol()).isEqualTo("http/1.1");
        }
    }
}
