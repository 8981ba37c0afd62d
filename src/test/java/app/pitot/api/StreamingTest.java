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

    private static Talk reply(String type, String body) throws Exception {
        try (var server = new RawServer((_, wire) -> wire.reply(200, type, body))) {
            return Talk.with(server);
        }
    }

    private static Talk stream(String body) throws Exception {
        return reply("text/event-stream", body);
    }

    @Test
    void aFinishReasonWithoutDoneIsComplete() throws Exception {
        try (var server = new RawServer((_, wire) -> wire.stream().send(content("a") + finish("length")).finish())) {
            var talk = Talk.with(server);
            assertThat(talk.end.outcome()).isEqualTo(Outcome.COMPLETE);
            assertThat(talk.end.finishReason()).isEqualTo("length");
        }
    }

    @Test
    void doneWithoutAFinishReasonIsComplete() throws Exception {
        var talk = stream(content("a") + "data: [DONE]  and more\n\n" + content("b"));
        assertThat(talk.end.outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(talk.sink.answer).hasToString("a");
    }

    @Test
    void aServerThatKeepsTheConnectionOpenAfterTheEndDoesNotHoldTheReplyUp() throws Exception {
        try (var server = new RawServer((_, wire) -> {
            wire.stream().send(content("a") + finish("stop"));
            wire.closedByPeer(10_000);
        })) {
            var talk = Talk.with(server, Talk.SHORT);
            assertThat(talk.end.outcome()).isEqualTo(Outcome.COMPLETE);
            assertThat(talk.end.error()).isNull();
        }
    }

    @Test
    void anUnterminatedLastEventCounts() throws Exception {
        var talk = stream(content("a") + finish("stop").stripTrailing());
        assertThat(talk.end.outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(stream(content("a") + "data: [DONE]").end.outcome()).isEqualTo(Outcome.COMPLETE);
    }

    @Test
    void oneByteAtATimeReadsTheSame() throws Exception {
        var body = content("Grüße 🚀") + finish("stop") + DONE;
        try (var server = new RawServer((_, wire) -> {
            wire.stream();
            for (byte b : body.getBytes(StandardCharsets.UTF_8)) {
                wire.out().write(b);
                wire.out().flush();
            }
            wire.finish();
        })) {
            var talk = Talk.with(server);
            assertThat(talk.sink.answer).hasToString("Grüße 🚀");
            assertThat(talk.end.outcome()).isEqualTo(Outcome.COMPLETE);
        }
    }

    @Test
    void groqReportsUsageThreeTimesAndItCountsOnce() throws Exception {
        var usage = "\"usage\":{\"queue_time\":0.016,\"prompt_tokens\":73,\"prompt_time\":0.0036,\"completion_tokens\":16,"
                + "\"completion_time\":0.0162,\"total_tokens\":89,\"total_time\":0.0197}";
        var talk = stream(content("a") + "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}],\"x_groq\":{"
                + usage + "}," + usage + "}\n\ndata: {\"choices\":[]," + usage + "}\n\n" + DONE);
        assertThat(talk.end.usage()).isEqualTo(new Usage(73, 16, 89, null, null));
        assertThat(talk.end.serverTiming().completionSeconds()).isEqualTo(0.0162);
        assertThat(talk.end.serverTiming().totalSeconds()).isEqualTo(0.0197 + 0.016);
        assertThat(talk.sink.notes).isEmpty();
        var onlyGroq = stream(
                "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}],\"x_groq\":{" + usage + "}}\n\n");
        assertThat(onlyGroq.end.usage().totalTokens()).isEqualTo(89);
    }

    @Test
    void theLastOfTwoDifferentUsagesWinsAndIsNoted() throws Exception {
        var talk = stream(finish("stop") + "data: {\"usage\":{\"total_tokens\":1}}\n\n"
                + "data: {\"choices\":null,\"usage\":{\"total_tokens\":2}}\n\n" + DONE);
        assertThat(talk.end.usage().totalTokens()).isEqualTo(2);
        assertThat(talk.sink.notes).hasSize(1);
    }

    @Test
    void oddChunksNeitherCrashNorMix() throws Exception {
        var talk = stream("data: {}\n\ndata: {\"choices\":[]}\n\ndata: {\"choices\":null}\n\ndata: 7\n\n"
                + "data: {\"choices\":[{\"index\":1,\"delta\":{\"content\":\"B\"}}]}\n\n"
                + "data: {\"choices\":[{\"index\":1,\"delta\":{\"content\":\"B\"}},{\"index\":0,\"delta\":{\"content\":"
                + "\"A\"}}]}\n\ndata: {\"choices\":[{\"delta\":null}]}\n\ndata: {\"choices\":[{\"delta\":{\"content\":null}}]}\n\n"
                + "data: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"{\"}}]}}]}\n\n"
                + "data: {\"choices\":[{\"delta\":{\"content\":[{\"type\":\"thinking\",\"thinking\":[{\"type\":\"text\","
                + "\"text\":\"R\"}]},{\"type\":\"text\",\"text\":\"C\"}]}}]}\n\n"
                + "data: {\"choices\":[{\"delta\":{\"reasoning_content\":\"S\",\"content\":\"\"}}]}\n\n" + DONE);
        assertThat(talk.end.outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(talk.sink.answer).hasToString("AC");
        assertThat(talk.sink.reasoning).hasToString("RS");
        assertThat(talk.end.chunks()).isEqualTo(11);
    }

    @Test
    void oneMalformedChunkIsOneNoteAndTheStreamGoesOn() throws Exception {
        var talk = stream(content("a") + "data: {\"choices\":[{\"delta\":\n\n" + content("b") + finish("stop") + DONE);
        assertThat(talk.end.outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(talk.sink.answer).hasToString("ab");
        assertThat(talk.sink.notes).hasSize(1);
        assertThat(talk.end.chunks()).isEqualTo(3);
    }

    /** Dropping the whole event would lose the text around the bad byte. */
    @Test
    void bytesThatAreNoUtf8AreShownAsReplacedAndNothingElseIsLost() throws Exception {
        try (var server = new RawServer((_, wire) -> wire.stream()
                .send(("data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\u00ff\u00c3b\"}}]}\n\n")
                        .getBytes(StandardCharsets.ISO_8859_1))
                .send(content("é") + finish("stop") + DONE).finish())) {
            var talk = Talk.with(server);
            assertThat(talk.end.outcome()).isEqualTo(Outcome.COMPLETE);
            assertThat(talk.sink.answer).hasToString("a\uFFFD\uFFFDbé");
            assertThat(talk.sink.notes).containsExactly(app.pitot.base.Texts.get("api.note.bad_utf8"));
        }
    }

    @Test
    void aStreamOfNothingReadableIsMalformed() throws Exception {
        var talk = stream("data: hello\n\ndata: world\n\n");
        assertThat(talk.end.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(talk.end.error().kind()).isEqualTo(ErrorKind.MALFORMED);
    }

    @Test
    void anEventStreamUnderAWrongTypeStillWorks() throws Exception {
        for (var type : new String[]{"application/json", "text/plain; charset=utf-8", "text/html"}) {
            for (var start : new String[]{"", ": OPENROUTER PROCESSING\n\n", "\uFEFF", "\n\n", "event: x\n"}) {
                var talk = reply(type, start + content("a") + finish("stop") + DONE);
                assertThat(talk.end.outcome()).isEqualTo(Outcome.COMPLETE);
                assertThat(talk.sink.answer).hasToString("a");
            }
        }
    }

    @Test
    void theProvidersRunningCountIsHandedOn() throws Exception {
        var talk = reply("text/event-stream", "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\"}}],"
                + "\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":3,\"total_tokens\":4}}\n\n" + content("b")
                + finish("stop") + DONE);
        assertThat(talk.sink.counts).containsExactly(3);
    }

    @Test
    void aJsonAnswerToAStreamingRequestWorks() throws Exception {
        for (var type : new String[]{"application/json", "text/event-stream", "text/plain"}) {
            var talk = reply(type,
                    " {\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"reasoning\":\"r\","
                            + "\"content\":\"whole\"},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":1,"
                            + "\"completion_tokens\":2,\"total_tokens\":3}}");
            assertThat(talk.end.outcome()).isEqualTo(Outcome.COMPLETE);
            assertThat(talk.sink.answer).hasToString("whole");
            assertThat(talk.sink.reasoning).hasToString("r");
            assertThat(talk.end.usage()).isEqualTo(new Usage(1, 2, 3, null, null));
            assertThat(talk.end.finishReason()).isEqualTo("stop");
            assertThat(talk.end.chunks()).isEqualTo(1);
            assertThat(talk.end.streamed()).isFalse();
        }
        assertThat(reply("text/event-stream", content("a") + finish("stop")).end.streamed()).isTrue();
    }

    @Test
    void gzipThatNobodyAskedForIsUnpacked() throws Exception {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write((content("zipped") + finish("stop") + DONE).getBytes(StandardCharsets.UTF_8));
        }
        try (var server = new RawServer((request, wire) -> {
            assertThat(request.headers()).containsEntry("accept-encoding", "identity");
            wire.send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Encoding: gzip\r\nContent-Length: "
                    + packed.size() + "\r\n\r\n");
            wire.out().write(packed.toByteArray());
            wire.out().flush();
        })) {
            var talk = Talk.with(server);
            assertThat(talk.sink.answer).hasToString("zipped");
            assertThat(talk.end.outcome()).isEqualTo(Outcome.COMPLETE);
            assertThat(server.failures).isEmpty();
        }
    }

    @Test
    void connectionsAreReusedAndSaySo() throws Exception {
        try (var server = new RawServer((_, wire) -> wire.reply(200, "text/event-stream", content("a") + DONE));
                var client = Talk.client()) {
            assertThat(Talk.with(client, server.url(), "auto").sink.connections.getFirst().reused()).isFalse();
            var second = Talk.with(client, server.url(), "auto").sink.connections.getFirst();
            assertThat(second.reused()).isTrue();
            assertThat(second.tcpNanos()).isNull();
            assertThat(server.connections).hasValue(1);
        }
    }
}
