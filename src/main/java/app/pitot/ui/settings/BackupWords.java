package app.pitot.ui.settings;

import app.pitot.base.Texts;
import app.pitot.store.Backups.Backup;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** How many backups there are, and how old the newest is, in a sentence. */
public final class BackupWords {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);
    private static final double MEGA = 1e6;

    private BackupWords() {}

    /** @param backups the newest first */
    public static String of(List<Backup> backups, ZoneId zone) {
        if (backups.isEmpty()) {
            return Texts.get("settings.data.backups.none");
        }
        return Texts.get("settings.data.backups.some", backups.size(),
                when(backups.getFirst(), zone), megabytes(backups));
    }

    static String when(Backup backup, ZoneId zone) {
        return WHEN.format(backup.at().atZone(zone));
    }

    /** Of all together. */
    static String megabytes(List<Backup> backups) {
        return String.format(Locale.ROOT, "%.1f", backups.stream().mapToLong(Backup::bytes).sum() / MEGA);
    }
}
