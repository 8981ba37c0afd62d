package app.pitot.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.pitot.base.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    Path folder;

    private static WholeFile.Content text(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aFileIsReplacedByAWholeOne() throws Exception {
        var file = Files.writeString(folder.resolve("a.csv"), "old");
        WholeFile.write(file, text("new"));
        assertThat(file).hasContent("new");
        assertThat(folder).isDirectoryContaining(file::equals);
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void aFullDiskLeavesWhatWasThere() throws Exception {
        var file = Files.writeString(folder.resolve("a.csv"), "precious");
        assertThatThrownBy(() -> WholeFile.write(file, out -> {
            out.write(new byte[200_000]);
            throw new IOException("No space left on device");
        })).isInstanceOf(TransferException.class).hasMessage(Texts.get("transfer.full"));
        assertThat(file).hasContent("precious");
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void aFolderThatMayNotBeWrittenIsNamedAsSuch() throws Exception {
        var locked = Files.createDirectory(folder.resolve("locked"));
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            Assumptions.assumeFalse(Files.isWritable(locked), "the superuser may write everywhere");
            assertThatThrownBy(() -> WholeFile.write(locked.resolve("a.csv"), text("x")))
                    .hasMessage(Texts.get("transfer.target.denied"));
        } finally {
            Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void aFolderAndADeviceAreNotWritten() {
        assertThatThrownBy(() -> WholeFile.write(folder, text("x"))).hasMessage(Texts.get("transfer.target.folder"));
        assertThatThrownBy(() -> WholeFile.write(Path.of("/dev/full"), text("x")))
                .hasMessage(Texts.get("transfer.target.device"));
    }
}
