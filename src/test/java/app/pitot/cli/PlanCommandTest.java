package app.pitot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandTest {
    @TempDir
    Path temp;

    private Cli cli;

    @BeforeEach
    void open() {
        cli = new Cli(temp);
    }

    private int run(String... args) {
        var all = new ArrayList<>(List.of("plan"));
        all.addAll(List.of(args));
        return cli.run(all.toArray(String[]::new));
    }

    @Test
    void theFreePlanLetsThroughWhatItsDayOfTokensDoes() throws Exception {
        assertThat(run("--plan", "cerebras-free-2026-04", "--in", "400", "--out", "100", "--requests", "1000",
                "--json")).as(cli.err()).isZero();
        var plan = new ObjectMapper().readTree(cli.out()).at("/plans/0");
        assertThat(plan.path("requestsPerDay").asLong()).as("a million tokens in requests of 500").isEqualTo(2_000);
        assertThat(plan.at("/binds/metric").asText()).isEqualTo("tokens");
        assertThat(plan.at("/binds/period").asText()).isEqualTo("day");
        assertThat(plan.path("requests").asLong()).isEqualTo(1_000);
        assertThat(plan.path("seconds").asLong()).isPositive();
    }

    @Test
    void plansStandSideBySide() {
        assertThat(run("--plan", "cerebras-free-2026-04", "--plan", "groq-free-2026-10", "--in", "400", "--out", "100",
                "--requests", "1000")).as(cli.err()).isZero();
        var lines = cli.out().lines().toList();
        assertThat(lines.getFirst()).contains("PLAN", "A DAY", "1,000 TAKE", "1,000 COST", "MODEL");
        assertThat(lines.get(1)).startsWith("cerebras-free-2026-04").contains("2,000");
        assertThat(lines.get(2)).startsWith("groq-free-2026-10");
        assertThat(cli.out()).contains("cerebras-free-2026-04: ", "Limits of 2026-");
        assertThat(temp).isEmptyDirectory();
        assertThat(run("--in", "400", "--out", "100")).isZero();
        assertThat(cli.out()).contains("cerebras-free-2026-04", "cerebras-developer-2026-09");
    }

    @Test
    void hostileNamesDoNotSteerTheTerminal() {
        assertThat(run("--model", "\u001b[31mred\u202e", "--in", "1", "--out", "1")).isZero();
        assertThat(cli.out()).contains("red").doesNotContain("\u001b", "\u202e");
    }

    @Test
    void whatCannotBeMeantIsSaid() {
        for (var args : List.of(List.of("--in", "1"), List.of("--in", "-1", "--out", "1"),
                List.of("--in", "0", "--out", "0"), List.of("--in", "many", "--out", "1"),
                List.of("--in", "1", "--out", "1", "--requests", "0"),
                List.of("--in", "1", "--out", "1", "--plan", "none"),
                List.of("--in", "1", "--out", "1", "--model", " "))) {
            assertThat(run(args.toArray(String[]::new))).as(args.toString()).isEqualTo(2);
            assertThat(cli.err()).as(args.toString()).isNotBlank();
        }
    }
}
