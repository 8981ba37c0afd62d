package app.pitot.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.advice.Advisor;
import app.pitot.advice.BreakEven;
import app.pitot.advice.Evidence;
import app.pitot.advice.PastReader;
import app.pitot.advice.Signal;
import app.pitot.advice.Terms;
import app.pitot.advice.Verdict;
import app.pitot.provider.Catalogue;
import app.pitot.provider.ModelInfo;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The advisor over a ledger on the disk. */
class AdviceFromLedgerTest {
    @TempDir
    Path temp;

    @Test
    void aWeekOfTheLedgerIsJudgedAndHeldAgainstPlans() throws Exception {
        var catalogue = Catalogue.shipped();
        try (var database = new Database(temp, Rows.CLOCKS, problem -> {
            throw new AssertionError(problem.message());
        })) {
            var ledger = new SqliteLedger(database, Rows.CLOCKS);
            var start = Rows.NOW.minus(Duration.ofHours(3));
            for (int i = 0; i < 33; i++) {
                var id = "a" + i;
                ledger.begin(id, Rows.spec("m"), start.plusSeconds(i * 60L), 140);
                ledger.end(i % 11 == 0 ? Rows.refused(id) : Rows.complete(id));
            }
            Database.await(database.after(() -> {}), Duration.ofSeconds(10));
            var past = new PastReader(new SqliteUsages(database)).read(Rows.ACCOUNT, false,
                    Rows.NOW.minus(Duration.ofDays(7)), Rows.NOW);
            assertThat(past.whole()).isTrue();
            assertThat(past.rows()).hasSize(33).extracting(row -> row.startedAt()).isSorted();
            var plan = catalogue.plan("cerebras-free-2026-04").orElseThrow();
            var terms = new Terms(plan, false, ModelInfo::ofId);
            var advice = Advisor.judge(past, terms, Rows.NOW);
            assertThat(advice.of(Signal.Kind.LIMITED).verdict()).isEqualTo(Verdict.CHANGE);
            assertThat(advice.of(Signal.Kind.LIMITED).evidence()).isInstanceOfSatisfying(Evidence.Limited.class,
                    limited -> {
                        assertThat(limited.requests()).isEqualTo(33);
                        assertThat(limited.limited()).isEqualTo(3);
                    });
            assertThat(advice.of(Signal.Kind.DAY).evidence()).isInstanceOfSatisfying(Evidence.Days.class,
                    days -> assertThat(days.days()).singleElement()
                            .satisfies(day -> assertThat(day.used()).isEqualTo(3_000)));
            assertThat(advice.of(Signal.Kind.MINUTE).verdict()).isEqualTo(Verdict.FINE);
            var offer = BreakEven.of(past, terms, catalogue.plans("cerebras"), catalogue).offers().getFirst();
            assertThat(offer.own()).isTrue();
            assertThat(offer.allowed()).isEqualTo(1);
            assertThat(offer.planned().load().input()).isEqualTo(40);
            assertThat(offer.planned().load().output()).isEqualTo(60);
        }
    }
}
