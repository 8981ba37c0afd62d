package app.pitot.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.provider.Account;
import app.pitot.provider.LimitEdit;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.quota.WindowState;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** A plan that is edited while requests are under way, and what is told of windows, over HTTP against the simulator. */
class EditedPlanTest {
    @Test
    void requestsUnderWayCountInTheMeterOfTheEditedPlan() throws Exception {
        try (var bench = Bench.real(config -> config.withSpeed(400.0).withTtftMs(20))) {
            var running = bench.engine.start(bench.spec("Write 300 tokens.", 1_000));
            until(() -> running.phase() == Phase.WRITING || running.phase() == Phase.THINKING);
            var edited = edited(bench, 900_000);
            assertThat(day(bench, edited).limit()).isEqualTo(900_000);
            assertThat(day(bench, edited).reserved()).isGreaterThan(1_000);
            var usage = Bench.await(running).usage();
            long used = usage.promptTokens() + usage.completionTokens();
            assertThat(day(bench, edited).reserved()).isZero();
            assertThat(day(bench, edited).used()).isEqualTo(used);
            assertThat(day(bench, bench.account).used()).as("nor are they lost where they began").isEqualTo(used);
            var second = Bench.await(bench.engine.start(Bench.spec(edited, "Write 50 tokens.", 100))).usage();
            assertThat(day(bench, bench.account).used()).as("a plan that is edited back knows what came between")
                    .isEqualTo(used + second.promptTokens() + second.completionTokens());
        }
    }

    @Test
    void theEngineTellsOfAWindowAndOfWhatWasSetAside() throws Exception {
        try (var bench = Bench.real(config -> config.withSpeed(200_000.0).withTtftMs(0))) {
            assertThat(bench.engine.audit(bench.account, Bench.MODEL, 1_000)).isNull();
            for (var i = 0; i < 5; i++) {
                Bench.await(bench.engine.start(bench.spec("Write 40 tokens.", 1_000)));
            }
            var audit = bench.engine.audit(bench.account, Bench.MODEL, 1_000);
            assertThat(audit.reserved()).isGreaterThan(1_000);
            assertThat(audit.used()).isBetween(41L, 200L);
            assertThat(audit.suggestedMaxTokens()).isBetween(64, 320);
            var details = bench.engine.details(bench.account, Bench.MODEL, Metric.TOKENS, Period.MINUTE);
            assertThat(details.headers()).extracting(header -> header.name().toLowerCase(Locale.ROOT))
                    .contains("x-ratelimit-remaining-tokens-minute")
                    .allMatch(name -> name.contains("ratelimit"));
            assertThat(details.headersAt()).isNotNull();
            assertThat(details.planned().value()).isEqualTo(60_000);
            assertThat(details.lastHour()).hasSizeGreaterThan(1);
            assertThat(bench.engine.details(bench.account, Bench.MODEL, Metric.USD, Period.MONTH)).isNull();
        }
    }

    private static Account edited(Bench bench, long tokensPerDay) {
        return Accounts.simulator(bench.server.baseUrl().toString(),
                Bench.FREE.edited(List.of(new LimitEdit(Metric.TOKENS, Period.DAY, tokensPerDay))));
    }

    private static WindowState day(Bench bench, Account account) {
        return bench.engine.quota(account, Bench.MODEL).windows().stream()
                .filter(w -> w.metric() == Metric.TOKENS && w.period() == Period.DAY).findFirst().orElseThrow();
    }

    private static void until(BooleanSupplier done) {
        var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!done.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(2_000_000);
        }
        assertThat(done.getAsBoolean()).isTrue();
    }
}
