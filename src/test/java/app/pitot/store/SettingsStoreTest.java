package app.pitot.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.advice.Dismissal;
import app.pitot.advice.Signal;
import app.pitot.advice.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsStoreTest {
    private static final Settings CHANGED = new Settings(Theme.DARK, new Settings.WindowPlace(10, -20.5, 1280, 720),
            false, true, "simulator", Map.of("simulator", "m1", "custom:example.test", "m2"));

    @TempDir
    Path temp;

    private final List<StoreProblem> problems = new ArrayList<>();

    private SettingsStore store() {
        return new SettingsStore(temp.resolve("data"), Rows.CLOCKS, problems::add);
    }

    private void save(Settings settings) {
        store().update(_ -> settings);
    }

    private Path file() {
        return temp.resolve("data/settings.json");
    }

    private void write(String json) throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), json);
    }

    @Test
    void dismissedSignalsAreKeptWithWhatANewerVersionWroteOfThem() throws Exception {
        var seen = List.of(new Dismissal("a", Signal.Kind.DAY, Verdict.WATCH, 1.75));
        store().update(settings -> settings.withDismissed(seen));
        assertThat(store().load().dismissed()).isEqualTo(seen);
        var file = file();
        Files.writeString(file, Files.readString(file).replace("\"dismissed\" : [ {",
                "\"dismissed\" : [ {\"account\": \"a\", \"signal\": \"weather\", \"verdict\": \"watch\", \"weight\": 1}, {"));
        var later = store();
        assertThat(later.load().dismissed()).isEqualTo(seen);
        later.update(settings -> settings.withDismissed(List.of()));
        assertThat(Files.readString(file)).contains("weather").doesNotContain("1.75");
        write("{\"dismissed\": [{\"account\": \"a\"}, 7, {\"account\": \"a\", \"signal\": \"day\", \"verdict\": \"fine\", \"weight\": \"x\"}]}");
        assertThat(store().load().dismissed()).isEmpty();
    }

    @Test
    void aChangeLeavesAllElseAsItIs() {
        var all = new Settings(Theme.DARK, CHANGED.window(), true, true, "a", Map.of("a", "m")).withWelcomed(true);
        assertThat(all.withTheme(Theme.DARK)).isEqualTo(all);
        assertThat(all.withZoom(120).withZoom(100)).isEqualTo(all);
        assertThat(all.withWelcomed(false)).isNotEqualTo(all);
        assertThat(all.withWelcomed(false).withWelcomed(true)).isEqualTo(all);
    }

    @Test
    void beginsWithDefaults() {
        assertThat(store().load()).isEqualTo(Settings.DEFAULT);
        assertThat(file()).doesNotExist();
    }

    @Test
    void roundTrip() {
        save(CHANGED);
        assertThat(store().load()).isEqualTo(CHANGED);
        save(CHANGED.withTheme(Theme.LIGHT).withLastModel("simulator", "m3"));
        assertThat(store().load().theme()).isEqualTo(Theme.LIGHT);
        assertThat(store().load().lastModels()).containsEntry("simulator", "m3");
        assertThat(problems).isEmpty();
    }

    @Test
    void theCornerIsKeptAndOddValuesInItTakeTheirDefaults() throws IOException {
        var corner = new Settings.Corner(true, true, new Settings.WindowPlace(-300, 20, 260, 64), false, true, true);
        save(CHANGED.withCorner(corner));
        assertThat(store().load().corner()).isEqualTo(corner);
        write("""
                {"corner": {"mini": "often", "compact": 7, "place": {"x": 1}, "keepInTray": null, "later": [1]}}""");
        assertThat(store().load().corner()).isEqualTo(new Settings.Corner(false, true, null, true, false, false));
        store().update(now -> now.withCorner(corner));
        assertThat(Files.readString(file())).contains("\"later\"");
        assertThat(store().load().corner()).isEqualTo(corner);
    }

    @Test
    void whetherToSendAgainIsKeptAndOnUnlessItWasTurnedOff() throws IOException {
        assertThat(store().load().sendAgain()).isTrue();
        store().update(now -> now.withSendAgain(false));
        assertThat(store().load().sendAgain()).isFalse();
        store().update(now -> now.withTheme(Theme.DARK).withWelcomed(true).withZoom(120));
        assertThat(store().load().sendAgain()).isFalse();
        write("{\"sendAgain\": \"perhaps\"}");
        assertThat(store().load().sendAgain()).isTrue();
    }

    @Test
    void keepsWhatItDoesNotKnow() throws IOException {
        write("""
                {"schemaVersion": 7, "theme": "dark", "futureThing": {"a": [1, 2]}, "window": {"screen": "left"}}""");
        var store = store();
        var loaded = store.load();
        assertThat(loaded.theme()).isEqualTo(Theme.DARK);
        assertThat(loaded.window()).isNull();
        store.update(now -> now.withWindow(new Settings.WindowPlace(1, 2, 3, 4)));
        assertThat(Files.readString(file())).contains("\"schemaVersion\" : 7").contains("futureThing")
                .contains("\"screen\" : \"left\"").contains("\"width\" : 3.0");
    }

    @Test
    void oddValuesTakeTheirDefaults() throws IOException {
        write("""
                {"theme": 5, "window": {"x": "wide", "y": 1, "width": 1, "height": 1}, "instrumentsOpen": "perhaps",
                 "lastModels": {"a": 3, "b": "m"}}""");
        assertThat(store().load()).isEqualTo(new Settings(Theme.SYSTEM, null, true, false, null, Map.of("b", "m")));
        assertThat(problems).isEmpty();
    }

    @Test
    void anOddWindowIsReplacedWhenAPlaceIsSaved() throws IOException {
        for (var odd : new String[]{"\"wide\"", "[1]", "7", "null"}) {
            write("{\"window\": " + odd + "}");
            var store = store();
            store.update(now -> now.withWindow(CHANGED.window()));
            assertThat(store().load().window()).isEqualTo(CHANGED.window());
        }
        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"theme\": \"dark\"", "", "[]", "null", "\u0000\u0000\u0000", "{} trailing {"})
    void aBrokenFileIsKeptUnderAnotherName(String broken) throws IOException {
        write(broken);
        assertThat(store().load()).isEqualTo(Settings.DEFAULT);
        assertThat(problems).extracting(StoreProblem::kind).containsExactly(StoreProblem.Kind.DAMAGED);
        assertThat(Files.readString(temp.resolve("data/settings.json.broken-20261120T120000Z"))).isEqualTo(broken);
        assertThat(file()).doesNotExist();
    }

    @Test
    void aBrokenFileIsReplacedByTheOneSavedBefore() throws IOException {
        save(CHANGED);
        save(CHANGED.withTheme(Theme.LIGHT));
        Files.writeString(file(), "{");
        assertThat(store().load()).isEqualTo(CHANGED);
        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst().message()).contains("saved before");
    }

    @Test
    void reportsAFolderThatCannotBeMade() throws IOException {
        Files.writeString(temp.resolve("data"), "a file in its place");
        save(CHANGED);
        assertThat(problems).extracting(StoreProblem::kind).containsExactly(StoreProblem.Kind.UNUSABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": 1}", "{\"a\": {\"id\": \"x\"}}", "5", "\"x\"", "null", "[null, [], 5, {}, \"x\"]"})
    void accountsOfAnotherKindDoNotStandInTheWayOfSaving(String accounts) throws IOException {
        write("{\"accounts\": " + accounts + ", \"doubtful\": " + accounts + ", \"lastModels\": " + accounts
                + ", \"keptLimits\": " + accounts + "}");
        var store = store();
        assertThat(store.load().accounts()).isEmpty();
        assertThat(store.update(now -> now.withTheme(Theme.DARK)).theme()).isEqualTo(Theme.DARK);
        assertThat(store.saved()).isTrue();
        assertThat(store().load().theme()).isEqualTo(Theme.DARK);
    }

    @Test
    void aFileLongerThanAnySettingsIsKeptAsideUnread() throws IOException {
        write("");
        try (var sparse = new java.io.RandomAccessFile(file().toFile(), "rw")) {
            sparse.setLength(3L << 30);
        }
        assertThat(store().load()).isEqualTo(Settings.DEFAULT);
        assertThat(problems).extracting(StoreProblem::kind).containsExactly(StoreProblem.Kind.DAMAGED);
        assertThat(file()).doesNotExist();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    @Timeout(20)
    void whatIsNoFileIsNotReadAndNotReplaced() throws Exception {
        write("");
        Files.delete(file());
        assertThat(new ProcessBuilder("mkfifo", file().toString()).start().waitFor()).isZero();
        var store = store();
        assertThat(store.load()).isEqualTo(Settings.DEFAULT);
        store.update(now -> now.withTheme(Theme.DARK));
        assertThat(store.saved()).isFalse();
        assertThat(problems).extracting(StoreProblem::kind).containsOnly(StoreProblem.Kind.UNUSABLE);
        assertThat(Files.readAttributes(file(), java.nio.file.attribute.BasicFileAttributes.class).isOther()).isTrue();
    }
}
