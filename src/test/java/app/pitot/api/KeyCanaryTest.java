package app.pitot.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.pitot.base.Texts;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The key in no message, whatever a server echoes. */
class KeyCanaryTest {
    private static final String[] ECHOES = {"{\"message\":\"Wrong key KEY\",\"code\":\"KEY\"}",
        "{\"error\":{\"message\":\"Bearer KEY is wrong\",\"type\":\"KEY\",\"param\":\"KEY\"}}", "{\"error\":\"KEY\"}",
        "{\"detail\":[{\"msg\":\"KEY\",\"loc\":[\"header\",\"KEY\"]}]}", "<html><p>KEY</p></html>", "KEY", "KE",
        "{\"message\":\"you sent csk-canary4711…3210\"}", "[{\"error\":{\"message\":\"KEY\"}}]"};

    private static void clean(Object... shown) {
        for (var thing : shown) {
            assertThat(String.valueOf(thing)).doesNotContain(Talk.KEY, "canary4711", "9876543210");
        }
    }

    @Test
    void noErrorQuotesTheKey() throws Exception {
        for (int status : new int[]{200, 400, 401, 402, 403, 404, 413, 422, 429, 500, 503}) {
            for (var echo : ECHOES) {
                var body = echo.replace("KEY", Talk.KEY).replace("KE", Talk.KEY.substring(0, 20));
                try (var server = new RawServer((_, wire) -> wire.reply(status, "text/plain", body));
                        var client = Talk.client()) {
                    var key = Talk.key();
                    var call = client.newCall(Talk.target(server.url(), "auto", key), Talk.HELLO);
                    var sink = new Recorder();
                    var end = call.execute(sink);
                    clean(end, end.error(), call, client, sink.notes, key);
                    assertThat(key.bearer()).as("closed with the call").doesNotContain("canary");
                    var refused = catchThrowableOfType(ApiException.class,
                            () -> client.models(Talk.target(server.url(), "auto", Talk.key())));
                    var trace = new StringWriter();
                    refused.printStackTrace(new PrintWriter(trace));
                    clean(refused, refused.error(), trace);
                }
            }
        }
    }

    @Test
    void errorsInsideAStreamAreCleanToo() throws Exception {
        for (var echo : ECHOES) {
            var body = Talk.content("a") + "event: error\ndata: " + echo.replace("KEY", Talk.KEY) + "\n\n";
            try (var server = new RawServer((_, wire) -> wire.reply(200, "text/event-stream", body))) {
                var talk = Talk.with(server);
                assertThat(talk.end.error().kind()).isEqualTo(ErrorKind.IN_STREAM);
                clean(talk.end, talk.sink.notes);
            }
        }
    }

    @Test
    void keysOfOthersAndOrganisationsAreHiddenToo() {
        var redactor = new Redactor((String) null);
        assertThat(redactor.clean("org_01jabcdef and gsk_abcdefgh12345 and sk-or-v1-abcdef0123 and Bearer xyz"))
                .isEqualTo("org_… and (key hidden) and (key hidden) and (key hidden)");
        assertThat(redactor.clean("the organisation may ask for a task"))
                .isEqualTo("the organisation may ask for a task");
        assertThat(redactor.clean(null)).isNull();
    }

    @ParameterizedTest
    @EnumSource(ErrorKind.class)
    void everyKindHasItsTexts(ErrorKind kind) {
        for (var part : new String[]{".title", ".next"}) {
            var key = "error." + kind.name().toLowerCase(Locale.ROOT) + part;
            assertThat(Texts.has(key)).as(key).isTrue();
            assertThat(Texts.get(key)).isNotBlank().doesNotContain("!", "''", "{");
        }
    }
}
