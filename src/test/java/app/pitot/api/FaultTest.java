package app.pitot.api;

import static app.pitot.api.Talk.content;
import static app.pitot.api.Talk.finish;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Replies that break, stall or never come, over real sockets. */
class FaultTest {
    private static void expect(Talk talk, Outcome outcome, ErrorKind kind, String text) {
        assertThat(talk.end.outcome()).isEqualTo(outcome);
        assertThat(talk.end.error().kind()).isEqualTo(kind);
        assertThat(talk.end.error().message()).isNotBlank().doesNotContain(Talk.KEY);
        assertThat(talk.sink.answer).hasToString(text);
    }

    private static Talk run(RawServer.Script script) throws Exception {
        try (var server = new RawServer(script)) {
            var talk = Talk.with(server, Talk.SHORT);
            assertThat(server.requests).hasSize(1);
            return talk;
        }
    }

    @Test
    void aCloseInMidEventIsTruncatedNotComplete() throws Exception {
        var talk = run((_, wire) -> wire.stream().send(content("kept") + "data: {\"choices\":[{\"del").finish());
        expect(talk, Outcome.TRUNCATED, ErrorKind.TRUNCATED, "kept");
        assertThat(talk.sink.notes).isEmpty();
        assertThat(talk.end.error().httpStatus()).isEqualTo(200);
    }

    @Test
    void aCloseBetweenEventsIsTruncatedToo() throws Exception {
        expect(run((_, wire) -> wire.stream().send(content("kept")).finish()), Outcome.TRUNCATED, ErrorKind.TRUNCATED,
                "kept");
        expect(run((_, wire) -> wire.stream().finish()), Outcome.TRUNCATED, ErrorKind.TRUNCATED, "");
    }

    @Test
    void aChunkedBodyCutOffIsTruncated() throws Exception {
        expect(run((_, wire) -> wire
                .send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n")
                .chunk(content("kept")).finish()), Outcome.TRUNCATED, ErrorKind.TRUNCATED, "kept");
    }

    @Test
    void aBodyShorterThanItsLengthIsTruncated() throws Exception {
        expect(run((_, wire) -> wire
                .send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: 9999\r\n\r\n")
                .send(content("kept")).finish()), Outcome.TRUNCATED, ErrorKind.TRUNCATED, "kept");
    }

    @Test
    void aResetInMidStreamIsALostConnection() throws Exception {
        var seen = new CountDownLatch(1);
        try (var server = new RawServer((_, wire) -> {
            wire.stream().send(content("kept"));
            seen.await(5, TimeUnit.SECONDS);
            wire.reset();
        }); var client = Talk.client()) {
            var sink = new Recorder();
            sink.onText = seen::countDown;
            var end = client.newCall(Talk.target(server.url(), "auto", null), Talk.HELLO).execute(sink);
            assertThat(end.outcome()).isEqualTo(Outcome.TRUNCATED);
            assertThat(end.error().kind()).isEqualTo(ErrorKind.CONNECTION_LOST);
            assertThat(sink.answer).hasToString("kept");
        }
    }

    @Test
    void aResetAfterTheFinishReasonIsStillComplete() throws Exception {
        var talk = run((_, wire) -> wire
                .send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n")
                .chunk(content("kept") + finish("stop")).finish());
        assertThat(talk.end.outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(talk.end.error()).isNull();
        assertThat(talk.sink.notes).hasSize(1);
    }

    @Test
    void silenceAfterTextIsAStall() throws Exception {
        expect(run((_, wire) -> {
            wire.stream().send(content("kept"));
            wire.closedByPeer(10_000);
        }), Outcome.TRUNCATED, ErrorKind.STALLED, "kept");
    }

    @Test
    void aStallInsideACharacterShowsNoReplacement() throws Exception {
        expect(run((_, wire) -> {
            wire.stream().send(content("kept"));
            wire.out().write("data: {\"choices\":[{\"delta\":{\"content\":\"".getBytes());
            wire.out().write(0xE2);
            wire.out().write(0x9C);
            wire.out().flush();
            wire.closedByPeer(10_000);
        }), Outcome.TRUNCATED, ErrorKind.STALLED, "kept");
    }

    @Test
    void keepAliveCommentsPreventAStall() throws Exception {
        var talk = run((_, wire) -> {
            wire.stream();
            for (int i = 0; i < 8; i++) {
                Thread.sleep(100);
                wire.send(": still here\n\n");
            }
            wire.send(content("late") + finish("stop")).finish();
        });
        assertThat(talk.end.outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(talk.sink.answer).hasToString("late");
    }

    @Test
    void headersThatNeverComeEndAtTheirLimit() throws Exception {
        expect(run((_, wire) -> wire.closedByPeer(10_000)), Outcome.FAILED, ErrorKind.HEADER_TIMEOUT, "");
    }

    @Test
    void headersThatDripEndAtTheirLimit() throws Exception {
        expect(run((_, wire) -> {
            wire.send("HTTP/1.1 200 OK\r\n");
            for (int i = 0; i < 100; i++) {
                Thread.sleep(50);
                wire.send("X");
            }
        }), Outcome.FAILED, ErrorKind.HEADER_TIMEOUT, "");
    }

    @Test
    void aConnectionClosedInsteadOfAnAnswerIsLost() throws Exception {
        expect(run((_, wire) -> wire.finish()), Outcome.FAILED, ErrorKind.CONNECTION_LOST, "");
        expect(run((_, wire) -> wire.reset()), Outcome.FAILED, ErrorKind.CONNECTION_LOST, "");
    }

    @Test
    void somethingThatIsNotHttpIsSaidSo() throws Exception {
        expect(run((_, wire) -> wire.send("SSH-2.0-OpenSSH_9.2\r\n\r\n").finish()), Outcome.FAILED,
                ErrorKind.NOT_AN_API, "");
    }

    @Test
    void anErrorInMidStreamKeepsTheText() throws Exception {
        for (var frame : new String[]{"data: {\"error\":{\"message\":\"boom\",\"code\":500}}\n\n",
            "event: error\ndata: {\"error\":{\"message\":\"boom\",\"code\":\"500\"},\"status_code\":500}\n\n",
            "data: {\"error\":\"boom\",\"code\":500}\n\n",
            "data: {\"object\":\"error\",\"message\":\"boom\",\"code\":500}\n\n",
            "data: {\"code\":500,\"message\":\"boom\"}\n\n",
            "data: {\"error\":{\"message\":\"boom\",\"code\":500},\"choices\":[{\"index\":0,\"delta\":{\"content\":\"\"},"
                    + "\"finish_reason\":\"error\"}]}\n\n",
            "data: {\"choices\":[{\"delta\":{},\"error\":{\"message\":\"boom\",\"code\":500}}]}\n\n"}) {
            var talk = run((_, wire) -> wire.stream().send(content("kept") + frame + "data: [DONE]\n\n").finish());
            expect(talk, Outcome.TRUNCATED, ErrorKind.IN_STREAM, "kept");
            assertThat(talk.end.error().message()).isEqualTo("boom");
            assertThat(talk.end.error().code()).isEqualTo("500");
        }
        var words = run(
                (_, wire) -> wire.stream().send(content("kept") + "event: error\ndata: plain boom\n\n").finish());
        expect(words, Outcome.TRUNCATED, ErrorKind.IN_STREAM, "kept");
        assertThat(words.end.error().message()).isEqualTo("plain boom");
    }

    @Test
    void anErrorAsTheFirstFrameIsARefusalByItsCode() throws Exception {
        var talk = run((_, wire) -> wire.stream()
                .send("data: {\"error\":{\"code\":429,\"message\":\"Rate limit exceeded\"},\"choices\":[{\"index\":0,"
                        + "\"delta\":{\"content\":\"\"},\"finish_reason\":\"error\"}]}\n\n")
                .finish());
        expect(talk, Outcome.REFUSED, ErrorKind.RATE_LIMIT, "");
    }

    @Test
    void anErrorObjectInASuccessIsThatError() throws Exception {
        expect(run((_, wire) -> wire.reply(200, "application/json",
                "{\"error\":{\"message\":\"no such key\",\"code\":401}}")), Outcome.REFUSED, ErrorKind.UNAUTHORIZED,
                "");
        var coded = run((_, wire) -> wire.reply(200, "application/json", "{\"code\":402,\"message\":\"top up\"}"));
        expect(coded, Outcome.REFUSED, ErrorKind.PAYMENT_REQUIRED, "");
        assertThat(coded.end.error().message()).isEqualTo("top up");
    }

    @Test
    void aPageInsteadOfAnAnswerIsQuotedWithoutTags() throws Exception {
        var talk = run((_, wire) -> wire.reply(200, "text/html", "<!DOCTYPE html><html><head><title>Hotel</title>"
                + "<script>var x = '<b>';</script><style>p {}</style></head><body><p>Please&nbsp;log in</p>"
                + "x ".repeat(300)));
        expect(talk, Outcome.FAILED, ErrorKind.NOT_AN_API, "");
        assertThat(talk.end.error().message()).contains("Hotel Please log in").doesNotContain("<", "var x", "p {}")
                .hasSizeLessThan(260);
        expect(run((_, wire) -> wire.reply(200, "text/plain", "It works")), Outcome.FAILED, ErrorKind.NOT_AN_API, "");
        expect(run((_, wire) -> wire.reply(200, "application/json", "")), Outcome.FAILED, ErrorKind.NOT_AN_API, "");
        expect(run((_, wire) -> wire.reply(200, "application/json", "{\"hello\":1}")), Outcome.FAILED,
                ErrorKind.NOT_AN_API, "");
        expect(run((_, wire) -> wire.reply(200, "application/json", "{\"choices\":[")), Outcome.FAILED,
                ErrorKind.MALFORMED, "");
    }

    @Test
    void anUnknownCompressionIsAClearError() throws Exception {
        expect(run((_, wire) -> wire.reply(200, "text/event-stream", "xxxx", "Content-Encoding: br")),
                Outcome.TRUNCATED, ErrorKind.MALFORMED, "");
    }

    @Test
    void aNegativeLengthIsNoDefectOfOurs() throws Exception {
        expect(run((_, wire) -> wire
                .send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: -5\r\n\r\n")
                .send(content("lost")).finish()), Outcome.FAILED, ErrorKind.NOT_AN_API, "");
        expect(run((_, wire) -> wire.send("HTTP/1.1 500 X\r\nContent-Length: -5\r\n\r\nwords").finish()),
                Outcome.FAILED, ErrorKind.NOT_AN_API, "");
    }

    @Test
    void anEndlessReplyStopsAtTheBoundWithWhatFits() throws Exception {
        var piece = content("x".repeat(1 << 20));
        var talk = run((_, wire) -> {
            wire.stream();
            for (int i = 0; i < 40; i++) {
                wire.send(piece);
            }
        });
        assertThat(talk.end.outcome()).isEqualTo(Outcome.TRUNCATED);
        assertThat(talk.end.error().kind()).isEqualTo(ErrorKind.TOO_LONG);
        assertThat(talk.sink.answer).hasSize(16 << 20);
    }

    @Test
    void aFloodOfBlanksBeforeTheAnswerIsNotKept() throws Exception {
        var reader = new ReplyReader(new ReplyState(new Recorder()), false);
        var blanks = "\n".repeat(1 << 14).getBytes();
        var events = (content("late") + finish("stop")).getBytes();
        for (int i = 0; i < 2_000; i++) {
            assertThat(reader.feed(blanks, blanks.length)).isTrue();
        }
        assertThat(reader.kept()).isEmpty();
        reader.feed(events, events.length);
        assertThat(reader.form()).isEqualTo(ReplyReader.Form.EVENTS);
    }

    @Test
    void anEndlessLineStopsAtTheBound() throws Exception {
        var piece = "x".repeat(1 << 20);
        expect(run((_, wire) -> {
            wire.stream().send(content("kept") + "data: ");
            for (int i = 0; i < 100; i++) {
                wire.send(piece);
            }
        }), Outcome.TRUNCATED, ErrorKind.TOO_LONG, "kept");
    }

    @Test
    void aRefusedPortAndAnUnknownHostAreToldApart() throws Exception {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            free = socket.getLocalPort();
        }
        try (var client = Talk.client()) {
            expect(Talk.with(client, "http://127.0.0.1:" + free + "/v1", "auto"), Outcome.FAILED,
                    ErrorKind.CONNECTION_REFUSED, "");
            expect(Talk.with(client, "http://no-such-host.invalid/v1", "auto"), Outcome.FAILED,
                    ErrorKind.UNKNOWN_HOST, "");
        }
    }

    @Test
    void aServerThatNeverAnswersTheTlsGreetingIsATimeOut() throws Exception {
        try (var server = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
                var client = new OkHttpChatClient(app.pitot.base.Clocks.system(),
                        new Timeouts(java.time.Duration.ofMillis(300), Talk.SHORT.headers(), Talk.SHORT.idle()))) {
            expect(Talk.with(client, "https://127.0.0.1:" + server.getLocalPort() + "/v1", "auto"), Outcome.FAILED,
                    ErrorKind.CONNECT_TIMEOUT, "");
        }
    }
}
