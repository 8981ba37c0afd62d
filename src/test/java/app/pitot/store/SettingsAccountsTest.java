package app.pitot.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.keys.KeySource;
import app.pitot.keys.Secret;
import app.pitot.provider.AccountEntry;
import app.pitot.provider.AccountEntry.Header;
import app.pitot.provider.AccountEntry.ProxyEntry;
import app.pitot.provider.AccountEntry.Route;
import app.pitot.provider.Connection;
import app.pitot.provider.KeptLimit;
import app.pitot.provider.KeyPlace;
import app.pitot.provider.LimitEdit;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts in the settings' file, and several writers of it. */
@Timeout(60)
class SettingsAccountsTest {
    private static final KeyPlace PLACE = new KeyPlace(KeyPlace.Kind.KEYCHAIN, "account-1/1", "abcd");

    @TempDir
    Path temp;

    private final List<StoreProblem> problems = new ArrayList<>();

    private Folders folders() {
        return new Folders(temp.resolve("data"), temp.resolve("config"));
    }

    private SettingsStore store() {
        var store = new SettingsStore(folders(), Rows.CLOCKS, problems::add, Duration.ofMillis(300));
        store.load();
        return store;
    }

    private static final List<KeptLimit> KEPT = List.of(new KeptLimit("a", Metric.REQUESTS, Period.MINUTE, 5L),
            new KeptLimit("a", Metric.TOKENS, Period.DAY, null));

    private Path file() {
        return temp.resolve("config/settings.json");
    }

    private static AccountEntry entry(String id) {
        return new AccountEntry(id, "custom", "Gate " + id, "https://gate.test/v1", "groq", "groq-free-2026-10",
                List.of(new LimitEdit(Metric.REQUESTS, Period.MINUTE, 7L),
                        new LimitEdit(Metric.TOKENS, Period.DAY, null)),
                PLACE, false, List.of("m1", "m2"),
                new Route(List.of(new Header("X-Open", "v", null), new Header("X-Gate", null, PLACE)),
                        new ProxyEntry(Connection.Proxy.Kind.SOCKS, "proxy.test", 1080, "me", PLACE), "-----BEGIN",
                        new Connection.Waits(Duration.ofSeconds(3), Duration.ofSeconds(40), Duration.ofSeconds(20))));
    }

    private static Settings with(Settings now, AccountEntry entry) {
        var all = new ArrayList<>(now.accounts());
        all.add(entry);
        return now.withAccounts(all);
    }

    @Test
    void everyFieldOfAnAccountComesBack() {
        store().update(now -> with(with(now, entry("a")), new AccountEntry("b", "cerebras", "B",
                "https://api.cerebras.ai/v1", null, null, List.of(), KeyPlace.NONE, true, List.of(), Route.DIRECT))
                .withWelcomed(true).withDoubtful(List.of(PLACE)).withKeptLimits(KEPT));
        var back = store().load();
        assertThat(back.accounts().getFirst()).isEqualTo(entry("a"));
        assertThat(back.accounts().getLast().route()).isEqualTo(Route.DIRECT);
        assertThat(back.welcomed()).isTrue();
        assertThat(back.doubtful()).containsExactly(PLACE);
        assertThat(back.keptLimits()).isEqualTo(KEPT);
        assertThat(problems).isEmpty();
    }

    @Test
    void whatANewerVersionWroteSurvivesAtEveryLevel() throws IOException {
        store().update(now -> with(now, entry("a")));
        var json = new ObjectMapper();
        var root = (ObjectNode) json.readTree(Files.readString(file()));
        var account = root.withArray("accounts").get(0);
        for (var path : List.of("", "/key", "/route", "/route/headers/1", "/route/proxy", "/route/waits",
                "/limits/0")) {
            ((ObjectNode) (path.isEmpty() ? account : account.at(path)))
                    .put("future", "kept" + path);
        }
        ((ObjectNode) account).withArray("limits").addObject().put("metric", "money").put("period", "month")
                .put("value", 5);
        root.withArray("accounts").insertObject(0).put("id", "x").put("kind", "oauth").put("token-place", "elsewhere");
        root.withArray("keptLimits").addObject().put("account", "a").put("metric", "pictures").put("period", "day");
        root.withArray("doubtful").addObject().put("kind", "chip").put("item", "7");
        Files.writeString(file(), root.toString());
        var store = store();
        assertThat(problems).extracting(StoreProblem::kind).containsExactly(StoreProblem.Kind.NEWER);
        assertThat(store.current().accounts()).containsExactly(entry("a"));
        store.update(now -> now.withTheme(Theme.DARK));
        var text = Files.readString(file());
        assertThat(text).contains("\"kept\"", "kept/key", "kept/route\"", "kept/route/headers/1", "kept/route/proxy",
                "kept/route/waits", "kept/limits/0", "money", "pictures", "oauth", "elsewhere", "chip");
        assertThat(json.readTree(text).at("/accounts/0/kind").asText()).isEqualTo("oauth");
        store.update(now -> now.withAccounts(List.of()));
        assertThat(Files.readString(file())).contains("oauth").doesNotContain("gate.test");
    }

    @Test
    void anAccountWithAnOddRouteIsNotSentAnotherWay() throws IOException {
        store().update(now -> with(now, entry("a")));
        for (var odd : new String[]{"\"kind\" : \"carrier pigeon\"", "\"kind\" : \"http\", \"port\" : 0"}) {
            Files.writeString(file(), Files.readString(file()).replaceFirst("\"kind\" : \"socks\"", odd)
                    .replace("\"port\" : 1080", "\"x\" : 1"));
            assertThat(store().current().accounts()).as(odd).isEmpty();
        }
    }

    @Test
    void twoStoresDoNotUndoEachOthersChanges() {
        var window = store();
        var book = store();
        book.update(now -> with(now, entry("a")));
        window.update(now -> now.withTheme(Theme.DARK));
        book.update(now -> with(now, entry("b")));
        var last = store().load();
        assertThat(last.theme()).isEqualTo(Theme.DARK);
        assertThat(last.accounts()).extracting(AccountEntry::id).containsExactly("a", "b");
    }

    @Test
    void manyWritersAtOnceLoseNothing() throws InterruptedException {
        var threads = new ArrayList<Thread>();
        var go = new CountDownLatch(1);
        for (int writer = 0; writer < 4; writer++) {
            var store = new SettingsStore(folders(), Rows.CLOCKS, problems::add);
            store.load();
            int number = writer;
            threads.add(Thread.ofPlatform().start(() -> {
                try {
                    go.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                for (int i = 0; i < 10; i++) {
                    var id = number + "-" + i;
                    store.update(now -> with(now, entry(id)));
                }
            }));
        }
        go.countDown();
        for (var thread : threads) {
            thread.join();
        }
        assertThat(store().current().accounts()).extracting(AccountEntry::id).hasSize(40).doesNotHaveDuplicates();
        assertThat(problems).isEmpty();
    }

    @Test
    void aChangeThatCannotBeSavedIsSavedWithTheNext() throws IOException {
        var store = store();
        store.update(now -> now.withTheme(Theme.DARK));
        try (var channel = FileChannel.open(temp.resolve("config/settings.json.lock"), StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            store.update(now -> with(now, entry("a")));
            assertThat(problems).extracting(StoreProblem::kind).containsExactly(StoreProblem.Kind.LOCKED);
            assertThat(store.saved()).isFalse();
            assertThat(store.current().accounts()).hasSize(1);
            assertThat(Files.readString(file())).doesNotContain("gate.test");
        }
        store.update(now -> now.withWelcomed(true));
        assertThat(store.saved()).isTrue();
        assertThat(store().current().accounts()).containsExactly(entry("a"));
        assertThat(store().current().theme()).isEqualTo(Theme.DARK);
    }

    @Test
    void aFileThatBreaksWhilePitotRunsIsWrittenAnewFromMemory() throws IOException {
        var store = store();
        store.update(now -> with(now, entry("a")));
        Files.writeString(file(), "{ cut off");
        store.update(now -> now.withTheme(Theme.DARK));
        assertThat(problems).extracting(StoreProblem::kind).containsExactly(StoreProblem.Kind.DAMAGED);
        assertThat(store().current().accounts()).containsExactly(entry("a"));
        assertThat(temp.resolve("config/settings.json.broken-20261120T120000Z")).hasContent("{ cut off");
    }

    @Test
    void theFileOfTheDataFolderIsTakenOverOnceAndStays() throws IOException {
        Files.createDirectories(temp.resolve("data"));
        var old = temp.resolve("data/settings.json");
        Files.writeString(old, "{\"theme\": \"dark\", \"future\": 1}");
        assertThat(store().current().theme()).isEqualTo(Theme.DARK);
        assertThat(Files.readString(file())).contains("future");
        store().update(now -> now.withTheme(Theme.LIGHT));
        assertThat(store().current().theme()).isEqualTo(Theme.LIGHT);
        assertThat(Files.readString(old)).isEqualTo("{\"theme\": \"dark\", \"future\": 1}");
        Files.delete(file());
        assertThat(store().current().theme()).as("a backup shows that it was taken over").isNotEqualTo(Theme.DARK);
        assertThat(problems).isEmpty();
    }

    @Test
    void aBrokenFileOfTheDataFolderIsLeftThereAndSaidSo() throws IOException {
        Files.createDirectories(temp.resolve("data"));
        Files.writeString(temp.resolve("data/settings.json"), "{");
        assertThat(store().current()).isEqualTo(Settings.DEFAULT);
        assertThat(problems).singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("data/settings.json"));
        assertThat(temp.resolve("data/settings.json")).hasContent("{");
        assertThat(file()).doesNotExist();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyTheUserCanReadIt() throws IOException {
        var store = store();
        store.update(now -> now.withTheme(Theme.DARK));
        store.update(now -> now.withTheme(Theme.LIGHT));
        for (var name : List.of("settings.json", "settings.json.bak", "settings.json.lock")) {
            assertThat(PosixFilePermissions
                    .toString(Files.getPosixFilePermissions(temp.resolve("config").resolve(name)))).as(name)
                    .isEqualTo("rw-------");
        }
        try (var files = Files.list(temp.resolve("config"))) {
            assertThat(files.map(each -> each.getFileName().toString())).containsExactlyInAnyOrder("settings.json",
                    "settings.json.bak", "settings.json.lock");
        }
    }

    @Test
    void noTypeInTheSettingsCanHoldASecret() {
        var seen = new HashSet<Class<?>>();
        walk(Settings.class, seen);
        assertThat(seen).contains(AccountEntry.class, KeyPlace.class, Header.class, ProxyEntry.class)
                .doesNotContain(Secret.class, KeySource.class, char[].class, byte[].class, Object.class);
    }

    private static void walk(Type type, Set<Class<?>> seen) {
        if (type instanceof ParameterizedType generic) {
            walk(generic.getRawType(), seen);
            List.of(generic.getActualTypeArguments()).forEach(each -> walk(each, seen));
        } else if (type instanceof Class<?> plain && seen.add(plain) && plain.isRecord()) {
            for (var component : plain.getRecordComponents()) {
                walk(component.getGenericType(), seen);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://me:secret@gate.test/v1", "https://me@gate.test/v1",
        "https://gate.test/v1?key=secret", "https://gate.test/v1#x", "javascript:alert(1)", "file:///etc/passwd",
        "gate.test/v1", "https://gate.test:99999/v1", "https:///v1", "https://ga te.test/v1"})
    void anAddressThatAHandWroteAndNobodyCouldEnterIsNotUsed(String baseUrl) throws IOException {
        store().update(now -> now.withAccounts(List.of(entry("a"), entry("b"))));
        var root = (ObjectNode) new ObjectMapper().readTree(file().toFile());
        ((ObjectNode) root.path("accounts").get(0)).put("baseUrl", baseUrl);
        new ObjectMapper().writeValue(file().toFile(), root);

        var store = store();
        assertThat(store.current().accounts()).extracting(AccountEntry::id).containsExactly("b");
        assertThat(problems).extracting(StoreProblem::message).singleElement().asString()
                .contains("One account").doesNotContain("secret");
        store.update(now -> now.withTheme(Theme.DARK));
        assertThat(new ObjectMapper().readTree(file().toFile()).at("/accounts/0/baseUrl").asText()).isEqualTo(baseUrl);
    }

    @ParameterizedTest
    @ValueSource(longs = {3_600_001, 1_000_000_000_000L, Long.MAX_VALUE, 0, -5})
    void waitingTimesThatNobodyCouldEnterAreTheUsualOnes(long ms) throws IOException {
        store().update(now -> now.withAccounts(List.of(entry("a"))));
        var root = new ObjectMapper().readTree(file().toFile());
        ((ObjectNode) root.at("/accounts/0/route/waits")).put("connectMs", ms);
        new ObjectMapper().writeValue(file().toFile(), root);
        assertThat(store().current().accounts().getFirst().route().waits()).isNull();
    }
}
