package app.pitot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.accounts.Household;
import app.pitot.accounts.NewSecrets;
import app.pitot.base.Clocks;
import app.pitot.keys.SessionStore;
import app.pitot.provider.AccountEntry;
import app.pitot.provider.Catalogue;
import app.pitot.provider.KeyPlace;
import app.pitot.simulator.SimulatorConfig;
import app.pitot.simulator.SimulatorServer;
import app.pitot.store.Folders;
import app.pitot.usage.report.RequestsFile;
import app.pitot.usage.report.Rfc4180;
import app.pitot.usage.report.UsageCsv;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Past use on the command line, over real files and real HTTP. */
@Timeout(90)
class UsageCommandTest {
    @TempDir
    Path temp;

    private SimulatorServer server;
    private Cli cli;

    @BeforeEach
    void start() throws Exception {
        var plan = Catalogue.shipped().plan("cerebras-trial-2026-09").orElseThrow();
        server = SimulatorServer.start(SimulatorConfig.of(plan).withSpeed(100_000.0).withTtftMs(1));
        cli = new Cli(temp);
        cli.environment.put("WORK_KEY", "csk-canary999888777666");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Household house() {
        return new Household(Folders.in(temp), Catalogue.shipped(), new SessionStore(), _ -> null, Clocks.system(),
                _ -> {});
    }

    private String add(String name) throws Exception {
        try (var house = house()) {
            return house.book().add(new AccountEntry(null, "cerebras", name, server.baseUrl().toString(), null,
                    "cerebras-trial-2026-09", List.of(), new KeyPlace(KeyPlace.Kind.ENVIRONMENT, "WORK_KEY", null),
                    true, List.of("gpt-oss-120b"), AccountEntry.Route.DIRECT), NewSecrets.none()).id();
        }
    }

    private int probe(String account, String... more) {
        var args = new ArrayList<>(
                List.of("probe", "--account", account, "--max-tokens", "40", "--no-retry"));
        args.addAll(List.of(more));
        return cli.run(args.toArray(String[]::new));
    }

    private JsonNode json(String... args) throws Exception {
        assertThat(cli.run(args)).as(cli.err()).isZero();
        return new ObjectMapper().readTree(cli.out());
    }

    @Test
    void totalsAreThoseOfTheServer() throws Exception {
        add("Work");
        assertThat(probe("Work")).isZero();
        assertThat(probe("Work")).isZero();
        assertThat(probe("Work", "--prompt", "/fault 429-requests\nhello")).isEqualTo(3);
        var usage = json("usage", "--json").path("usage");
        assertThat(usage.at("/total/requests").asLong()).isEqualTo(3);
        assertThat(usage.at("/total/complete").asLong()).isEqualTo(2);
        assertThat(usage.at("/total/limited").asLong()).isEqualTo(1);
        assertThat(usage.at("/total/promptTokens").asLong() + usage.at("/total/completionTokens").asLong())
                .isEqualTo(server.state().tokensCharged());
        assertThat(usage.at("/groups/0/model").asText()).isEqualTo("gpt-oss-120b");
        assertThat(usage.at("/query/by").asText()).isEqualTo("MODEL");
        assertThat(json("usage", "--by", "account", "--json").at("/usage/groups/0/accountName").asText())
                .isEqualTo("Work");
        assertThat(json("usage", "--by", "hour", "--since", "today", "--json").at("/usage/query/step").asText())
                .isEqualTo("HOUR");
        assertThat(cli.run("usage")).isZero();
        var lines = cli.out().lines().toList();
        assertThat(lines.get(1)).startsWith("MODEL").contains("REQUESTS", "OVER LIMIT", "TOKENS/S")
                .endsWith("PROVIDER");
        assertThat(lines.get(2)).startsWith("gpt-oss-120b").endsWith("cerebras");
        assertThat(lines.get(3)).startsWith("Total").contains(" 3 ", " 2 ", " 1 ");
        assertThat(lines.getLast()).isEqualTo("Without the simulator's requests; --simulated adds them.");
        assertThat(cli.out()).doesNotContain("\u001b", "canary");
        assertThat(cli.err()).isEmpty();
    }

    @Test
    void requestsAreListedAndFiltered() throws Exception {
        add("Work");
        assertThat(probe("Work")).isZero();
        assertThat(probe("Work", "--prompt", "/fault 429-requests\nhello")).isEqualTo(3);
        assertThat(cli.run("usage", "--requests")).as(cli.err()).isZero();
        var lines = cli.out().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).contains("over a limit", "gpt-oss-120b, Work, ", " – ");
        assertThat(lines.get(2)).contains("complete");
        assertThat(cli.run("usage", "--requests", "--last", "1")).isZero();
        assertThat(cli.out()).hasLineCount(3).contains("These are the newest 1;");
        var limited = json("usage", "--requests", "--status", "limited,too_long", "--json").path("requests");
        assertThat(limited).hasSize(1);
        assertThat(limited.get(0).path("error").asText()).isEqualTo("RATE_LIMIT");
        assertThat(limited.get(0).path("limitedBy").asText()).startsWith("requests/");
        assertThat(cli.run("usage", "--requests", "--csv")).isZero();
        var rows = Rfc4180.parse(cli.out());
        assertThat(rows).hasSize(3);
        assertThat(rows.getFirst()).isEqualTo(RequestsFile.columns());
        assertThat(cli.run("usage", "--requests", "--markdown")).isZero();
        assertThat(cli.out()).contains("| over a limit | gpt-oss-120b | Work |");
    }

    @Test
    void csvAndMarkdownHoldTheSame() throws Exception {
        add("Work");
        assertThat(probe("Work")).isZero();
        assertThat(cli.run("usage", "--csv")).isZero();
        var rows = Rfc4180.parse(cli.out());
        assertThat(rows.getFirst()).isEqualTo(UsageCsv.columns());
        assertThat(rows).hasSize(2);
        assertThat(rows.get(1)).contains("gpt-oss-120b", "1");
        assertThat(cli.run("usage", "--by", "day", "--csv")).isZero();
        assertThat(Rfc4180.parse(cli.out()).get(1).get(UsageCsv.columns().indexOf("model"))).isEmpty();
        assertThat(cli.run("usage", "--markdown")).isZero();
        assertThat(cli.out()).startsWith("# Usage, ").contains("| Requests | 1 |", "| gpt-oss-120b (cerebras) | 1 |",
                "| Work (cerebras) | 1 |");
    }

    @Test
    void accountsThatAreGoneAreStillCounted() throws Exception {
        var id = add("Work");
        add("Home");
        assertThat(probe("Work")).isZero();
        assertThat(probe("Home")).isZero();
        assertThat(probe("Home")).isZero();
        try (var house = house()) {
            house.book().remove(id);
        }
        assertThat(cli.run("usage", "--by", "account")).isZero();
        assertThat(cli.out()).contains("removed account " + id.substring(0, 8));
        assertThat(json("usage", "--account", id, "--json").at("/usage/total/requests").asLong()).isEqualTo(1);
        assertThat(json("usage", "--account", "home", "--json").at("/usage/total/requests").asLong()).isEqualTo(2);
        assertThat(json("usage", "--account", "home", "--account", id, "--json").at("/usage/total/requests").asLong())
                .isEqualTo(3);
        assertThat(json("usage", "--model", "another", "--json").at("/usage/total/requests").asLong()).isZero();
        assertThat(cli.run("usage", "--account", "sk-secret-canary")).isEqualTo(2);
        assertThat(cli.err()).doesNotContain("canary");
    }

    @Test
    void anEndpointThatWasOnlyNamedGoesByItsAddress() {
        assertThat(cli.run("probe", "--base-url", server.baseUrl().toString(), "--model", "gpt-oss-120b",
                "--max-tokens", "40")).isZero();
        assertThat(cli.run("usage", "--by", "account")).isZero();
        assertThat(cli.out()).contains("127.0.0.1:" + server.port() + "/v1");
    }

    @Test
    void whatAProviderSaidStandsBeside() throws Exception {
        var id = add("Work");
        assertThat(probe("Work")).isZero();
        Files.writeString(temp.resolve("reported.json"), "{\"accounts\":{\"" + id + "\":{\"at\":\"" + Instant.now()
                + "\",\"usdToday\":\"0.42\"},\"old\":{\"at\":\"2026-01-01T00:00:00Z\",\"usdToday\":\"7\"}}}");
        assertThat(cli.run("usage")).isZero();
        assertThat(cli.out()).contains("Work says $0.42 today (UTC)", "Reported at ", "1 request").doesNotContain("$7");
        var said = json("usage", "--json").at("/usage/reported");
        assertThat(said).hasSize(1);
        assertThat(said.get(0).path("reportedMicros").asLong()).isEqualTo(420_000);
        assertThat(said.get(0).path("taken").asLong()).isEqualTo(1);
        assertThat(json("usage", "--model", "m", "--json").at("/usage/reported")).hasSize(1);
        assertThat(json("usage", "--until", "yesterday", "--json").at("/usage/reported")).isEmpty();
        assertThat(cli.run("usage", "--markdown")).isZero();
        assertThat(cli.out()).contains("## What providers say");
    }

    @Test
    void withoutALedgerNoneIsMadeByLooking() throws Exception {
        assertThat(cli.run("usage")).isZero();
        assertThat(cli.out()).contains("No requests in this time.");
        assertThat(cli.err()).contains("There is no ledger in ");
        assertThat(temp.resolve("pitot.db")).doesNotExist();
        assertThat(json("usage", "--json").at("/usage/total/requests").asLong()).isZero();
        assertThat(json("usage", "--requests", "--json").path("requests")).isEmpty();
        assertThat(cli.run("usage", "--csv")).isZero();
        assertThat(Rfc4180.parse(cli.out())).hasSize(1);
    }

    @Test
    void aLedgerOfALaterVersionIsReadOrItIsSaid() throws Exception {
        add("Work");
        assertThat(probe("Work")).isZero();
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + temp.resolve("pitot.db"));
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 999");
        }
        assertThat(json("usage", "--json").at("/usage/total/requests").asLong()).isEqualTo(1);
        assertThat(cli.err()).contains("newer version of Pitot");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + temp.resolve("pitot.db"));
                var statement = connection.createStatement()) {
            statement.execute("ALTER TABLE request RENAME TO request_of_later");
        }
        assertThat(cli.run("usage", "--json")).isEqualTo(1);
        assertThat(new ObjectMapper().readTree(cli.out()).at("/error/code").asText()).isEqualTo("unreadable");
        assertThat(cli.err()).contains("newer version of Pitot", "cannot be read");
    }

    @Test
    void hostileNamesDoNotSteerTheTerminal() throws Exception {
        add("Work");
        assertThat(cli.run("probe", "--account", "Work", "--model", "\u001b[31mred\u202e\nx", "--max-tokens", "40"))
                .isNotZero();
        for (var args : List.of(List.of("usage"), List.of("usage", "--requests"))) {
            assertThat(cli.run(args.toArray(String[]::new))).isZero();
            assertThat(cli.out()).contains("red").doesNotContain("\u001b", "\u202e");
        }
    }

    @Test
    void whatCannotBeMeantIsSaid() {
        for (var args : List.of(List.of("--since", "tomorrow"), List.of("--until", "7d"),
                List.of("--since", "2026-11-07", "--until", "2026-11-01"), List.of("--since", "2099-01-01"),
                List.of("--json", "--csv"), List.of("--status", "failed"), List.of("--requests", "--last", "0"),
                List.of("--by", "week"), List.of("--by", "hour", "--since", "all"), List.of("--model", " "),
                List.of("--requests", "--status", "what"))) {
            var all = new ArrayList<>(List.of("usage"));
            all.addAll(args);
            assertThat(cli.run(all.toArray(String[]::new))).as(args.toString()).isEqualTo(2);
            assertThat(cli.err()).as(args.toString()).isNotBlank();
        }
    }

    @Test
    void whenNobodyReadsItEnds() throws Exception {
        add("Work");
        assertThat(probe("Work")).isZero();
        var gone = new Writer() {
            @Override
            public void write(char[] chars, int from, int count) throws IOException {
                throw new IOException("nobody reads");
            }

            @Override
            public void flush() throws IOException {
                throw new IOException("nobody reads");
            }

            @Override
            public void close() {}
        };
        assertThat(cli.runInto(gone, "usage", "--csv")).isEqualTo(1);
        assertThat(cli.runInto(gone, "usage")).isEqualTo(1);
        assertThat(Files.exists(temp.resolve("pitot.db"))).isTrue();
    }

    /** What the option parser reads of the texts is not formatted: a doubled apostrophe would stay one. */
    @Test
    void theHelpIsWrittenAsItIsMeant() {
        for (var command : List.of("usage", "plan", "compare", "probe", "limits", "watch", "models", "history",
                "accounts", "simulator")) {
            assertThat(cli.run(command, "--help")).isZero();
            assertThat(cli.out()).as(command).doesNotContain("''");
        }
    }
}
