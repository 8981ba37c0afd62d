package app.pitot.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.pitot.base.Clocks;
import app.pitot.history.Conversation;
import app.pitot.history.ForwardingHistory;
import app.pitot.history.History;
import app.pitot.history.MemoryHistory;
import app.pitot.history.Message;
import app.pitot.history.Setup;
import app.pitot.store.Database;
import app.pitot.store.SqliteHistory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files of conversations, written and taken in, on a real disk. */
@Timeout(120)
class TransferTest {
    private static final Instant NOW = Instant.parse("2026-10-15T12:00:00Z");
    private final Clocks clocks = new Clocks(() -> 0, () -> NOW);

    @TempDir
    Path folder;

    private Path export(History history, String name) throws TransferException {
        var file = folder.resolve(name);
        var exporter = new Exporter(history, ZoneOffset.UTC);
        exporter.write(exporter.all(), ExportFormat.JSON, file, Progress.NONE);
        return file;
    }

    private ImportReport take(History history, Path file) throws TransferException {
        return new Importer(history, clocks).run(file, Progress.NONE);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("given.json"), text);
    }

    private String refusal(Path file) {
        var history = new MemoryHistory();
        String[] said = new String[1];
        assertThatThrownBy(() -> take(history, file)).isInstanceOf(TransferException.class)
                .satisfies(e -> said[0] = e.getMessage());
        assertThat(history.conversations()).isEmpty();
        return said[0];
    }

    @Test
    void whatIsExportedTakenInAndExportedAgainIsTheSameByteForByte() throws Exception {
        for (int seed = 0; seed < 200; seed++) {
            var first = new MemoryHistory();
            new Samples(seed, true).fill(first, 1 + seed % 7);
            var file = export(first, "one.json");
            var second = new MemoryHistory();
            var report = take(second, file);
            assertThat(report.conversations()).isEqualTo(1 + seed % 7);
            assertThat(Files.readAllBytes(export(second, "two.json"))).as("seed " + seed)
                    .isEqualTo(Files.readAllBytes(file));
            for (var each : first.conversations()) {
                assertThat(second.messages(each.id())).extracting(Message::text)
                        .isEqualTo(first.messages(each.id()).stream().map(Message::text).toList());
            }
        }
    }

    @Test
    void theSameByteForByteByWayOfTheDatabase() throws Exception {
        for (int seed = 0; seed < 5; seed++) {
            var home = Files.createDirectory(folder.resolve("home" + seed));
            var first = new MemoryHistory();
            new Samples(seed, false).fill(first, 5);
            var file = export(first, "one.json");
            try (var database = new Database(home, Clocks.system(), problem -> {
                throw new AssertionError(problem.message());
            }); var second = new SqliteHistory(database, Clocks.system())) {
                assertThat(take(second, file).conversations()).isEqualTo(5);
                assertThat(Files.readString(export(second, "two.json"))).as("seed " + seed)
                        .isEqualTo(Files.readString(file));
                assertThat(take(second, file).known()).as("a second time").isEqualTo(5);
            }
        }
    }

    @Test
    void takingTheSameFileTwiceSaysThatAllIsHere() throws Exception {
        var history = new MemoryHistory();
        new Samples(3, true).fill(history, 12);
        var file = export(history, "all.json");
        var first = history.conversations().getFirst();
        history.change(first.id(), kept -> kept.withTitle("Mine now", true));
        history.add(Message.question("more", first.id(), null, NOW, "and then", List.of()));
        var report = take(history, file);
        assertThat(report).isEqualTo(new ImportReport(0, 0, 0, 12, Map.of()));
        assertThat(report.words()).isEqualTo("Imported nothing. Already here: 12.");
        assertThat(history.conversation(first.id()).orElseThrow().title()).isEqualTo("Mine now");
    }

    @Test
    void whatDiffersIsAddedBesideAndNothingIsOverwritten() throws Exception {
        var there = new MemoryHistory();
        there.save(Conversation.begin("c", NOW, Setup.NONE).withTitle("Theirs", true).withLeaf("m2"));
        there.add(Message.question("m1", "c", null, NOW, "one", List.of()));
        there.add(Message.question("m2", "c", "m1", NOW, "two", List.of()));
        var file = export(there, "theirs.json");
        var here = new MemoryHistory();
        here.save(Conversation.begin("c", NOW, Setup.NONE).withTitle("Ours", true));
        here.add(Message.question("m1", "c", null, NOW, "another one", List.of()));
        var report = take(here, file);
        assertThat(report.copies()).isEqualTo(1);
        assertThat(here.messages("c")).extracting(Message::text).containsExactly("another one");
        var copy = here.conversations().stream().filter(each -> each.title().equals("Theirs")).findFirst()
                .orElseThrow();
        var messages = here.messages(copy.id());
        assertThat(messages).extracting(Message::text).containsExactly("one", "two");
        assertThat(messages.getLast().parentId()).isEqualTo(messages.getFirst().id()).isNotEqualTo("m1");
        assertThat(copy.leafId()).isEqualTo(messages.getLast().id());
    }

    @Test
    void oneThatWaitsForItsUndoIsNotBroughtBackByAnImport() throws Exception {
        var history = new MemoryHistory();
        history.save(Conversation.begin("c", NOW, Setup.NONE).withTitle("Deleted", true));
        history.add(Message.question("m", "c", null, NOW, "one", List.of()));
        var file = export(history, "one.json");
        history.delete("c");
        assertThat(take(history, file).copies()).isEqualTo(1);
        history.purge("c");
        assertThat(history.conversations()).hasSize(1);
        assertThat(history.messages(history.conversations().getFirst().id())).hasSize(1);
    }

    @Test
    void fieldsInAnotherOrderAndUnknownOnesAreTaken() throws Exception {
        var report = new MemoryHistory();
        take(report, file("""
                {"pitot":1,"by":{"x":[1]},"conversations":[{"messages":[{"text":"hi","later":{"a":[]},
                "kind":"QUESTION","at":"2026-10-15T12:00:00Z","id":"m"}],"changedAt":"2026-10-15T12:00:00Z",
                "createdAt":"2026-10-15T12:00:00Z","id":"c","title":"T","pinned":true}]}""".replace("{\"messages\"",
                "{\"id\":\"c\",\"createdAt\":\"2026-10-15T12:00:00Z\",\"changedAt\":\"2026-10-15T12:00:00Z\",\"messages\"")));
        assertThat(report.conversation("c").orElseThrow().pinned()).isTrue();
        assertThat(report.messages("c")).extracting(Message::text).containsExactly("hi");
    }

    @Test
    void messagesInAnArrayBecomeOneConversation() throws Exception {
        var history = new MemoryHistory();
        var report = take(history, file("""
                [{"role":"system","content":"Be short."},
                 {"role":"user","content":[{"type":"text","text":"What is\\nthis?"},
                   {"type":"image_url","image_url":{"url":"data:image/png;base64,%s"}},
                   {"type":"image_url","image_url":{"url":"https://example.org/a.png"}},
                   {"type":"input_audio","input_audio":{}}]},
                 {"role":"assistant","content":null,"reasoning_content":"hm","tool_calls":[
                   {"id":"call_9","type":"function","function":{"name":"look","arguments":"{}"}}]},
                 {"role":"tool","tool_call_id":"call_9","content":"a gauge"},
                 {"role":"assistant","content":"A gauge."},
                 {"role":"system","content":"Now be long."},
                 {"role":"wizard","content":"?"}]
                """.formatted(Pixels.PNG)));
        var kept = history.conversations().getFirst();
        assertThat(kept.title()).isEqualTo("What is");
        assertThat(kept.setup().systemPrompt()).isEqualTo("Be short.");
        var messages = history.messages(kept.id());
        assertThat(messages).extracting(Message::kind).containsExactly(Message.Kind.QUESTION, Message.Kind.REPLY,
                Message.Kind.TOOL_RESULT, Message.Kind.REPLY);
        assertThat(messages.getFirst().pictures()).hasSize(1);
        assertThat(messages.getFirst().pictures().getFirst().width()).isEqualTo(3);
        assertThat(messages.getFirst().pictures().getFirst().height()).isEqualTo(2);
        assertThat(messages.get(1).toolCalls().getFirst().name()).isEqualTo("look");
        assertThat(messages.get(1).reasoning()).isEqualTo("hm");
        assertThat(messages.get(2).toolCallId()).isEqualTo("call_9");
        assertThat(messages.get(3).parentId()).isEqualTo(messages.get(2).id());
        assertThat(kept.leafId()).isEqualTo(messages.get(3).id());
        assertThat(report.left()).isEqualTo(Map.of(ImportReport.Left.PICTURE, 1, ImportReport.Left.PART, 1,
                ImportReport.Left.SYSTEM, 1, ImportReport.Left.MESSAGE, 1));
        assertThat(report.words()).isEqualTo("Imported one conversation with 4 messages. "
                + "Left out: one message of an unknown role. Left out: one system message in mid-conversation. "
                + "Left out: one picture that is only a web address or no PNG or JPEG. "
                + "Left out: one part such as sound or files.");
    }

    @Test
    void objectsOneALineAndArraysOfObjectsAreConversations() throws Exception {
        var lines = new MemoryHistory();
        take(lines, file("""
                {"messages":[{"role":"user","content":"one"},{"role":"assistant","content":"1"}]}
                {"model":"x","title":"Two","messages":[{"role":"user","content":"two"}]}
                """));
        assertThat(lines.conversations()).extracting(Conversation::title).containsExactlyInAnyOrder("one", "Two");
        var array = new MemoryHistory();
        take(array, file("[{\"messages\":[{\"role\":\"user\",\"content\":\"one\"}]},{\"messages\":[]}]"));
        assertThat(array.conversations()).hasSize(2);
        var bare = new MemoryHistory();
        take(bare, file("{\"role\":\"user\",\"content\":\"a\"}\n{\"role\":\"assistant\",\"content\":\"b\"}\n"));
        assertThat(bare.conversations()).hasSize(1);
        assertThat(bare.messages(bare.conversations().getFirst().id())).hasSize(2);
    }

    @Test
    void whatIsNoConversationIsRefusedInPlainWords() throws Exception {
        assertThat(refusal(file(""))).isEqualTo("This file is empty.");
        assertThat(refusal(file("  \n "))).isEqualTo("This file is empty.");
        assertThat(refusal(file("<!doctype html><html></html>"))).contains("web page");
        assertThat(refusal(Files.write(folder.resolve("b"), new byte[]{1, 2, 3, 0, 0, 7, 9}))).contains("no JSON");
        assertThat(refusal(Files.write(folder.resolve("z"), new byte[4096]))).contains("no whole JSON");
        assertThat(refusal(file("{}"))).contains("neither conversations");
        assertThat(refusal(file("[]"))).contains("neither conversations");
        assertThat(refusal(file("[1,2]"))).contains("neither conversations");
        assertThat(refusal(file("{\"a\":1}"))).contains("neither conversations");
        assertThat(refusal(file("[[[1]]]"))).contains("neither conversations");
        assertThat(refusal(file("[{\"role\":\"user\",\"content\":\"x\"}"))).contains("line 1");
        assertThat(refusal(file("{\"pitot\":2,\"conversations\":[]}"))).contains("newer Pitot");
        assertThat(refusal(file("{\"pitot\":1,\"conversations\":[{}]}"))).contains("line 1", "damaged");
        assertThat(refusal(file("{\"pitot\":1,\"conversations\":[]}{}"))).contains("not whole");
        assertThat(refusal(file("{\"x\":" + "[".repeat(100_000)))).contains("nested too deep");
        assertThat(refusal(folder)).contains("folder");
        assertThat(refusal(folder.resolve("absent"))).contains("does not exist");
        assertThat(refusal(Path.of("/dev/zero"))).contains("no ordinary file");
        assertThat(refusal(Files.write(folder.resolve("l"), "[{\"role\":\"user\",\"content\":\"\u00e9\"}]"
                .getBytes(StandardCharsets.ISO_8859_1)))).contains("JSON");
    }

    @Test
    void halfAFileAddsNothing() throws Exception {
        var first = new MemoryHistory();
        new Samples(1, true).fill(first, 8);
        var bytes = Files.readAllBytes(export(first, "one.json"));
        for (int cut = 1; cut < bytes.length - 2; cut += 1 + bytes.length / 60) {
            refusal(Files.write(folder.resolve("cut.json"), java.util.Arrays.copyOf(bytes, cut)));
        }
    }

    @Test
    void anImportCanBeEndedAtAnyMomentAndLeavesNothing() throws Exception {
        var first = new MemoryHistory();
        var text = "x".repeat(300_000);
        for (int i = 0; i < 20; i++) {
            first.save(Conversation.begin("c" + i, NOW, Setup.NONE));
            first.add(Message.question("m" + i, "c" + i, null, NOW, text, List.of()));
        }
        var file = export(first, "one.json");
        int ended = 0;
        for (boolean whole = false; !whole; ended++) {
            var second = new MemoryHistory();
            var asked = new AtomicInteger();
            int last = ended;
            try {
                new Importer(second, clocks).run(file, _ -> asked.getAndIncrement() < last);
                whole = true;
            } catch (TransferException e) {
                assertThat(e).hasMessageContaining("Cancelled");
                assertThat(second.conversations()).isEmpty();
                for (int i = 0; i < 20; i++) {
                    second.restore("c" + i);
                    assertThat(second.messages("c" + i)).isEmpty();
                }
                assertThat(second.conversations()).isEmpty();
            }
        }
        assertThat(ended).as("while looking through and while adding").isGreaterThan(8);
    }

    @Test
    void anExportThatFailsLeavesWhatWasThere() throws Exception {
        var history = new MemoryHistory();
        new Samples(1, false).fill(history, 3);
        var file = Files.writeString(folder.resolve("mine.json"), "precious");
        var exporter = new Exporter(history, ZoneOffset.UTC);
        var asked = new AtomicInteger();
        assertThatThrownBy(() -> exporter.write(exporter.all(), ExportFormat.JSON, file,
                _ -> asked.getAndIncrement() < 2)).hasMessageContaining("Cancelled");
        assertThat(Files.readString(file)).isEqualTo("precious");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
        assertThatThrownBy(() -> exporter.write(exporter.all(), ExportFormat.JSON, folder, Progress.NONE))
                .hasMessageContaining("folder");
        assertThatThrownBy(() -> exporter.write(exporter.all(), ExportFormat.JSON,
                folder.resolve("no/such/place.json"), Progress.NONE)).hasMessageContaining("does not exist");
    }

    @Test
    void titlesMakeFileNamesThatEveryDiskTakes() {
        assertThat(Exporter.fileName("../../etc/passwd")).isEqualTo("etc passwd");
        assertThat(Exporter.fileName("a: b? \"c\" <d> | e*\u0000\u202E")).isEqualTo("a b c d e");
        assertThat(Exporter.fileName("...")).isEqualTo("Conversation");
        assertThat(Exporter.fileName("x".repeat(500))).hasSize(60);
    }

    @Test
    void aFileOfOursWithoutAListOfConversationsIsRefused() throws Exception {
        for (var text : List.of("{\"pitot\":1,\"conversations\":{}}", "{\"pitot\":1}",
                "{\"pitot\":1,\"conversations\":null}")) {
            assertThat(refusal(file(text))).contains("no list of conversations");
        }
        assertThat(refusal(file("{\"conversations\": {}}"))).contains("neither conversations");
        assertThat(take(new MemoryHistory(), file("{\"pitot\":1,\"conversations\":[]}")).conversations()).isZero();
    }

    @Test
    void anExportIsTheUsersAloneAndFollowsNoLinkIntoNothing() throws Exception {
        var history = new MemoryHistory();
        new Samples(1, true).fill(history, 1);
        var open = Files.writeString(folder.resolve("one.json"), "old");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-rw-rw-"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(export(history, "one.json"))))
                .isEqualTo("rw-------");
        Files.createSymbolicLink(folder.resolve("link.json"), folder.resolve("nowhere"));
        assertThatThrownBy(() -> export(history, "link.json")).hasMessageContaining("leads nowhere");
        assertThat(folder.resolve("nowhere")).doesNotExist();
        assertThatThrownBy(() -> export(history, "x".repeat(300) + ".json")).hasMessageContaining("too long");
        try (var files = Files.list(folder)) {
            assertThat(files.filter(each -> each.toString().endsWith(".part"))).isEmpty();
        }
    }

    @Test
    void anImportOfHoursIsNotClearedAwayByAPitotThatStartsMeanwhile() throws Exception {
        var source = new MemoryHistory();
        new Samples(3, false).fill(source, 6);
        var file = export(source, "long.json");
        var home = Files.createDirectory(folder.resolve("home"));
        var now = new AtomicReference<>(NOW);
        var slow = new Clocks(() -> 0, now::get);
        try (var database = new Database(home, slow, problem -> {
            throw new AssertionError(problem.message());
        }); var history = new SqliteHistory(database, slow)) {
            var hourly = new ForwardingHistory(history) {
                @Override
                public void save(Conversation conversation) {
                    super.save(conversation);
                    now.set(now.get().plusSeconds(1_500));
                    try (var other = new Database(home, slow, _ -> {}); var second = new SqliteHistory(other, slow)) {
                        second.conversations();
                    }
                }
            };
            new Importer(hourly, slow).run(file, Progress.NONE);
            assertThat(history.conversations()).hasSize(6);
            for (var each : source.conversations()) {
                assertThat(history.messages(each.id())).hasSameSizeAs(source.messages(each.id()));
            }
        }
    }
}
