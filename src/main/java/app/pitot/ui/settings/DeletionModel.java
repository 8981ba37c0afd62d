package app.pitot.ui.settings;

import app.pitot.ui.common.Jobs;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * What there is of something, and deleting all of it after one question. JavaFX thread only.
 *
 * @param <T> what is found when one looks
 */
public abstract class DeletionModel<T> {
    /** How far the deleting is. */
    public enum Step {
        /** Nothing is asked. */
        IDLE,
        /** The user is asked. */
        ASKED,
        /** It is done in the background. */
        WORKING
    }

    private final Jobs jobs;
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper question = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.IDLE);

    DeletionModel(Jobs jobs) {
        this.jobs = jobs;
    }

    /** What there is. Called in the background; may block on the disk. */
    abstract T find() throws Exception;

    abstract int count(T found);

    /** What there is, in a sentence. */
    abstract String words(T found);

    /** What is asked before {@code found} is deleted. */
    abstract String question(T found);

    /** Deletes all of it. Called in the background; may block on the disk. @return what became of it; empty to say what there is */
    abstract String clear() throws Exception;

    /** That it could not be looked at or deleted. */
    abstract String failed();

    /** What there is, or what became of it; empty until that is known. */
    public ReadOnlyStringProperty words() {
        return words.getReadOnlyProperty();
    }

    /** What is asked before it is deleted. */
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
            tell("");
        }
    }

    /** Asks whether all is to be deleted. */
    public void ask() {
        if (step.get() == Step.IDLE) {
            jobs.start(this::find, found -> {
                show(found, "");
                if (count.get() > 0 && step.get() == Step.IDLE) {
                    question.set(question(found));
                    step.set(Step.ASKED);
                }
            }, _ -> words.set(failed()));
        }
    }

    /** It stays. */
    public void keep() {
        if (step.get() == Step.ASKED) {
            step.set(Step.IDLE);
        }
    }

    /** Deletes it; only after {@link #ask}. */
    public void delete() {
        if (step.get() == Step.ASKED) {
            step.set(Step.WORKING);
            jobs.start(this::clear, this::deleted, _ -> deleted(failed()));
        }
    }

    private void deleted(String said) {
        step.set(Step.IDLE);
        tell(said);
    }

    /** Looks what is there. @param first what is to be said; empty for what there is */
    void tell(String first) {
        jobs.start(this::find, found -> show(found, first), _ -> words.set(failed()));
    }

    private void show(T found, String first) {
        count.set(count(found));
        words.set(first.isEmpty() ? words(found) : first);
    }
}
