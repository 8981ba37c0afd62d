package app.pitot.ui.advice;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.provider.LimitEdit;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Fields in, columns out. */
class PlannerModelTest {
    private static final String APRIL = "cerebras-free-2026-04";
    private final Sample sample = new Sample(APRIL);

    private static PlanColumn column(PlannerModel model, String plan) {
        return model.columns().stream().filter(each -> each.planned().plan().id().equals(plan)).findFirst()
                .orElseThrow();
    }

    @Test
    void theOwnPlanStandsFirst() {
        var model = sample.planner();
        assertThat(model.columns()).hasSize(3);
        assertThat(model.columns().getFirst().own()).isTrue();
        assertThat(model.columns().getFirst().planned().plan().id()).isEqualTo(APRIL);
        assertThat(model.columns().getFirst().verdict())
                .isEqualTo("2,000 requests a day: the day's tokens bind first.");
        assertThat(model.columns().getFirst().limits()).filteredOn(line -> line.rank() == PlanColumn.Rank.FIRST)
                .singleElement().satisfies(line -> {
                    assertThat(line.title()).isEqualTo("1M TPD");
                    assertThat(line.used()).isEqualTo(1);
                });
    }

    @Test
    void theFoundingArithmeticStandsOnTheCard() {
        var model = sample.planner();
        model.model().set("llama3.1-8b");
        var april = column(model, APRIL);
        assertThat(april.limits()).extracting(PlanColumn.Line::perDay).startsWith("43,200", "21,600", "14,400");
        assertThat(april.facts()).extracting(PlanColumn.Fact::value).contains("≈ 23 tokens each", "16 min 40 s");
    }

    @Test
    void oldFiguresAreCalledSo() {
        var model = sample.planner();
        assertThat(column(model, APRIL).outdated()).isTrue();
        assertThat(column(model, APRIL).dated()).isEqualTo("Limits of 2026-04-25: they may be outdated");
        assertThat(column(model, "cerebras-trial-2026-09").outdated()).isFalse();
    }

    @Test
    void aFieldThatCannotBeReadSaysSoAndNothingIsWorkedOut() {
        var model = sample.planner();
        for (var bad : List.of("", "-3", "1e3", "12.5", "99,999,999", "four", "1,2,3")) {
            model.input().text().set(bad);
            assertThat(model.input().problem().get()).as(bad).isEqualTo("A whole number, 0 to 10M");
            assertThat(model.stale().get()).as(bad).isTrue();
        }
        for (var good : List.of("1,200", "1.2K", "1 200", "1200 ")) {
            model.input().text().set(good);
            assertThat(model.input().count()).as(good).isEqualTo(1_200);
            assertThat(model.stale().get()).as(good).isFalse();
        }
        model.cap().text().set("");
        assertThat(model.cap().problem().get()).isEmpty();
        assertThat(model.columns()).isNotEmpty();
        model.hours().text().set("0");
        assertThat(model.hours().problem().get()).isNotEmpty();
        model.hours().text().set("7.5");
        assertThat(model.hours().problem().get()).isEmpty();
    }

    @Test
    void aRateThatIsWantedIsHeldAgainstThePlan() {
        var model = sample.planner();
        model.wanted().text().set("nonsense");
        assertThat(model.stale().get()).as("nobody asks for it").isFalse();
        model.rate().set(Rate.DAY);
        assertThat(model.stale().get()).isTrue();
        model.wanted().text().set("3K");
        assertThat(column(model, APRIL).verdict())
                .isEqualTo("Does not fit: 2,000 of 3,000 requests a day pass. What binds first: the day's tokens.");
        model.wanted().text().set("1,500");
        assertThat(column(model, APRIL).verdict())
                .isEqualTo("Fits: 1,500 of 2,000 requests a day. What would bind first: the day's tokens.");
        model.hours().text().set("0.5");
        // Half an hour: 30 are free at the start, then 30 come back each minute.
        assertThat(column(model, APRIL).verdict())
                .isEqualTo("Does not fit: 930 of 1,500 requests a day pass. What binds first: the minute's requests.");
        assertThat(column(model, APRIL).limits()).filteredOn(line -> line.rank() == PlanColumn.Rank.OVER)
                .extracting(PlanColumn.Line::title).containsExactly("30 RPM", "900 RPH");
    }

    @Test
    void plansAreChosenAndLeft() {
        var model = sample.planner();
        var groq = model.plans().stream().filter(plan -> plan.id().equals("groq-free-2026-10")).findFirst()
                .orElseThrow();
        assertThat(model.chosen(groq)).isFalse();
        model.choose(groq, true);
        assertThat(column(model, "groq-free-2026-10").name()).isEqualTo("Groq · Free, October 2026");
        assertThat(column(model, "groq-free-2026-10").own()).isFalse();
        model.choose(groq, false);
        assertThat(model.columns()).hasSize(3);
    }

    @Test
    void thePriceOfAnotherProviderIsNotThatOfThisOne() {
        var model = sample.planner();
        model.model().set("a-model-of-nobody");
        assertThat(column(model, "cerebras-developer-2026-09").facts())
                .filteredOn(fact -> fact.name().equals("Cost a day")).extracting(PlanColumn.Fact::value)
                .containsExactly("–");
    }

    @Test
    void limitsThatTheUserChangedAreTheirs() {
        var edited = sample.week.plan(APRIL).edited(List.of(new LimitEdit(Metric.TOKENS, Period.DAY, 500_000L)));
        sample.accounts.set(0, sample.account("acc", "Work", edited));
        var april = column(sample.planner(), APRIL);
        assertThat(april.perDay()).isEqualTo("1,000");
        assertThat(april.limits().getLast().help()).endsWith("Set by you.");
    }

    @Test
    void presetsAndThePastFillTheFields() {
        var model = sample.planner();
        model.use(Preset.CLASSIFY);
        assertThat(column(model, APRIL).perDay()).isEqualTo("10,000");
        model.asUsed();
        assertThat(model.note().get()).contains("Work has sent nothing");
        sample.week.complete("2026-11-20T10:00:00Z", 70, 15, 1_000, 250);
        model.asUsed();
        assertThat(model.input().text().get()).isEqualTo("1,000");
        assertThat(model.output().text().get()).isEqualTo("250");
        assertThat(model.rate().get()).isEqualTo(Rate.DAY);
        assertThat(model.wanted().text().get()).isEqualTo("10");
        assertThat(column(model, APRIL).verdict()).startsWith("Fits: 10 of 800");
        sample.week.usages.broken = true;
        model.asUsed();
        assertThat(model.note().get()).isEqualTo("The last 7 days could not be read: The ledger cannot be read.");
    }

    @Test
    void aRequestThatNeverPassesSaysWhy() {
        var model = sample.planner();
        model.input().text().set("9K");
        assertThat(column(model, APRIL).verdict())
                .startsWith("Never passes: 9,100 tokens are more than the context of");
        assertThat(column(model, APRIL).perDay()).isEqualTo("0");
        assertThat(column(model, APRIL).facts()).extracting(PlanColumn.Fact::value).contains("never");
    }

    @Test
    void withoutAnAccountThereIsNothingToPlanFor() {
        sample.accounts.clear();
        assertThat(sample.planner().columns()).isEmpty();
    }
}
