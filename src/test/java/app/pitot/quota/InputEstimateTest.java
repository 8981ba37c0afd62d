package app.pitot.quota;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.ChatImage;
import app.pitot.api.ChatMessage;
import app.pitot.api.ChatParameters;
import app.pitot.api.ChatRequest;
import app.pitot.api.ResponseFormat;
import app.pitot.api.ToolCall;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class InputEstimateTest {
    private final InputEstimate estimate = new InputEstimate();

    @Test
    void toolsSchemasCallsAndPicturesCount() {
        var schema = new ResponseFormat(ResponseFormat.Kind.SCHEMA, "s", "y".repeat(200));
        var set = new ChatParameters(null, null, null, null, List.of(), null, schema, null, "x".repeat(400), null,
                null);
        assertThat(estimate.of(new ChatRequest("m", user("x".repeat(400)), set))).isEqualTo(104 + 100 + 50);
        assertThat(estimate.of(new ChatRequest("m", user("x".repeat(400)), ChatParameters.NONE))).isEqualTo(104);
        var png = new byte[24];
        var head = new byte[]{(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n'};
        System.arraycopy(head, 0, png, 0, 8);
        png[18] = 2;
        png[22] = 1;
        assertThat(estimate.of(List.of(picture(png)))).as("512 by 256").isEqualTo(4 + 16 * 8);
        png[16] = 1;
        assertThat(estimate.of(List.of(picture(png)))).as("huge").isEqualTo(4 + 4_096);
        assertThat(estimate.of(List.of(picture(new byte[3])))).as("unknown").isEqualTo(4 + 1_024);
        var call = new ToolCall("c", "get_", "z".repeat(40));
        assertThat(
                estimate.of(List.of(new ChatMessage(ChatMessage.Role.ASSISTANT, "", List.of(), List.of(call), null))))
                .isEqualTo(4 + 4 + 1 + 10);
    }

    private static ChatMessage picture(byte[] bytes) {
        return new ChatMessage(ChatMessage.Role.USER, "", List.of(new ChatImage("image/png", bytes)), List.of(), null);
    }

    @Test
    void startsWithFourCharactersAToken() {
        assertThat(estimate.of(user("x".repeat(400)))).isEqualTo(104);
        assertThat(estimate.of(List.of(new ChatMessage(ChatMessage.Role.SYSTEM, "x".repeat(40)),
                new ChatMessage(ChatMessage.Role.USER, "x".repeat(40))))).isEqualTo(28);
        assertThat(estimate.of(List.of())).isEqualTo(1);
    }

    @Test
    void chineseCountsOneACharacter() {
        assertThat(estimate.of(user("速".repeat(100)))).isEqualTo(104);
    }

    @Test
    void oneReplyTeachesTheFixedPart() {
        estimate.learn(user("hi there"), 69);
        assertThat(estimate.of(user("hi there"))).isEqualTo(69);
        assertThat(estimate.of(user("x".repeat(408)))).isEqualTo(169);
    }

    @Test
    void learnsAnyStraightLineInSpiteOfOutliers() {
        var random = new Random(7);
        for (var i = 0; i < 20; i++) {
            var length = 40 + random.nextInt(4_000);
            estimate.learn(user("x".repeat(length)), i % 6 == 5 ? 9_000 : Math.round(62 + 0.31 * length));
        }
        for (var length : new int[]{10, 500, 3_000, 12_000}) {
            assertThat(estimate.of(user("x".repeat(length)))).isCloseTo(Math.round(62 + 0.31 * length),
                    Percentage.withPercentage(3));
        }
    }

    @Test
    void aFirstGuessThatIsTooHighIsScaledDown() {
        estimate.learn(user("x".repeat(4_000)), 600);
        assertThat(estimate.of(user("x".repeat(4_000)))).isEqualTo(600);
        assertThat(estimate.of(user("x".repeat(40)))).isBetween(1L, 14L);
    }

    @Test
    void nonsenseTeachesNothing() {
        estimate.learn(user("x".repeat(400)), 0);
        estimate.learn(user("x".repeat(400)), -5);
        assertThat(estimate.of(user("x".repeat(400)))).isEqualTo(104);
    }

    private static List<ChatMessage> user(String text) {
        return List.of(new ChatMessage(ChatMessage.Role.USER, text));
    }
}
