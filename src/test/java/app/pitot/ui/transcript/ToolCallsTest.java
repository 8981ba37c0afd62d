package app.pitot.ui.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.ToolCall;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToolCallsTest {
    private final TranscriptModel model = new TranscriptModel(() -> 0, Runnable::run);
    private final List<List<String>> sent = new ArrayList<>();

    private static List<ToolCall> two() {
        return List.of(new ToolCall("1", "weather", "{\"city\":\"Kiel\"}"), new ToolCall("2", "clock", "not json"));
    }

    private List<String> kinds() {
        return model.rows().stream().map(row -> row.getClass().getSimpleName()).toList();
    }

    @Test
    void callsStandBelowTheTextAndAboveTheNotices() {
        var reply = model.addReply("m");
        reply.append("I look.", "");
        reply.notice(new Notice(Notice.Severity.INFO, "note", "", "", List.of()));
        reply.calls(two());
        reply.finish(List.of(Figure.of("1", "tok/s", null)));
        model.addQuestion("next");
        assertThat(kinds()).containsExactly("BlockRow", "ToolCallRow", "ToolCallRow", "ToolSendRow", "NoticeRow",
                "MetricsRow", "QuestionRow", "EndRow");
    }

    @Test
    void aReplyOfCallsAloneHasItsFigures() {
        var reply = model.addReply("m");
        reply.finish(List.of(Figure.of("1", "tok/s", null)));
        reply.calls(two());
        assertThat(kinds()).containsExactly("ToolCallRow", "ToolCallRow", "ToolSendRow", "EndRow");
        var other = model.addReply("m");
        other.calls(two());
        other.finish(List.of(Figure.of("1", "tok/s", null)));
        assertThat(kinds()).endsWith("ToolSendRow", "MetricsRow", "EndRow");
    }

    @Test
    void argumentsAreLaidOutAndMalformedOnesShownAsTheyAre() {
        var calls = model.addReply("m").calls(two()).calls();
        assertThat(calls.getFirst().arguments()).isEqualTo("{\n  \"city\": \"Kiel\"\n}");
        assertThat(calls.getFirst().wellFormed()).isTrue();
        assertThat(calls.getLast().arguments()).isEqualTo("not json");
        assertThat(calls.getLast().wellFormed()).isFalse();
    }

    @Test
    void resultsGoOnceEachCallHasOneAndOnlyOnce() {
        var calls = model.addReply("m").calls(two());
        calls.calls().getFirst().result().set("8 °C");
        calls.send();
        assertThat(sent).as("nobody takes them").isEmpty();
        calls.open(results -> {
            sent.add(results);
            calls.answered(results);
        });
        calls.send();
        assertThat(sent).as("one is missing").isEmpty();
        assertThat(calls.complete().get()).isFalse();
        calls.calls().getLast().empty().set(true);
        assertThat(calls.complete().get()).isTrue();
        calls.send();
        calls.send();
        assertThat(sent).containsExactly(List.of("8 °C", ""));
        assertThat(calls.state().get()).isEqualTo(ToolCalls.State.ANSWERED);
    }

    @Test
    void whatWasTypedStaysWhenTheConversationGoesOn() {
        var calls = model.addReply("m").calls(two());
        calls.open(sent::add);
        calls.calls().getFirst().result().set("typed");
        calls.pass();
        assertThat(calls.state().get()).isEqualTo(ToolCalls.State.PASSED);
        assertThat(calls.calls().getFirst().result().get()).isEqualTo("typed");
        calls.send();
        assertThat(sent).isEmpty();
    }

    @Test
    void storedCallsStandWithTheirReply() {
        model.show(List.of(new Entry.Replied("m", "", "", "", List.of(Figure.of("1", "tok/s", null)), Details.NONE,
                List.of(), two())));
        assertThat(kinds()).containsExactly("ToolCallRow", "ToolCallRow", "ToolSendRow", "MetricsRow", "EndRow");
        var calls = ((ReplyRows) model.messages().getFirst()).toolCalls();
        calls.answered(java.util.Arrays.asList("8 °C", null));
        assertThat(calls.calls().getFirst().result().get()).isEqualTo("8 °C");
        assertThat(calls.calls().getLast().empty().get()).as("missing, not empty").isFalse();
    }
}
