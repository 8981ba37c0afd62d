package app.pitot.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutputsTest {
    private final Outputs outputs = new Outputs();

    @Test
    void nothingIsSaidBeforeTheFirstReplyAndNoCapBeforeTheFifth() {
        assertThat(outputs.audit(1_024)).isNull();
        for (var i = 0; i < 4; i++) {
            outputs.learn(new PastReply(1_336, 310, 100));
        }
        assertThat(outputs.audit(1_024)).isEqualTo(new Audit(1_336, 410, 4, null));
        outputs.learn(new PastReply(1_336, 310, 100));
        assertThat(outputs.audit(1_024)).isEqualTo(new Audit(1_336, 410, 5, 128));
    }

    @Test
    void aCapThatIsLowEnoughIsLeftAlone() {
        IntStream.range(0, 20).forEach(i -> outputs.learn(new PastReply(1_336, 10, 100 + i)));
        assertThat(outputs.audit(128).suggestedMaxTokens()).isNull();
        assertThat(outputs.audit(239).suggestedMaxTokens()).as("a fifth less or nothing").isNull();
        assertThat(outputs.audit(240).suggestedMaxTokens()).isEqualTo(192);
        assertThat(outputs.audit(null).suggestedMaxTokens()).isEqualTo(192);
    }

    @Test
    void oneLongReplyInTwentyDoesNotCount() {
        outputs.learn(new PastReply(9_000, 10, 8_000));
        IntStream.range(0, 19).forEach(_ -> outputs.learn(new PastReply(9_000, 10, 300)));
        assertThat(outputs.audit(8_192).suggestedMaxTokens()).isEqualTo(384);
    }

    @Test
    void earlierRunsComeBeforeThisOne() {
        outputs.learn(new PastReply(500, 100, 50));
        outputs.restore(IntStream.range(0, 60).mapToObj(_ -> new PastReply(9_000, 10, 300)).toList());
        assertThat(outputs.audit(null)).isEqualTo(new Audit(500, 150, 50, 384));
        outputs.restore(List.of());
        assertThat(outputs.audit(null).replies()).isEqualTo(50);
    }
}
