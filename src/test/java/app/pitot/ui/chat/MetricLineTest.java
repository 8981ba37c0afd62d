package app.pitot.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.ChatMessage;
import app.pitot.api.ChatRequest;
import app.pitot.api.Outcome;
import app.pitot.api.Usage;
import app.pitot.exchange.ExchangeResult;
import app.pitot.exchange.ExchangeSpec;
import app.pitot.history.ReplyFacts;
import app.pitot.keys.KeySource;
import app.pitot.provider.Account;
import app.pitot.provider.ModelInfo;
import app.pitot.provider.Provider;
import app.pitot.quota.QuotaSnapshot;
import app.pitot.speed.Rhythm;
import app.pitot.speed.SpeedFlag;
import app.pitot.speed.SpeedReading;
import app.pitot.speed.TokenBasis;
import app.pitot.ui.transcript.Figure;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The line that users cite and that must not get lost: pinned word for word. */
class MetricLineTest {
    private static String text(SpeedReading speed, Usage usage, String cost) {
        var spec = new ExchangeSpec(
                new Account("a", new Provider("custom", "Here", null, "auto"), "http://h/v1", null, KeySource.none(),
                        ""),
                ModelInfo.ofId("gpt-oss-120b"),
                new ChatRequest("gpt-oss-120b", List.of(new ChatMessage(ChatMessage.Role.USER, "hi")), null, null));
        var result = new ExchangeResult("id", spec, Instant.EPOCH, Outcome.COMPLETE, "stop", "text", "", usage, speed,
                cost == null ? null : new BigDecimal(cost), null, null, new QuotaSnapshot(List.of(), null), List.of());
        return MetricLine.of(ReplyFacts.of(result)).stream().map(MetricLineTest::words)
                .collect(Collectors.joining(" | "));
    }

    private static String words(Figure figure) {
        return (figure.before() + " " + figure.value() + " " + figure.after()).strip();
    }

    private static SpeedReading reading(Double speed, Integer tokens, TokenBasis basis, Set<SpeedFlag> flags) {
        return new SpeedReading(null, true, 142.0, 388.0, 580.0, speed, 2_000.0, null, null, tokens, null, 4_816, basis,
                false, 0.4, 0, false, 200, Rhythm.NONE, flags);
    }

    @Test
    void everythingKnown() {
        assertThat(
                text(reading(2_987.0, 1_204, TokenBasis.USAGE, Set.of()), new Usage(78, 1_204, 1_282, 0, 0), "0.0009"))
                .isEqualTo("gpt-oss-120b | 2,987 tok/s | TTFT 142 ms | 78 in | 1,204 out | $0.0009 | 580 ms");
    }

    @Test
    void estimatesWearTheirMark() {
        assertThat(text(reading(2_987.0, 1_204, TokenBasis.ESTIMATE, Set.of()), null, null))
                .isEqualTo("gpt-oss-120b | ≈ 2,987 tok/s | TTFT 142 ms | ≈ 1,204 out | 580 ms");
    }

    @Test
    void anUnknownSpeedIsADashAndNeverZero() {
        assertThat(text(reading(null, 30, TokenBasis.USAGE, Set.of(SpeedFlag.ARRIVED_AT_ONCE)),
                new Usage(78, 30, 108, 0, 0), null))
                .isEqualTo("gpt-oss-120b | – tok/s | TTFT 142 ms | 78 in | 30 out | 580 ms");
    }
}
