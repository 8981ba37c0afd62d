package app.pitot.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.desktop.Notifications.Reach;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.quota.Budget;
import app.pitot.quota.Spent;
import app.pitot.quota.WindowState.Level;
import app.pitot.ui.connect.Said;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BudgetsModelTest {
    private final BudgetDesk desk = new BudgetDesk();
    private final BudgetsModel model = new BudgetsModel(desk.tools());

    private void set(Metric metric, String amount) {
        model.add();
        var form = model.form().get();
        form.metric().set(metric);
        form.amount().set(amount);
        model.save();
        desk.background.runAll();
    }

    private BudgetRow row() {
        return model.rows().getFirst();
    }

    @Test
    void a_budget_is_set_and_shows_how_it_stands() {
        desk.spent = new Spent(3, 39_100, 0, 0, 0);
        set(Metric.TOKENS, "50K");
        assertThat(desk.kept).singleElement().satisfies(budget -> {
            assertThat(budget.amount()).isEqualTo(50_000);
            assertThat(budget.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
            assertThat(budget.hardStop()).isFalse();
            assertThat(budget.tellDesktop()).as("off until set").isFalse();
        });
        assertThat(row().title()).isEqualTo("50,000 tokens per day");
        assertThat(row().used()).isEqualTo("39,100 of 50,000 tokens used, 78 %");
        assertThat(row().level()).isEqualTo(Level.AMBER);
        assertThat(row().details()).startsWith("resets 27 Nov 00:00");
        assertThat(row().facts()).isEqualTo("All accounts, without simulators · begins at 00:00 Europe/Berlin");
        assertThat(model.said().get()).isEqualTo(Said.good("Set: 50,000 tokens per day."));
    }

    @Test
    void what_nobody_has_opened_counts_nothing() {
        desk.kept.add(new Budget("b", null, Metric.TOKENS, 5, Period.MONTH, ZoneOffset.UTC, false, true));
        desk.budgets.refresh();
        assertThat(model.rows()).isEmpty();
        model.visited();
        desk.spent = new Spent(1, 4, 0, 0, 0);
        desk.background.runAll();
        assertThat(row().used()).isEqualTo("4 of 5 tokens used, 80 %");
    }

    @Test
    void money_says_what_it_does_not_know() {
        desk.spent = new Spent(5, 100, 420_000, 2, 0);
        set(Metric.USD, "2.50");
        assertThat(row().used()).isEqualTo("≈ $0.42 of $2.50 used, 16 %");
        assertThat(row().doubts()).isEqualTo("2 replies without a known price are not counted.");
    }

    @Test
    void nothing_is_allowed_too_and_explained() {
        model.add();
        model.form().get().amount().set("0");
        assertThat(model.form().get().note().get()).isEqualTo("With 0 every request asks for your word first.");
        model.save();
        desk.background.runAll();
        assertThat(row().used()).isEqualTo("0 tokens used; nothing is allowed");
        assertThat(row().level()).isEqualTo(Level.EXHAUSTED);
    }

    @Test
    void what_is_no_amount_stays_in_the_form() {
        set(Metric.TOKENS, "-5");
        assertThat(desk.kept).isEmpty();
        assertThat(model.form().get().problem().get()).startsWith("Write a whole number of tokens");
        model.form().get().amount().set("");
        assertThat(model.form().get().problem().get()).isEmpty();
        model.save();
        assertThat(model.form().get().problem().get()).isNotEmpty();
    }

    @Test
    void a_change_of_what_counts_is_another_budget_so_that_it_warns_anew() {
        set(Metric.TOKENS, "1000");
        var first = desk.kept.getFirst();
        model.edit(first.id());
        model.form().get().hardStop().set(true);
        model.save();
        desk.background.runAll();
        assertThat(desk.kept.getFirst().id()).isEqualTo(first.id());
        assertThat(row().hardStop()).isTrue();
        model.edit(first.id());
        model.form().get().amount().set("2000");
        model.save();
        desk.background.runAll();
        assertThat(desk.kept).hasSize(1);
        assertThat(desk.kept.getFirst().id()).isNotEqualTo(first.id());
    }

    @Test
    void what_was_deleted_comes_back_to_its_place() {
        set(Metric.TOKENS, "1000");
        set(Metric.REQUESTS, "5");
        var first = desk.kept.getFirst();
        model.delete(first.id());
        desk.background.runAll();
        assertThat(model.rows()).hasSize(1);
        assertThat(model.deleted().get()).isEqualTo(first);
        model.undo();
        desk.background.runAll();
        assertThat(desk.kept.getFirst()).isEqualTo(first);
        assertThat(model.deleted().get()).isNull();
        model.undo();
        assertThat(desk.kept).hasSize(2);
    }

    @Test
    void an_account_that_is_gone_is_said() {
        desk.kept.add(new Budget("b", "gone", Metric.TOKENS, 5, Period.MONTH, ZoneOffset.UTC, false, true));
        model.visited();
        desk.background.runAll();
        assertThat(row().facts()).isEqualTo("An account that was removed · begins at 00:00 UTC · desktop notification");
        model.edit("b");
        assertThat(model.form().get().accountIds()).contains("gone");
        assertThat(model.form().get().zones()).extracting(ZoneId::getId).containsExactly("Europe/Berlin", "UTC");
    }

    @ParameterizedTest
    @EnumSource(Reach.class)
    void the_desktop_is_tried_and_its_answer_said(Reach reach) {
        desk.reach = reach;
        model.visited();
        model.tryDesktop();
        desk.background.runAll();
        assertThat(model.reach().get()).isEqualTo(reach);
        assertThat(desk.shown).hasSize(1);
        assertThat(model.tried().get()).startsWith(
                reach == Reach.THERE ? "The desktop has taken" : "The desktop did not take");
    }
}
