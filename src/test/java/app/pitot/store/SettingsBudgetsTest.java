package app.pitot.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.quota.Budget;
import app.pitot.quota.BudgetTold;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsBudgetsTest {
    private static final Budget TOKENS = new Budget("b1", null, Metric.TOKENS, 1_000_000, Period.DAY,
            ZoneId.of("Europe/Berlin"), true, false);
    private static final Budget MONEY = new Budget("b2", "cerebras:1", Metric.USD, 2_500_000, Period.MONTH,
            ZoneOffset.UTC, false, true);
    private static final String GOOD = """
            {"id":"b1","metric":"tokens","amount":1000000,"period":"day","zone":"Europe/Berlin","hardStop":true,"later":5}""";

    @TempDir
    Path temp;

    private final List<StoreProblem> problems = new ArrayList<>();

    private SettingsStore store() {
        return new SettingsStore(temp, Rows.CLOCKS, problems::add);
    }

    private void write(String json) throws IOException {
        Files.writeString(temp.resolve("settings.json"), json);
    }

    @Test
    void budgets_and_what_was_said_of_them_come_back() {
        var told = new BudgetTold("b1", Instant.parse("2026-11-26T23:00:00Z"), 90, "me");
        store().update(s -> s.withBudgets(List.of(TOKENS, MONEY)).withBudgetsTold(List.of(told)));
        var back = store().load();
        assertThat(back.budgets()).usingRecursiveFieldByFieldElementComparator().containsExactly(TOKENS, MONEY);
        assertThat(back.budgetsTold()).containsExactly(told);
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "1e6", "\"1000\"", "null", "99999999999999999999", "1000000000000001", "[]"})
    void an_amount_that_is_none_is_said_and_stays_in_the_file(String amount) throws IOException {
        var bad = GOOD.replace("1000000", amount).replace("b1", "bad");
        write("{\"budgets\":[" + bad + "," + GOOD + "]}");
        var store = store();
        assertThat(store.load().budgets()).containsExactly(TOKENS);
        assertThat(problems).singleElement().satisfies(
                problem -> assertThat(problem.message()).startsWith("One budget in the settings file cannot be read."));
        store.update(s -> s.withBudgets(List.of(MONEY)));
        var kept = Files.readString(temp.resolve("settings.json"));
        assertThat(kept).contains("\"bad\"").contains("b2").doesNotContain("b1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"zone\":\"Mars/Olympus\"", "\"zone\":5", "\"metric\":\"uncached_tokens\"",
        "\"metric\":\"joy\"", "\"period\":\"minute\"", "\"id\":\"\"", "\"account\":7", "\"account\":\"\""})
    void so_is_anything_else_that_is_odd(String field) throws IOException {
        var name = field.substring(0, field.indexOf(':'));
        write("{\"budgets\":[" + GOOD.replaceAll(name + ":\"[^\"]*\",?", "").replace("}", "," + field + "}") + "]}");
        assertThat(store().load().budgets()).isEmpty();
        assertThat(problems).hasSize(1);
    }

    @Test
    void what_is_no_list_is_said_and_kept() throws IOException {
        write("{\"budgets\":\"none\",\"budgetsTold\":7}");
        var store = store();
        assertThat(store.load().budgets()).isEmpty();
        assertThat(problems).hasSize(1);
        store.update(s -> s.withBudgets(List.of(TOKENS)));
        assertThat(Files.readString(temp.resolve("settings.json"))).contains("none");
    }

    @Test
    void a_field_of_a_newer_version_stays() throws IOException {
        write("{\"budgets\":[" + GOOD + "]}");
        store().update(s -> s.withZoom(120));
        assertThat(Files.readString(temp.resolve("settings.json"))).contains("\"later\" : 5");
    }

    @Test
    void of_many_that_would_say_the_same_one_does() throws Exception {
        store().update(s -> s.withBudgets(List.of(TOKENS)));
        var from = Instant.parse("2026-11-26T23:00:00Z");
        try (var threads = Executors.newFixedThreadPool(6)) {
            var said = threads.invokeAll(IntStream.range(0, 6).<java.util.concurrent.Callable<Boolean>>mapToObj(
                    i -> () -> {
                        var mine = new BudgetTold("b1", from, 75, "run " + i);
                        return new SettingsStore(temp, Rows.CLOCKS, problems::add)
                                .update(s -> s.withBudgetsTold(BudgetTold.claim(s.budgetsTold(), mine)))
                                .budgetsTold().contains(mine);
                    }).toList());
            int count = 0;
            for (var each : said) {
                count += each.get() ? 1 : 0;
            }
            assertThat(count).isEqualTo(1);
        }
        assertThat(problems).isEmpty();
    }
}
