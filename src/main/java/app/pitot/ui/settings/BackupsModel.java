package app.pitot.ui.settings;

import app.pitot.base.Texts;
import app.pitot.store.Backups;
import app.pitot.store.Backups.Backup;
import app.pitot.store.Backups.Cleared;
import app.pitot.ui.common.Jobs;
import java.time.ZoneId;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** How many backups there are, and deleting them after one question. JavaFX thread only. */
public final class BackupsModel {
    /** How far the deleting is. */
    public enum Step {
        /** Nothing is asked. */
        IDLE,
        /** The user is asked. */
        ASKED,
        /** It is done in the background. */
        WORKING
    }

    private final Backups backups;
    private final Jobs jobs;
    private final ZoneId zone;
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper question = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.IDLE);

    /** @param zone in which times are told */
    public BackupsModel(Backups backups, Jobs jobs, ZoneId zone) {
        this.backups = backups;
        this.jobs = jobs;
        this.zone = zone;
    }

    /** How many there are and how old the newest is, or what became of them; empty until that is known. */
    public ReadOnlyStringProperty words() {
        return words.getReadOnlyProperty();
    }

    /** What is asked before they are deleted. */
    public ReadOnlyStringProperty question() {
        return question.getReadOnlyProperty();
    }

    /** How many there are, as last looked. */
    public ReadOnlyIntegerProperty count() {
        return count.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Step> step() {
        return step.getReadOnlyProperty();
    }

    /** Looks what is there; a question that is open goes. */
    public void look() {
        if (step.get() != Step.WORKING) {
            step.set(Step.IDLE);
            look("");
        }
    }

    /** Asks whether all are to be deleted. */
    public void ask() {
        if (step.get() == Step.IDLE) {
            jobs.start(backups::list, found -> {
                show(found, "");
                if (!found.isEmpty() && step.get() == Step.IDLE) {
                    question.set(Texts.get("settings.data.backups.ask", found.size(), BackupWords.megabytes(found)));
                    step.set(Step.ASKED);
                }
            }, _ -> words.set(Texts.get("settings.data.backups.failed")));
        }
    }

    /** They stay. */
    public void keep() {
        if (step.get() == Step.ASKED) {
            step.set(Step.IDLE);
        }
    }

    /** Deletes them; only after {@link #ask}. */
    public void delete() {
        if (step.get() == Step.ASKED) {
            step.set(Step.WORKING);
            jobs.start(backups::clear, cleared -> {
                step.set(Step.IDLE);
                look(sentence(cleared));
            }, _ -> {
                step.set(Step.IDLE);
                look(Texts.get("settings.data.backups.failed"));
            });
        }
    }

    private void look(String first) {
        jobs.start(backups::list, found -> show(found, first),
                _ -> words.set(Texts.get("settings.data.backups.failed")));
    }

    private void show(List<Backup> found, String first) {
        count.set(found.size());
        words.set(first.isEmpty() ? BackupWords.of(found, zone) : first);
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
