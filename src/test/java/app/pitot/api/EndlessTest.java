package app.pitot.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.pitot.base.Clocks;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Short answers that do not end, though never silent, or end too early. */
@Timeout(20)
class EndlessTest {
    private static final Timeouts SHORT = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(5),
            Duration.ofMillis(400));

    private static OkHttpChatClient client() {
        return new OkHttpChatClient(Clocks.system(), SHORT);
    }

    private static Target target(RawServer server) {
        return Talk.target(server.url(), "openrouter", Talk.key());
    }

    private static RawServer dripping(String before, String drop) throws Exception {
        return new RawServer((_, wire) -> {
            wire.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n" + before);
            while (true) {
                wire.send(drop);
                Thread.sleep(20);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "{\"id\":\"a\"},"})
    void aListThatNeverEndsIsGivenUp(String drop) throws Exception {
        try (var server = dripping(drop.isBlank() ? "" : "{\"data\":[", drop); var client = client()) {
            var error = catchThrowableOfType(ApiException.class, () -> client.models(target(server))).error();
            assertThat(error.kind()).isEqualTo(ErrorKind.STALLED);
            assertThat(error.message()).contains("without an end");
        }
    }

    @Test
    void soAreTheCheckOfAKeyAndItsStatus() throws Exception {
        try (var server = dripping("", " "); var client = client()) {
            assertThat(catchThrowableOfType(ApiException.class, () -> client.checkKey(target(server), "/key")).error()
                    .message()).contains("without an end");
            assertThat(catchThrowableOfType(ApiException.class, () -> client.keyStatus(target(server), "/key")).error()
                    .message()).contains("without an end");
        }
    }

    @Test
    void soIsTheTestOfAnAccount() throws Exception {
        try (var server = dripping("", " "); var client = client()) {
            var last = client.check(target(server), _ -> {}).result().get().getLast();
            assertThat(last.state()).isEqualTo(CheckStep.State.FAILED);
            assertThat(last.detail()).contains("without an end");
        }
    }

    @Test
    void aListThatBreaksOffIsNotCalledAReplyWithoutAFinishReason() throws Exception {
        try (var server = new RawServer((_, wire) -> wire
                .send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{\"data\":[")
                .finish()); var client = client()) {
            var error = catchThrowableOfType(ApiException.class, () -> client.models(target(server))).error();
            assertThat(error.kind()).isEqualTo(ErrorKind.TRUNCATED);
            assertThat(error.message()).isEqualTo(
                    "The answer from 127.0.0.1 broke off before its end. Nothing of it was used.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Location: javascript:alert(1)", "X-Nothing: here"})
    void aListThatIsElsewhereSaysNotWhere(String header) throws Exception {
        try (var server = new RawServer((_, wire) -> wire.reply(302, "text/plain", "", header));
                var client = client()) {
            var error = catchThrowableOfType(ApiException.class, () -> client.models(target(server))).error();
            assertThat(error.message()).isEqualTo(
                    "The server 127.0.0.1 redirects the request without saying where to.");
        }
    }
}
