package app.pitot.api;

import static app.pitot.api.Talk.content;
import static app.pitot.api.Talk.finish;
import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers with an error status, and what may never be sent twice. */
class RefusalTest {
    private static Talk refused(int status, String body, String... headers) throws Exception {
        try (var server = new RawServer((_, wire) -> wire.reply(status, "application/json", body, headers))) {
            var talk = Talk.with(server);
            assertThat(server.requests).as("requests at the server").hasSize(1);
            assertThat(talk.end.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(talk.end.error().httpStatus()).isEqualTo(status);
            assertThat(talk.sink.status).isEqualTo(status);
            return talk;
        }
    }

    @ParameterizedTest
    @CsvSource({"400,BAD_REQUEST", "401,UNAUTHORIZED", "402,PAYMENT_REQUIRED", "404,NOT_FOUND",
        "405,NOT_FOUND", "408,UNAVAILABLE", "409,BAD_REQUEST", "413,TOO_LARGE",
        "422,BAD_REQUEST", "429,RATE_LIMIT", "498,QUEUE", "500,SERVER_ERROR", "502,SERVER_ERROR",
        "503,UNAVAILABLE", "504,SERVER_ERROR", "524,SERVER_ERROR", "529,QUEUE"})
    void everyStatusHasItsKindWithOrWithoutABody(int status, ErrorKind kind) throws Exception {
        for (var body : new String[]{"", "<html><body><h1>Sorry</h1></body></html>", "plain words", "[]", "{}"}) {
            assertThat(refused(status, body).end.error().kind()).isEqualTo(kind);
        }
        // The status stands beside the words wherever they are shown, so they need not repeat it.
        assertThat(refused(status, "").end.error().message()).isEqualTo("The server 127.0.0.1 gave no explanation.");
        assertThat(refused(status, "<h1>Sorry</h1>").end.error().message()).isEqualTo("Sorry");
    }

    @Test
    void whoeverNamesTheModelThatWasAskedForDoesNotKnowTheModel() throws Exception {
        for (var words : new String[]{"Nothing is served as 'TEST/model' here", "test/model: no such deployment"}) {
            assertThat(kind(404, "{\"error\":{\"message\":\"" + words + "\"}}"))
                    .isEqualTo(ErrorKind.MODEL_NOT_FOUND);
            assertThat(kind(400, "{\"error\":{\"message\":\"" + words + "\"}}")).isEqualTo(ErrorKind.BAD_REQUEST);
        }
        assertThat(kind(404, "no page for latest/models")).isEqualTo(ErrorKind.NOT_FOUND);
        assertThat(kind(404, "<html>no page for test/model</html>")).as("a page is no endpoint")
                .isEqualTo(ErrorKind.NOT_FOUND);
    }

    private static ErrorKind kind(int status, String body) throws Exception {
        try (var server = new RawServer((_, wire) -> wire.reply(status, "application/json", body));
                var client = Talk.client()) {
            var request = new ChatRequest("test/model", Talk.HELLO.messages(), null, null);
            return client.newCall(Talk.target(server.url(), "auto", Talk.key()), request).execute(new Recorder())
                    .error()
                    .kind();
        }
    }

    @Test
    void aForbiddenPageComesFromWhatStandsInFrontOfTheProvider() throws Exception {
        for (var page : new String[]{"<html><title>Just a moment...</title></html>",
            "\uFEFF <!DOCTYPE html><h1>Sorry</h1>"}) {
            assertThat(refused(403, page).end.error().kind()).isEqualTo(ErrorKind.EDGE_BLOCKED);
        }
        for (var body : new String[]{"", "plain words", "[]", "{}", "{\"error\":{\"message\":\"<b>no</b>\"}}"}) {
            assertThat(refused(403, body).end.error().kind()).isEqualTo(ErrorKind.FORBIDDEN);
        }
    }

    @ParameterizedTest
    @CsvSource({"503,Retry-After: 0", "408,Connection: keep-alive", "429,Retry-After: 0", "421,X: y", "401,"
            + "WWW-Authenticate: Basic realm=x"})
    void noStatusIsEverAnsweredByASecondRequest(int status, String header) throws Exception {
        refused(status, "{\"message\":\"no\"}", header);
    }

    @Test
    void charactersThatHideOrTurnWordsAreTakenOutBeforeTheKeyIsLookedFor() throws Exception {
        var spread = String.join("\u200b", Talk.KEY.split(""));
        var talk = refused(401, "{\"error\":{\"message\":\"a\u202eb\u2066c \u2028 d\u00ade " + spread
                + "\",\"code\":\"" + spread + "\"}}");
        assertThat(talk.end.error().message()).isEqualTo("abc de …");
        assertThat(talk.end.error().code()).isEqualTo("…");
        assertThat(refused(500, "<p>a\u202eb " + spread).end.error().message()).isEqualTo("ab …");
    }

    @Test
    void absurdlyLongTimesAreUnknownNotADefect() throws Exception {
        var hours = "1h".repeat(40_000);
        var slow = "{\"error\":{\"message\":\"slow\"}}";
        assertThat(refused(429, slow, "Retry-After: " + hours).end.error().retryAfterSeconds()).isNull();
        assertThat(refused(429, slow, "x-ratelimit-reset-tokens-minute: " + hours).end.error().kind())
                .isEqualTo(ErrorKind.RATE_LIMIT);
        assertThat(refused(429, "{\"error\":{\"message\":\"Please try again in " + "1s".repeat(25_000) + "\"}}").end
                .error()
                .kind()).isEqualTo(ErrorKind.RATE_LIMIT);
        for (var wait : new String[]{"9".repeat(400) + " seconds", "999999999h", "25h"}) {
            var error = refused(429, "{\"error\":{\"message\":\"Please try again in " + wait + "\"}}").end.error();
            assertThat(error.kind()).isEqualTo(ErrorKind.RATE_LIMIT);
            assertThat(error.retryAfterSeconds()).isNull();
        }
    }

    @Test
    void aLongMessageAndCodeAreCutBeforeTheyAreLookedAt() {
        var words = "model ".repeat(1_200_000);
        var error = new ErrorParser(new Redactor((String) null), false, "host").inStream(200,
                new ErrorBody("Rate limit: try again in " + "1s".repeat(3_000_000) + words, "c".repeat(60_000), null,
                        null,
                        404));
        assertThat(error.message()).hasSize(500);
        assertThat(error.code()).hasSizeLessThanOrEqualTo(100);
    }

    @Test
    void aProxyThatAsksForAPasswordIsNamedAsAProxy() throws Exception {
        try (var server = new RawServer(
                (_, wire) -> wire.reply(407, "text/html", "<p>log in</p>", "Proxy-Authenticate: Basic realm=x"))) {
            var talk = Talk.with(server);
            assertThat(server.requests).hasSize(1);
            assertThat(talk.end.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(talk.end.error().kind()).isEqualTo(ErrorKind.PROXY_AUTH);
            assertThat(talk.end.error().httpStatus()).isEqualTo(407);
        }
    }

    @Test
    void aRedirectIsNotFollowedAndNothingIsSentThere() throws Exception {
        try (var other = new RawServer((_, wire) -> wire.reply(200, "text/event-stream", content("stolen")))) {
            for (int status : new int[]{301, 302, 303, 307, 308}) {
                var talk = refused(status, "", "Location: http://localhost:" + other.port() + "/v1/chat/completions");
                assertThat(talk.end.error().kind()).isEqualTo(ErrorKind.REDIRECT);
                assertThat(talk.end.error().message()).contains("localhost");
            }
            assertThat(other.connections).hasValue(0);
        }
    }

    @Test
    void aRedirectToNowhereSaysSo() throws Exception {
        var error = refused(302, "").end.error();
        assertThat(error.kind()).isEqualTo(ErrorKind.REDIRECT);
        assertThat(error.message()).contains("127.0.0.1", "without saying where").doesNotContain("–");
    }

    @Test
    void aDeadPooledConnectionIsNotSentOverTwice() throws Exception {
        try (var server = new RawServer((_, wire) -> {
            wire.reply(200, "text/event-stream", content("a") + finish("stop"));
            wire.finish();
        }); var client = Talk.client()) {
            for (int i = 1; i <= 3; i++) {
                // The server has left the idle connection: it is found dead before anything is sent over it.
                var talk = Talk.with(client, server.url(), "none");
                assertThat(talk.end.outcome()).isEqualTo(Outcome.COMPLETE);
                assertThat(talk.sink.sent).hasSize(1);
                assertThat(server.requests).hasSize(i);
            }
        }
        try (var server = new RawServer((request, wire) -> {
            if (request.body().contains("\"again\"")) {
                wire.finish();
            } else {
                wire.reply(200, "text/event-stream", content("a") + finish("stop"));
            }
        }); var client = Talk.client()) {
            Talk.with(client, server.url(), "none");
            var again = new ChatRequest("again", Talk.HELLO.messages(), null, null);
            var end = client.newCall(Talk.target(server.url(), "none", null), again).execute(new Recorder());
            assertThat(end.error().kind()).isEqualTo(ErrorKind.CONNECTION_LOST);
            assertThat(server.requests).hasSize(2);
        }
    }

    @Test
    void streamOptionsAreLeftOutOnceRefusedAndForEverAfter() throws Exception {
        try (var server = new RawServer((request, wire) -> {
            if (request.body().contains("stream_options")) {
                wire.reply(400, "application/json",
                        "{\"detail\":[{\"loc\":[\"body\",\"stream_options\"],\"msg\":\"extra\"}]}");
            } else {
                wire.reply(200, "text/event-stream", content("a") + finish("stop"));
            }
        }); var client = Talk.client()) {
            var talk = Talk.with(client, server.url(), "auto");
            assertThat(talk.end.outcome()).isEqualTo(Outcome.COMPLETE);
            assertThat(server.requests).hasSize(2);
            assertThat(talk.sink.notes).hasSize(1);
            assertThat(talk.sink.connections).hasSize(1);
            assertThat(Talk.with(client, server.url(), "auto").end.outcome()).isEqualTo(Outcome.COMPLETE);
            assertThat(server.requests).hasSize(3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"error\":{\"message\":\"Unsupported parameter: 'max_tokens'. Use another.\"}}",
        "{\"detail\":[{\"loc\":[\"body\",\"max_tokens\"],\"msg\":\"Extra inputs are not permitted\"}]}"})
    void aCapThatIsRefusedByNameIsSentOnceUnderTheOtherAndEverAfter(String refusal) throws Exception {
        var capped = new ChatRequest("m", Talk.HELLO.messages(), null, 64);
        try (var server = new RawServer((request, wire) -> {
            if (request.body().contains("max_tokens")) {
                wire.reply(400, "application/json", refusal);
            } else {
                wire.reply(200, "text/event-stream", content("a") + finish("stop"));
            }
        }); var client = Talk.client()) {
            var sink = new Recorder();
            var end = client.newCall(Talk.target(server.url(), "auto", null), capped).execute(sink);
            assertThat(end.outcome()).isEqualTo(Outcome.COMPLETE);
            assertThat(sink.notes).hasSize(1);
            assertThat(server.requests.getLast().body()).contains("\"max_completion_tokens\":64");
            client.newCall(Talk.target(server.url(), "auto", null), capped).execute(new Recorder());
            assertThat(server.requests).hasSize(3);
        }
    }

    @Test
    void aCapThatIsTooLargeIsTheUsersToLower() throws Exception {
        var capped = new ChatRequest("m", Talk.HELLO.messages(), null, 64_000);
        try (var server = new RawServer((_, wire) -> wire.reply(400, "application/json",
                "{\"error\":{\"message\":\"max_tokens must be at most 8192\"}}")); var client = Talk.client()) {
            var end = client.newCall(Talk.target(server.url(), "auto", null), capped).execute(new Recorder());
            assertThat(end.outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(server.requests).hasSize(1);
        }
    }

    @Test
    void anEndpointThatRefusesTwiceIsAskedTwiceOnly() throws Exception {
        try (var server = new RawServer(
                (_, wire) -> wire.reply(400, "application/json", "{\"error\":\"stream_options!\"}"))) {
            var talk = Talk.with(server);
            assertThat(talk.end.error().kind()).isEqualTo(ErrorKind.BAD_REQUEST);
            assertThat(server.requests).hasSize(2);
        }
        assertThat(refused(422, "{\"error\":\"stream_options\"}").end.error().kind()).isEqualTo(ErrorKind.BAD_REQUEST);
    }

    @Test
    void cerebrasRefusalsByQuotaAndByLoadAreToldApart() throws Exception {
        var requests = refused(429,
                "{\"message\":\"Requests per minute limit exceeded - too many requests sent.\",\"type\":"
                        + "\"too_many_requests_error\",\"param\":\"quota\",\"code\":\"request_quota_exceeded\"}").end
                .error();
        assertThat(requests.kind()).isEqualTo(ErrorKind.RATE_LIMIT);
        assertThat(requests.code()).isEqualTo("request_quota_exceeded");
        assertThat(requests.window()).isEqualTo(new LimitReading(Metric.REQUESTS, Period.MINUTE, null, 0L, null));
        var tokens = refused(429,
                "{\"message\":\"Tokens per day limit exceeded - too many tokens processed.\",\"type\":"
                        + "\"too_many_requests_error\",\"param\":\"quota\",\"code\":\"token_quota_exceeded\"}",
                "x-ratelimit-remaining-tokens-day: 0", "x-ratelimit-reset-tokens-day: 33011.5").end.error();
        assertThat(tokens.window().metric()).isEqualTo(Metric.TOKENS);
        assertThat(tokens.window().period()).isEqualTo(Period.DAY);
        assertThat(tokens.retryAfterSeconds()).isNull();
        assertThat(tokens.window().resetSeconds()).isEqualTo(33011.5);
        var queue = refused(429,
                "{\"message\":\"We're experiencing high traffic right now! Please try again soon.\",\"type\":"
                        + "\"too_many_requests_error\",\"param\":\"queue\",\"code\":\"queue_exceeded\"}").end
                .error();
        assertThat(queue.kind()).isEqualTo(ErrorKind.QUEUE);
        assertThat(queue.window()).isNull();
    }

    @Test
    void groqsFiguresAreReadFromItsWords() throws Exception {
        var error = refused(429, "{\"error\":{\"message\":\"Rate limit reached for model `openai/gpt-oss-120b` in "
                + "organization `org_01abcDEF` service tier `on_demand` on tokens per minute (TPM): Limit 8000, Used 5439, "
                + "Requested 5017. Please try again in 18.42s. Need more tokens?\",\"type\":\"tokens\",\"code\":"
                + "\"rate_limit_exceeded\"}}").end.error();
        assertThat(error.kind()).isEqualTo(ErrorKind.RATE_LIMIT);
        assertThat(error.retryAfterSeconds()).isEqualTo(18.42);
        assertThat(error.window()).isEqualTo(new LimitReading(Metric.TOKENS, Period.MINUTE, 8000L, 2561L, null));
        assertThat(error.message()).doesNotContain("org_01abcDEF").contains("org_…");
        var day = refused(429,
                "{\"error\":{\"message\":\"on tokens per day (TPD): Limit 200000, Used 199493, Requested 927."
                        + " Please try again in 3m1.44s.\"}}",
                "Retry-After: 182").end.error();
        assertThat(day.window().period()).isEqualTo(Period.DAY);
        assertThat(day.retryAfterSeconds()).isEqualTo(182);
        var large = refused(413,
                "{\"error\":{\"message\":\"Request too large for model x on input tokens per minute (ITPM): "
                        + "Limit 7000, Requested 8123, please reduce\"}}").end
                .error();
        assertThat(large.kind()).isEqualTo(ErrorKind.TOO_LARGE);
        assertThat(large.window().limit()).isEqualTo(7000);
    }

    @ParameterizedTest
    @CsvSource({"5439,5017,18.42", "6597,3383,14.85", "7316,3092,18.06", "7046,2816,13.965", "6660,2140,6"})
    void groqsWaitFitsItsOwnFigures(long used, long requested, double wait) throws Exception {
        var error = refused(429, "{\"error\":{\"message\":\"Rate limit reached on tokens per minute (TPM): Limit 8000, "
                + "Used " + used + ", Requested " + requested + ". Please try again in " + wait
                + "s. Need more tokens?\","
                + "\"type\":\"tokens\",\"code\":\"rate_limit_exceeded\"}}").end.error();
        assertThat(error.waitSeconds()).isEqualTo((used + requested - 8_000) * 60 / 8_000.0).isEqualTo(wait);
        assertThat(error.window().remaining()).isEqualTo(8_000 - used);
        assertThat(error.excess()).isNull();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null", value = {"TPD,TOKENS,DAY,null", "TPM,TOKENS,MINUTE,null",
        "RPM,REQUESTS,MINUTE,null",
        "RPD,REQUESTS,DAY,null", "ITPM,null,MINUTE,ITPM", "OTPM,null,MINUTE,OTPM"})
    void groqsLabelsNameTheWindow(String label, Metric metric, Period period, String kept) throws Exception {
        var window = refused(429, "{\"error\":{\"message\":\"Rate limit reached for model x on something (" + label
                + "): Limit 200000, Used 199493, Requested 927. Please try again in 3m1.44s.\"}}").end.error().window();
        assertThat(window).isEqualTo(new LimitReading(metric, period, 200_000L, 507L, null,
                app.pitot.provider.Allowance.LIMITED, kept));
    }

    @ParameterizedTest
    @CsvSource({"413,Request too large for model x on input tokens per minute,ITPM,7000,8123",
        "429,Request too large for model x on output tokens per minute,OTPM,1000,2048",
        "429,Rate limit reached on tokens per minute,TPM,8000,9000"})
    void whatIsLargerThanTheWholeLimitNeverPasses(int status, String words, String label, long limit, long requested)
            throws Exception {
        var error = refused(status, "{\"error\":{\"message\":\"" + words + " (" + label + "): Limit " + limit
                + ", Requested " + requested + ", please reduce\"}}", "Retry-After: 5").end.error();
        assertThat(error.kind()).isEqualTo(ErrorKind.TOO_LARGE);
        assertThat(error.excess()).isEqualTo(new ApiError.Excess(label, limit, requested));
    }

    @Test
    void aPlanWithoutQuotaIsToldFromOneThatIsUsedUp() throws Exception {
        var none = refused(429, "{\"message\":\"Requests rate limit exceeded\"}", "x-ratelimit-limit-req-minute: 0",
                "x-ratelimit-remaining-req-minute: 0").end.error();
        assertThat(none.kind()).isEqualTo(ErrorKind.NO_QUOTA);
        var usedUp = refused(429, "{\"message\":\"Requests rate limit exceeded\"}",
                "x-ratelimit-limit-req-minute: 60", "x-ratelimit-remaining-req-minute: 0").end.error();
        assertThat(usedUp.kind()).isEqualTo(ErrorKind.RATE_LIMIT);
    }

    @Test
    void aCerebrasAccountWithoutCreditHasAGoodKey() throws Exception {
        var error = refused(402, "{\"message\":\"Payment required to access this resource. Visit your billing tab.\","
                + "\"type\":\"payment_required_error\",\"param\":\"quota\",\"code\":\"payment_required\"}",
                "x-should-retry: false", "Retry-After: 1").end.error();
        assertThat(error.kind()).isEqualTo(ErrorKind.PAYMENT_REQUIRED);
        assertThat(error.shouldRetry()).isFalse();
        assertThat(error.waitSeconds()).as("the provider advises against it").isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"404|{\"message\":\"Model X does not exist or you do not have access to it.\","
            + "\"type\":\"not_found_error\",\"param\":\"model\",\"code\":\"model_not_found\"}|MODEL_NOT_FOUND",
        "404|{\"message\":\"Model gemma is archived and unavailable for the organization.\",\"code\":\"model_archived\"}"
                + "|MODEL_RETIRED",
        "404|{\"detail\":\"Not Found\"}|NOT_FOUND", "403|{\"detail\":\"Not authenticated\"}|UNAUTHORIZED",
        "400|{\"error\":{\"message\":\"This model's maximum context length is 8192 tokens.\",\"code\":"
                + "\"context_length_exceeded\"}}|CONTEXT_LENGTH",
        "400|{\"message\":\"Please reduce the length of the messages or completion.\"}|CONTEXT_LENGTH",
        "400|{\"error\":{\"code\":\"model_decommissioned\",\"message\":\"gone\"}}|MODEL_RETIRED",
        "400|[{\"error\":{\"code\":400,\"message\":\"API key not valid. Please pass a valid API key.\"}}]|UNAUTHORIZED",
        "429|{\"error\":{\"message\":\"You exceeded your current quota\",\"code\":\"insufficient_quota\"}}|PAYMENT_REQUIRED",
        "429|{\"error\":{\"message\":\"Rate limit exceeded: free-models-per-day\",\"code\":429}}|RATE_LIMIT"})
    void wordsAndCodesDecideWhereTheStatusDoesNot(int status, String body, ErrorKind kind) throws Exception {
        assertThat(refused(status, body).end.error().kind()).isEqualTo(kind);
    }
}
