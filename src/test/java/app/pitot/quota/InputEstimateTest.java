package app.pitot.quota;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.ChatImage;
import app.pitot.api.ChatMessage;
import app.pitot.api.ChatParameters;
import app.pitot.api.ChatRequest;
import app.pitot.api.ResponseFormat;
import app.pitot.api.ToolCall;
import java.util.ArrayList;
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
    void aLongConversationIsNotCountedAgainWithEveryKeyStroke() {
        var conversation = new ArrayList<ChatMessage>();
        for (var i = 0; i < 200; i++) {
            conversation.add(new ChatMessage(ChatMessage.Role.USER, i + "word ".repeat(2_000)));
        }
        // Both warm up.
        var counted = time(() -> PromptSize.of(conversation, PromptSize::of));
        var known = time(() -> estimate.of(conversation));
        assertThat(known).as("%d µs, %d µs when counted", known / 20_000, counted / 20_000).isLessThan(counted / 3);
        assertThat(estimate.of(conversation))
                .isEqualTo(Math.round(PromptSize.of(conversation, PromptSize::of).tokens(1)));
    }

    private static long time(Runnable what) {
        long begun = 0;
        for (var i = 0; i < 40; i++) {
            begun = i == 20 ? System.nanoTime() : begun;
            what.run();
        }
        return System.nanoTime() - begun;
    }

    @Test
    void proseCodeAndChineseEachHaveTheirOwnRatio() {
        var random = new Random(3);
        for (var i = 0; i < 60; i++) {
            var size = 200 + random.nextInt(4_000);
            var kind = i % 10 < 7 ? 0 : i % 10 < 9 ? 1 : 2;
            estimate.learn(kind(kind, size), tokens(kind, size));
        }
        for (var kind = 0; kind < 3; kind++) {
            var guess = estimate.guess(kind(kind, 3_000));
            assertThat(guess.likely()).isCloseTo(tokens(kind, 3_000), Percentage.withPercentage(2));
            assertThat(guess.least()).isLessThan(tokens(kind, 3_000));
            assertThat(guess.most()).isBetween(tokens(kind, 3_000), (long) (1.2 * tokens(kind, 3_000)));
        }
    }

    @Test
    void ofAKindThatWasNeverSeenTheGuessIsUnsure() {
        for (var i = 0; i < 30; i++) {
            estimate.learn(kind(0, 300 + 100 * i), tokens(0, 300 + 100 * i));
        }
        var known = estimate.guess(kind(0, 3_000));
        var unknown = estimate.guess(kind(2, 3_000));
        assertThat((double) (known.most() - known.likely()) / known.likely()).isLessThan(0.05);
        assertThat((double) (unknown.most() - unknown.likely()) / unknown.likely()).isGreaterThan(0.3);
    }

    @Test
    void whatWasLearnedOfChineseIsNotForgottenOverAHundredPromptsInEnglish() {
        for (var i = 0; i < 5; i++) {
            estimate.learn(kind(2, 500 + 300 * i), tokens(2, 500 + 300 * i));
        }
        for (var i = 0; i < 100; i++) {
            estimate.learn(kind(0, 300 + 50 * i), tokens(0, 300 + 50 * i));
        }
        assertThat(estimate.of(kind(2, 2_000))).isCloseTo(tokens(2, 2_000), Percentage.withPercentage(3));
    }

    /** Prose, code, Chinese: about so many characters. */
    private static List<ChatMessage> kind(int kind, int size) {
        var piece = new String[]{"plain words and ", "f(x); y += {1};\n", "今天天气很好我们去公园散步吧谢谢"}[kind];
        return user(piece.repeat(size / 16));
    }

    private static long tokens(int kind, int size) {
        return Math.round(20 + size / 16 * 16 * new double[]{0.22, 0.41, 0.63}[kind]);
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
