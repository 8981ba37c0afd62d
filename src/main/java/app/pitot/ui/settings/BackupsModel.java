package app.pitot.ui.settings;

import app.pitot.base.Texts;
import app.pitot.store.Backups;
import app.pitot.store.Backups.Backup;
import app.pitot.store.Backups.Cleared;
import app.pitot.ui.common.Jobs;
import java.time.ZoneId;
import java.util.List;

/** How many backups there are and how old the newest is, and deleting them. JavaFX thread only. */
public final class BackupsModel extends DeletionModel<List<Backup>> {
    private final Backups backups;
    private final ZoneId zone;

    /** @param zone in which times are told */
    public BackupsModel(Backups backups, Jobs jobs, ZoneId zone) {
        super(jobs);
        this.backups = backups;
        this.zone = zone;
    }

    @Override
    List<Backup> find() throws Exception {
        return backups.list();
    }

    @Override
    int count(List<Backup> found) {
        return found.size();
    }

    @Override
    String words(List<Backup> found) {
        return BackupWords.of(found, zone);
    }

    @Override
    String question(List<Backup> found) {
        return Texts.get("settings.data.backups.ask", found.size(), BackupWords.megabytes(found));
    }

    @Override
    String clear() throws Exception {
        return sentence(backups.clear());
    }

    @Override
    String failed() {
        return Texts.get("settings.data.backups.failed");
    }

    private String sentence(Cleared cleared) {
        var said = new StringBuilder(Texts.get("settings.data.backups.deleted", cleared.removed()));
        if (cleared.kept() != null) {
            said.append(' ').append(Texts.get("settings.data.backups.kept", BackupWords.when(cleared.kept(), zone)));
        }
        if (cleared.stuck() > 0) {
            said.append(' ').append(Texts.get("settings.data.backups.stuck", cleared.stuck()));
        }
        return said.toString();
    }
}
