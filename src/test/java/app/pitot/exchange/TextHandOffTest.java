package app.pitot.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.Delta;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextHandOffTest {
    private final TextHandOff.Reply reply = new TextHandOff.Reply();
    private final StringBuilder answer = new StringBuilder();
    private final StringBuilder reasoning = new StringBuilder();

    private void append(Delta delta, String text) {
        var buffer = ("##" + text + "##").toCharArray();
        reply.append(delta, buffer, 2, text.length());
    }

    @Test
    void keepsTheTwoStreamsApart() {
        assertThat(reply.drain(answer, reasoning)).isFalse();
        append(Delta.REASONING, "hm");
        append(Delta.ANSWER, "yes");
        assertThat(reply.drain(answer, reasoning)).isTrue();
        append(Delta.ANSWER, ", indeed");
        assertThat(reply.drain(answer, reasoning)).isTrue();
        assertThat(reply.drain(answer, reasoning)).isFalse();
        assertThat(answer).hasToString("yes, indeed");
        assertThat(reasoning).hasToString("hm");
        assertThat(reply.answer()).isEqualTo("yes, indeed");
        assertThat(reply.reasoning()).isEqualTo("hm");
    }

    @Test
    void textThatNobodyDrainsIsNotLost() {
        var text = "0123456789".repeat(20_000);
        append(Delta.ANSWER, text);
        assertThat(reply.answer()).isEqualTo(text);
        reply.drain(answer, reasoning);
        assertThat(answer).hasToString(text);
    }

    @Test
    void losesNothingWhileBothSidesRun() throws InterruptedException {
        var writer = Thread.ofPlatform().start(() -> {
            var random = new Random(7);
            for (int i = 0; i < 20_000; i++) {
                append(random.nextBoolean() ? Delta.ANSWER : Delta.REASONING, "ä" + i + "x".repeat(random.nextInt(30)));
            }
        });
        boolean running = true;
        while (running) {
            running = writer.isAlive();
            reply.drain(answer, reasoning);
        }
        writer.join();
        assertThat(answer).hasToString(reply.answer());
        assertThat(reasoning).hasToString(reply.reasoning());
        assertThat(answer.length() + reasoning.length()).isGreaterThan(300_000);
    }
}
