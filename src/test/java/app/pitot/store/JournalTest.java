package app.pitot.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir
    Path temp;

    private final List<String> taken = new ArrayList<>();

    private List<String> replay() throws Exception {
        return Journal.replay(temp, record -> taken.add(new String(record, StandardCharsets.UTF_8)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Path only() throws IOException {
        try (var files = Files.list(temp)) {
            return files.toList().getFirst();
        }
    }

    @Test
    void whatAProcessLeftComesBackInOrderAndOnce() throws Exception {
        var journal = new Journal(temp);
        assertThat(journal.isEmpty()).isTrue();
        journal.append(bytes("one"));
        journal.append(bytes("two"));
        journal.append(bytes(""));
        assertThat(journal.isEmpty()).isFalse();
        if (temp.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(only()))).isEqualTo("rw-------");
        }
        assertThat(replay()).isEmpty();
        assertThat(taken).as("whoever wrote it lives").isEmpty();
        journal.leave();
        assertThat(replay()).isEmpty();
        assertThat(taken).containsExactly("one", "two", "");
        assertThat(temp).isEmptyDirectory();
        assertThat(replay()).isEmpty();
        assertThat(taken).hasSize(3);
    }

    @Test
    void nothingIsLeftOnceTheDatabaseHasIt() throws Exception {
        var journal = new Journal(temp);
        journal.append(bytes("one"));
        journal.close();
        assertThat(temp).isEmptyDirectory();
        journal.append(bytes("two"));
        journal.leave();
        replay();
        assertThat(taken).containsExactly("two");
    }

    @Test
    void everyCutGivesThePrefixAndKeepsTheFile() throws Exception {
        var journal = new Journal(temp);
        journal.append(bytes("one"));
        journal.append(bytes("two"));
        journal.leave();
        var file = only();
        var whole = Files.readAllBytes(file);
        for (int cut = 1; cut < whole.length; cut++) {
            taken.clear();
            Files.write(file, java.util.Arrays.copyOf(whole, cut));
            boolean clean = cut == whole.length / 2;
            assertThat(replay()).hasSize(clean ? 0 : 1);
            assertThat(taken).isEqualTo(cut < whole.length / 2 ? List.of() : List.of("one"));
            Files.deleteIfExists(Path.of(file + "-damaged"));
        }
    }

    @Test
    void everyFlippedBitShows() throws Exception {
        var journal = new Journal(temp);
        journal.append(bytes("one"));
        journal.leave();
        var file = only();
        var whole = Files.readAllBytes(file);
        for (int bit = 0; bit < whole.length * 8; bit++) {
            var harmed = whole.clone();
            harmed[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, harmed);
            assertThat(replay()).hasSize(1);
            assertThat(taken).isEmpty();
            assertThat(Path.of(file + "-damaged")).hasBinaryContent(harmed);
            Files.delete(Path.of(file + "-damaged"));
        }
    }

    @Test
    void whatIsRefusedIsKept() throws Exception {
        var journal = new Journal(temp);
        journal.append(bytes("one"));
        journal.leave();
        assertThat(Journal.replay(temp, _ -> false)).hasSize(1);
        assertThat(temp).isDirectoryContaining(each -> each.toString().endsWith(".journal-damaged"));
    }
}
