package app.pitot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.accounts.Household;
import app.pitot.accounts.NewSecrets;
import app.pitot.accounts.ScriptedStore;
import app.pitot.base.Clocks;
import app.pitot.keys.Secret;
import app.pitot.keys.SecretResult;
import app.pitot.provider.AccountEntry;
import app.pitot.provider.Catalogue;
import app.pitot.provider.KeyPlace;
import app.pitot.simulator.SimulatorConfig;
import app.pitot.simulator.SimulatorServer;
import app.pitot.store.Folders;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Accounts on the command line, over real files and real HTTP. */
@Timeout(60)
class AccountsCommandTest {
    private static final Catalogue CATALOGUE = Catalogue.shipped();

    @TempDir
    Path temp;

    private final ScriptedStore keychain = new ScriptedStore();
    private SimulatorServer server;
    private Cli cli;

    @BeforeEach
    void start() throws IOException {
        server = SimulatorServer.start(SimulatorConfig.of(CATALOGUE.plan("cerebras-free-2026-04").orElseThrow())
                .withSpeed(3_000.0).withTtftMs(1));
        cli = new Cli(temp.resolve("data"));
        cli.keychain = keychain;
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private AccountEntry add(String name, String key, boolean enabled) throws Exception {
        return add(temp.resolve("data"), name, server.baseUrl().toString(), key, enabled);
    }

    private AccountEntry add(Path folder, String name, String baseUrl, String key, boolean enabled) throws Exception {
        try (var house = new Household(Folders.in(folder), CATALOGUE, keychain, _ -> null, Clocks.system(), _ -> {})) {
            var place = key == null ? KeyPlace.NONE : new KeyPlace(KeyPlace.Kind.KEYCHAIN, null, null);
            return house.book().add(new AccountEntry(null, "cerebras", name, baseUrl, null, null, List.of(), place,
                    enabled, List.of(), AccountEntry.Route.DIRECT),
                    key == null ? NewSecrets.none() : NewSecrets.of(Secret.of(key)));
        }
    }

    private JsonNode json() throws IOException {
        assertThat(cli.out().strip().lines()).hasSize(1);
        return new ObjectMapper().readTree(cli.out());
    }

    @Test
    void listsWithoutOpeningTheKeychain() throws Exception {
        assertThat(cli.run("accounts", "list")).isZero();
        assertThat(cli.out()).contains("no accounts yet");
        var entry = add("Work", "csk-canary-0123-wxyz", true);
        add("Old", null, false);
        keychain.calls.clear();
        assertThat(cli.run("accounts", "list")).isZero();
        assertThat(cli.out().lines()).hasSize(2);
        assertThat(cli.out()).contains("Work", server.baseUrl().toString(), "key ••••wxyz in Test Keyring",
                "Old (switched off)", "no key needed").doesNotContain("canary");
        assertThat(cli.run("accounts", "list", "--json")).isZero();
        var first = json().path("accounts").get(0);
        assertThat(first.path("id").asText()).isEqualTo(entry.id());
        assertThat(first.path("key").path("kind").asText()).isEqualTo("keychain");
        assertThat(first.path("key").path("lastFour").asText()).isEqualTo("wxyz");
        assertThat(json().path("accounts").get(1).path("enabled").asBoolean()).isFalse();
        assertThat(cli.out()).doesNotContain("canary");
        assertThat(keychain.calls).containsOnly("close");
    }

    @Test
    void testsAnAccount() throws Exception {
        add("Work", "csk-good", true);
        add("Wrong", "wrong", true);
        add("Groq key", "gsk_canary0123456789", true);
        add(temp.resolve("data"), "Away", "http://127.0.0.1:1/v1", null, true);
        assertThat(cli.run("accounts", "test", "work")).as(cli.err()).isZero();
        assertThat(cli.out()).contains("Work: Cerebras accepts the key and lists", " ms)").contains(
                "TCP connection: works",
                "TLS: not needed", "Model list: works");
        assertThat(cli.run("accounts", "test", "Wrong")).isEqualTo(3);
        assertThat(cli.err()).contains("does not accept the key");
        assertThat(cli.run("accounts", "test", "Groq key", "--json")).isEqualTo(3);
        assertThat(json().path("verdict").asText()).isEqualTo("foreign");
        assertThat(json().path("steps")).isEmpty();
        assertThat(cli.run("accounts", "test", "Away")).isEqualTo(5);
        assertThat(cli.out()).contains("TCP connection: failed", "HTTP answer: not reached");
        assertThat(cli.run("accounts", "test", "Work", "--json")).isZero();
        assertThat(json().path("verdict").asText()).isEqualTo("good");
        assertThat(json().path("models")).isNotEmpty();
        assertThat(json().path("steps")).hasSize(6).allSatisfy(
                step -> assertThat(step.path("state").asText()).isIn("ok", "skipped"));
        assertThat(server.state().admitted()).isZero();
    }

    @Test
    void findsByNameInAnyCaseAndByItsBeginning() throws Exception {
        add("Work", null, true);
        add("Work at home", null, true);
        add("Other", null, true);
        assertThat(cli.run("accounts", "test", "Work")).isZero();
        assertThat(cli.run("accounts", "test", "WORK AT HOME")).isZero();
        assertThat(cli.run("accounts", "test", "oth")).isZero();
        assertThat(cli.run("accounts", "test", "wo")).isEqualTo(2);
        assertThat(cli.err()).contains("Work, Work at home");
        assertThat(cli.run("accounts", "test", "csk-canary", "--json")).isEqualTo(2);
        assertThat(cli.err()).contains("Accounts: Work, Work at home, Other.").doesNotContain("canary");
        assertThat(json().path("error").path("code").asText()).isEqualTo("usage");
        assertThat(cli.run("accounts", "test", "")).isEqualTo(2);
        assertThat(cli.run("accounts")).isEqualTo(2);
        assertThat(cli.err()).contains("list or test");
    }

    @Test
    void troubleWithTheKeychainIsOneClearLine() throws Exception {
        add("Work", "csk-good", true);
        keychain.onRead = new SecretResult.Unavailable("There is no keychain here.");
        assertThat(cli.run("accounts", "test", "Work")).isEqualTo(6);
        assertThat(cli.err().strip().lines()).hasSize(1);
        assertThat(cli.err()).contains("There is no keychain here.");
        assertThat(cli.run("probe", "--account", "Work", "--model", "gpt-oss-120b", "--json")).isEqualTo(6);
        assertThat(cli.err().strip()).isEqualTo("There is no keychain here.");
        assertThat(json().path("error").path("code").asText()).isEqualTo("keychain");
        keychain.onRead = null;
        keychain.items.clear();
        assertThat(cli.run("probe", "--account", "Work")).isEqualTo(2);
        assertThat(cli.err().strip().lines()).hasSize(1);
    }

    @Test
    void probesAnAccount() throws Exception {
        add("Work", "csk-good", true);
        add("Broke", "broke", true);
        assertThat(cli.run("probe", "--account", "Work", "--prompt", "Write 20 tokens", "--json")).as(cli.err())
                .isZero();
        assertThat(json().path("status").asText()).isEqualTo("complete");
        assertThat(cli.run("probe", "--account", "Broke", "--json")).isEqualTo(3);
        assertThat(json().path("error").path("httpStatus").asInt()).isEqualTo(402);
        assertThat(cli.run("probe", "--account", "Work", "--base-url", "http://127.0.0.1:1")).isEqualTo(2);
        assertThat(cli.err()).contains("--account");
        assertThat(cli.run("probe", "--account", "Nobody", "--json")).isEqualTo(2);
        assertThat(json().path("status").asText()).isEqualTo("failed");
    }

    @Test
    void aRetiredModelsSuccessorIsNamed() throws Exception {
        add("Work", "csk-good", true);
        assertThat(cli.run("probe", "--account", "Work", "--model", "llama-3.3-70b")).isEqualTo(3);
        assertThat(cli.err()).contains("--model gpt-oss-120b");
    }

    @Test
    void aNamedFolderBeatsTheVariable() throws Exception {
        var other = temp.resolve("other");
        add(other, "There", server.baseUrl().toString(), null, true);
        assertThat(cli.run("accounts", "list", "--data-dir", other.toString())).isZero();
        assertThat(cli.out()).contains("There");
        assertThat(cli.run("--data-dir", other.toString(), "accounts", "list")).isZero();
        assertThat(cli.out()).contains("There");
        assertThat(cli.run("accounts", "--data-dir", other.toString(), "list")).isZero();
        assertThat(cli.out()).contains("There");
        assertThat(cli.run("probe", "--data-dir", other.toString(), "--account", "There", "--prompt",
                "Write 5 tokens")).isZero();
        assertThat(other.resolve("pitot.db")).exists();
        assertThat(temp.resolve("data/pitot.db")).doesNotExist();
        assertThat(cli.run("--data-dir", other.toString())).isZero();
        assertThat(cli.windows.getLast().folders()).isEqualTo(Folders.in(other));
    }

    @Test
    void opensTheWindowOnAnAccount() throws Exception {
        var entry = add("Work", "csk-good", true);
        add("Off", null, false);
        keychain.calls.clear();
        assertThat(cli.run("--account", "wor")).isZero();
        assertThat(cli.windows.getLast().accountId()).isEqualTo(entry.id());
        assertThat(keychain.calls).containsOnly("close");
        assertThat(cli.run("--account", "Off")).isEqualTo(2);
        assertThat(cli.run("--account", "nobody")).isEqualTo(2);
        assertThat(cli.run("--account", "Work", "--plan", "cerebras-free-2026-04")).isEqualTo(2);
        assertThat(cli.windows).hasSize(1);
        assertThat(Files.readString(temp.resolve("data/settings.json"))).contains("Work").doesNotContain("csk-good");
    }
}
