package app.pitot.quota;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.ChatMessage;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class InputEstimateTest {
    private final InputEstimate estimate = new InputEstimate();

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
