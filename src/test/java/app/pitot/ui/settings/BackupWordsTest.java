package app.pitot.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.store.Backups.Backup;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackupWordsTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private static Backup backup(String at) {
        return new Backup(Path.of("x"), null, Instant.parse(at), 1_250_000, false);
    }

    @Test
    void saysHowManyAndHowOldTheNewestIs() {
        assertThat(BackupWords.of(List.of(), ZONE)).startsWith("There is no backup yet");
        assertThat(BackupWords.of(List.of(backup("2026-11-20T12:00:00Z")), ZONE))
                .isEqualTo("One backup, 1.3 MB in all; the newest is of 20 Nov 2026, 13:00.");
        assertThat(BackupWords.of(List.of(backup("2026-11-20T12:00:00Z"), backup("2026-11-19T12:00:00Z")), ZONE))
                .startsWith("2 backups, 2.5 MB in all");
    }
}
