package app.pitot.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.catalogue.Listing.Change;
import app.pitot.catalogue.ModelEntry.Gone;
import app.pitot.catalogue.Remembered;
import app.pitot.provider.Capability;
import app.pitot.provider.ModelExtras;
import app.pitot.provider.ModelInfo;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueFileTest {
    private static final Instant AT = Instant.parse("2026-11-20T10:00:00.123456789Z");
    private static final Remembered FULL = new Remembered("https://api.example/v1", AT,
            List.of(ModelInfo.ofId("plain"), new ModelInfo("full/model:free", "Full \u00fc \"quoted\"", 131_072, 40_960,
                    new BigDecimal("0.35"), new BigDecimal("1E-7"), false, 3_000, LocalDate.of(2026, 12, 24), "next",
                    new ModelExtras("Vendor", 65_536, 32_768, new BigDecimal("0.075"), true,
                            Set.of(Capability.VISION, Capability.SCHEMA), List.of("low", "high"), true, true)),
                    new ModelInfo("knows-nothing", "Knows nothing", null, null, null, null, true, null, null, null,
                            new ModelExtras(null, null, null, null, false, Set.of(), List.of(), false))),
            List.of(ModelInfo.ofId("public")), List.of(new Change(Change.Kind.PRICE, "full/model:free", "more", AT)),
            Map.of("old", new Gone(AT, "archived", "new"), "older", new Gone(AT, "", null)));

    @TempDir
    private Path temp;
    private final List<StoreProblem> problems = new ArrayList<>();

    private CatalogueFile cache() {
        return new CatalogueFile(temp.resolve("data"), problems::add);
    }

    private List<Path> files() throws IOException {
        try (var found = Files.list(temp.resolve("data/catalogue"))) {
            return found.sorted().toList();
        }
    }

    private Path only() throws IOException {
        assertThat(files()).hasSize(1);
        return files().getFirst();
    }

    @Test
    void whatIsSavedIsReadBack() {
        cache().save("a", FULL);
        assertThat(cache().load("a")).contains(FULL);
        var nothing = Remembered.nothing("http://127.0.0.1:1/v1");
        cache().save("a", nothing);
        assertThat(cache().load("a")).contains(nothing);
        var empty = new Remembered("u", AT, List.of(), null, List.of(), Map.of());
        cache().save("a", empty);
        assertThat(cache().load("a")).contains(empty);
        assertThat(problems).isEmpty();
    }

    @Test
    void accountsWithAnyNameHaveOneFileEach() throws IOException {
        for (var id : List.of("a", "b", "../../evil", "custom:host:1/v1:MY_KEY", "A", "\u0000", "x".repeat(5_000))) {
            cache().save(id, FULL);
            assertThat(cache().load(id)).as(id).contains(FULL);
        }
        assertThat(files()).hasSize(7);
        assertThat(cache().load("c")).isEmpty();
        assertThat(problems).isEmpty();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void onlyTheUserCanReadIt() throws IOException {
        cache().save("a", FULL);
        cache().save("a", FULL);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(only()))).isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(only().getParent())))
                .isEqualTo("rwx------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "not json", "{}", "{\"baseUrl\":\"u\"", "{\"baseUrl\":\"u\"} {}",
        "{\"baseUrl\":\"u\",\"fetchedAt\":\"yesterday\"}", "{\"baseUrl\":\"u\",\"own\":{}}",
        "{\"baseUrl\":\"u\",\"own\":[{}]}", "{\"baseUrl\":\"u\",\"own\":[7]}",
        "{\"baseUrl\":\"u\",\"own\":[{\"id\":\"a\"}",
        "{\"baseUrl\":\"u\",\"own\":[{\"id\":\"a\",\"in\":\"cheap\"}]}",
        "{\"baseUrl\":\"u\",\"own\":[{\"id\":\"a\",\"retiredOn\":\"soon\"}]}",
        "{\"baseUrl\":\"u\",\"changes\":[{\"kind\":\"MOOD\",\"at\":\"2026-11-20T10:00:00Z\"}]}",
        "{\"baseUrl\":\"u\",\"gone\":[{\"at\":\"2026-11-20T10:00:00Z\"}]}"})
    void aDamagedFileIsKeptAsideAndSaid(String text) throws IOException {
        cache().save("a", FULL);
        var file = only();
        Files.writeString(file, text);
        assertThat(cache().load("a")).isEmpty();
        assertThat(only().getFileName().toString()).isEqualTo(file.getFileName() + ".broken");
        assertThat(Files.readString(only())).isEqualTo(text);
        assertThat(problems).extracting(StoreProblem::kind).containsExactly(StoreProblem.Kind.DAMAGED);
        assertThat(problems.getFirst().message()).contains(only().getFileName().toString());
        cache().save("a", FULL);
        assertThat(cache().load("a")).contains(FULL);
    }

    @Test
    void cutAnywhereItIsDamagedAndNeverAnError() throws IOException {
        cache().save("a", FULL);
        var whole = Files.readAllBytes(only());
        for (int length = 0; length < whole.length; length++) {
            Files.write(temp.resolve("data/catalogue").resolve(name()), java.util.Arrays.copyOf(whole, length));
            assertThat(cache().load("a")).as("cut after " + length).isEmpty();
        }
        assertThat(problems).hasSize(whole.length)
                .allSatisfy(each -> assertThat(each.kind()).isEqualTo(StoreProblem.Kind.DAMAGED));
    }

    private String name() throws IOException {
        return files().getFirst().getFileName().toString().replace(".broken", "");
    }

    @Test
    void whatALaterVersionAddedIsPassedOver() throws IOException {
        cache().save("a", FULL);
        Files.writeString(only(),
                "{\"schemaVersion\":9,\"mood\":{\"deep\":[1,{\"own\":[]}]},\"baseUrl\":\"u\",\"own\":["
                        + "{\"id\":\"a\",\"colour\":\"blue\",\"capabilities\":[\"VISION\",\"TASTE\"],\"context\":99999999999}]}");
        var found = cache().load("a").orElseThrow();
        assertThat(found.own().getFirst().extras().capabilities()).containsExactly(Capability.VISION);
        assertThat(found.own().getFirst().contextTokens()).isNull();
        assertThat(found.open()).isNull();
        assertThat(problems).isEmpty();
    }

    @Test
    void aFileOfAnyLengthIsNotReadIntoMemory() throws IOException {
        cache().save("a", FULL);
        try (var file = new RandomAccessFile(only().toFile(), "rw")) {
            file.setLength(3L * 1024 * 1024 * 1024);
        }
        assertThat(cache().load("a")).isEmpty();
        assertThat(problems).extracting(StoreProblem::kind).containsExactly(StoreProblem.Kind.DAMAGED);
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaidOnce() throws IOException {
        Files.writeString(temp.resolve("data"), "a file stands where the folder should");
        var cache = cache();
        cache.save("a", FULL);
        cache.save("b", FULL);
        assertThat(cache.load("a")).isEmpty();
        cache.forget("a");
        assertThat(problems).extracting(StoreProblem::kind).containsExactly(StoreProblem.Kind.UNUSABLE);
        assertThat(problems.getFirst().message()).contains("catalogue");
    }

    @Test
    void aFileThatWasBegunAndNotEndedHarmsNothing() throws IOException {
        cache().save("a", FULL);
        Files.writeString(only().resolveSibling(only().getFileName() + ".new"), "{\"half");
        assertThat(cache().load("a")).contains(FULL);
        cache().save("a", FULL);
        assertThat(cache().load("a")).contains(FULL);
        assertThat(files()).hasSize(1);
    }

    @Test
    void nothingIsLeftOfWhatIsForgotten() throws IOException {
        cache().save("a", FULL);
        Files.writeString(only(), "damaged");
        cache().load("a");
        cache().save("a", FULL);
        cache().save("b", FULL);
        assertThat(files()).hasSize(3);
        cache().forget("a");
        assertThat(files()).hasSize(1);
        assertThat(cache().load("b")).contains(FULL);
        cache().forget("never-there");
    }
}
