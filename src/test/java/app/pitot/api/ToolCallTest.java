package app.pitot.api;

import static app.pitot.api.Talk.content;
import static app.pitot.api.Talk.finish;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Tool calls and token probabilities that come back, over real sockets. */
class ToolCallTest {
    private static Talk reply(String type, String body) throws Exception {
        try (var server = new RawServer((_, wire) -> wire.reply(200, type, body))) {
            return Talk.with(server);
        }
    }

    private static Talk stream(String body) throws Exception {
        return reply("text/event-stream", body);
    }

    private static String delta(String json) {
        return "data: {\"choices\":[{\"index\":0,\"delta\":{" + json + "}}]}\n\n";
    }

    private static String calls(String json) {
        return delta("\"tool_calls\":[" + json + "]");
    }

    @Test
    void piecesAreJoinedByTheirIndex() throws Exception {
        var talk = stream(
                calls("{\"index\":0,\"id\":\"a\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"\"}}")
                        + calls("{\"index\":0,\"function\":{\"arguments\":\"{\\\"é\\\":\"}}")
                        + calls("{\"index\":1,\"id\":\"b\",\"function\":{\"name\":\"g\",\"arguments\":\"{}\"}},"
                                + "{\"index\":0,\"function\":{\"arguments\":\"1}\"}}")
                        + finish("tool_calls"));
        assertThat(talk.end.outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(talk.end.finishReason()).isEqualTo("tool_calls");
        assertThat(talk.end.toolCalls()).containsExactly(new ToolCall("a", "f", "{\"é\":1}"),
                new ToolCall("b", "g", "{}"));
        assertThat(talk.sink.called).containsExactly(6, 2, 2);
        assertThat(talk.sink.notes).isEmpty();
        assertThat(talk.sink.answer).isEmpty();
    }

    @Test
    void withoutAnIndexTheIdOrTheOrderTells() throws Exception {
        var byId = stream(calls("{\"id\":\"a\",\"function\":{\"name\":\"f\",\"arguments\":\"[\"}}")
                + calls("{\"id\":\"b\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}")
                + calls("{\"id\":\"a\",\"function\":{\"arguments\":\"]\"}}") + finish("tool_calls"));
        assertThat(byId.end.toolCalls()).containsExactly(new ToolCall("a", "f", "[]"), new ToolCall("b", "f", "{}"));
        var byOrder = stream(calls("{\"function\":{\"name\":\"f\",\"arguments\":\"[\"}}")
                + calls("{\"function\":{\"arguments\":\"]\"}}") + calls("{\"function\":{\"name\":\"f\"}}")
                + finish("tool_calls"));
        assertThat(byOrder.end.toolCalls()).containsExactly(new ToolCall("", "f", "[]"), new ToolCall("", "f", ""));
        var sameIndex = stream(calls("{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}")
                + calls("{\"index\":0,\"id\":\"b\",\"function\":{\"name\":\"g\",\"arguments\":{\"x\":1}}}")
                + finish("tool_calls"));
        assertThat(sameIndex.end.toolCalls()).containsExactly(new ToolCall("a", "f", "{}"),
                new ToolCall("b", "g", "{\"x\":1}"));
        var repeated = stream(calls("{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"f\",\"arguments\":\"[\"}}")
                + calls("{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"f\",\"arguments\":\"]\"}}")
                + finish("tool_calls"));
        assertThat(repeated.end.toolCalls()).containsExactly(new ToolCall("a", "f", "[]"));
    }

    @Test
    void theOldFormAndAWholeAnswerAreRead() throws Exception {
        var old = stream(delta("\"function_call\":{\"name\":\"f\",\"arguments\":\"\"}")
                + delta("\"function_call\":{\"arguments\":\"{}\"}") + finish("function_call"));
        assertThat(old.end.toolCalls()).containsExactly(new ToolCall("", "f", "{}"));
        var whole = reply("application/json", "{\"choices\":[{\"index\":0,\"finish_reason\":\"tool_calls\",\"message\":"
                + "{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"a\",\"type\":\"function\","
                + "\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}]}}]}");
        assertThat(whole.end.outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(whole.end.toolCalls()).containsExactly(new ToolCall("a", "f", "{}"));
    }

    @Test
    void aCallThatBreaksOffIsKept() throws Exception {
        try (var server = new RawServer((_, wire) -> wire.stream()
                .send(calls("{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"f\",\"arguments\":\"{\\\"a\"}}"))
                .finish())) {
            var talk = Talk.with(server);
            assertThat(talk.end.outcome()).isEqualTo(Outcome.TRUNCATED);
            assertThat(talk.end.toolCalls()).containsExactly(new ToolCall("a", "f", "{\"a"));
        }
        var failed = stream(calls("{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"f\",\"arguments\":\"\"}}")
                + "data: {\"error\":{\"message\":\"broken\"}}\n\n");
        assertThat(failed.end.outcome()).isEqualTo(Outcome.TRUNCATED);
        assertThat(failed.end.toolCalls()).hasSize(1);
    }

    @Test
    void tooManyCallsAndTooLongOnesAreCutWithANote() throws Exception {
        var many = new StringBuilder();
        for (int i = 0; i < 70; i++) {
            many.append(calls("{\"index\":" + i + ",\"id\":\"c" + i + "\",\"function\":{\"name\":\"f\"}}"));
        }
        var talk = stream(many + finish("tool_calls"));
        assertThat(talk.end.toolCalls()).hasSize(64);
        assertThat(talk.sink.notes).singleElement().asString().contains("64 calls");
        var piece = calls(
                "{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"f\",\"arguments\":\"" + "x".repeat(300_000)
                        + "\"}}");
        var longOne = stream(piece.repeat(5) + finish("tool_calls"));
        assertThat(longOne.end.toolCalls().getFirst().arguments()).hasSize(1024 * 1024 - 2);
        assertThat(longOne.sink.notes).hasSize(1);
        assertThat(longOne.end.outcome()).isEqualTo(Outcome.COMPLETE);
    }

    private static String chance(String token, String logprob, String others) {
        return "{\"token\":\"" + token + "\",\"logprob\":" + logprob + ",\"bytes\":[1],\"top_logprobs\":[" + others
                + "]}";
    }

    private static String withChances(String text, String chances) {
        return "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + text
                + "\"},\"logprobs\":{\"content\":[" + chances + "],\"refusal\":null}}]}\n\n";
    }

    @Test
    void tokenProbabilitiesAreReadBesideTheText() throws Exception {
        var talk = stream(withChances(" Hi",
                chance(" H", "-0.25", chance("A", "-3", "") + "," + chance(" H", "-0.25", ""))
                        + "," + chance("i\\u202e\\n", "0.5", "") + "," + chance("x", "\"no\"", "") + ",7")
                + finish("stop"));
        assertThat(talk.sink.answer).hasToString(" Hi");
        assertThat(talk.end.chances()).hasSize(2);
        var first = talk.end.chances().getFirst();
        assertThat(first.token()).isEqualTo(" H");
        assertThat(first.logprob()).isEqualTo(-0.25);
        assertThat(first.others()).containsExactly(new TokenChance.Other(" H", -0.25), new TokenChance.Other("A", -3));
        assertThat(talk.end.chances().getLast().token()).isEqualTo("i\uFFFD\n");
        assertThat(talk.end.chances().getLast().logprob()).isZero();
        assertThat(stream(content("a") + finish("stop")).end.chances()).isEmpty();
    }

    @Test
    void onlySoManyProbabilitiesAreKept() throws Exception {
        var one = chance("a", "-1", "");
        var thousand = withChances("a", one + ("," + one).repeat(999));
        var talk = stream(thousand.repeat(21) + finish("stop"));
        assertThat(talk.end.chances()).hasSize(20_000);
        assertThat(talk.sink.notes).singleElement().asString().contains("20,000");
        assertThat(talk.sink.answer).hasSize(21);
    }
}
