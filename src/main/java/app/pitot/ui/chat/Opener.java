package app.pitot.ui.chat;

import app.pitot.base.Clocks;
import app.pitot.history.Conversation;
import app.pitot.history.History;
import app.pitot.ui.common.Alarm;
import app.pitot.ui.common.Delays;
import app.pitot.ui.common.Job;
import app.pitot.ui.common.Jobs;
import java.time.Duration;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Reads conversations away from the JavaFX thread: the one that the user opens, the one to begin with, and the open one
 * again when something of it changed. What is shown stays until the other one is there. JavaFX thread only.
 */
final class Opener {
    /** Whoever comes back within this time goes on where they were. */
    private static final Duration SAME_SITTING = Duration.ofHours(3);
    /** Changes come in bursts: one look is enough for all of them. */
    private static final long SETTLED_MS = 150;

    private final History history;
    private final Clocks clocks;
    private final Jobs jobs;
    private final Supplier<OpenConversation> here;
    private final Alarm look;
    private final Consumer<OpenConversation> changed;
    private final Runnable gone;
    private Job reading;

    /**
     * @param here the conversation that is open
     * @param changed told when something of it was changed elsewhere, once it has taken that over
     * @param gone told when it was deleted
     */
    Opener(History history, Clocks clocks, Jobs jobs, Delays delays, Supplier<OpenConversation> here,
            Consumer<OpenConversation> changed, Runnable gone) {
        this.history = history;
        this.clocks = clocks;
        this.jobs = jobs;
        this.here = here;
        this.changed = changed;
        this.gone = gone;
        this.look = new Alarm(delays, this::lookAgain);
        history.onChange(id -> jobs.later(() -> told(id)));
    }

    /** @param missing called if there is no such conversation, or it cannot be read */
    void read(String id, Consumer<OpenConversation> opened, Runnable missing) {
        forget();
        reading = jobs.start(() -> load(id), conversation -> {
            if (conversation == null) {
                missing.run();
            } else {
                opened.accept(conversation);
            }
        }, _ -> missing.run());
    }

    /** The conversation that was changed last, if that was a short while ago or a draft waits in it; else none. */
    void readLast(Consumer<OpenConversation> opened) {
        forget();
        reading = jobs.start(() -> history.conversations().stream().max(Comparator.comparing(Conversation::changedAt))
                .filter(this::goesOn).map(last -> load(last.id())).orElse(null), conversation -> {
                    if (conversation != null) {
                        opened.accept(conversation);
                    }
                }, _ -> {});
    }

    /** What is being read is not wanted any more. */
    void forget() {
        if (reading != null) {
            reading.cancel();
            reading = null;
        }
    }

    private boolean goesOn(Conversation last) {
        return !last.draft().isBlank() || !history.unsent(last.id()).isEmpty()
                || last.changedAt().plus(SAME_SITTING).isAfter(clocks.now());
    }

    /** Null if there is none. Blocks. */
    private OpenConversation load(String id) {
        return history.conversation(id)
                .map(read -> OpenConversation.read(history, clocks, read, history.messages(id), history.unsent(id)))
                .orElse(null);
    }

    private void told(String id) {
        if (here.get().kept() && here.get().id().equals(id)) {
            look.set(SETTLED_MS);
        }
    }

    private void lookAgain() {
        var open = here.get();
        if (open.kept()) {
            jobs.start(() -> history.conversation(open.id()), read -> {
                if (open != here.get() || !open.kept()) {
                    return;
                }
                if (read.isEmpty()) {
                    gone.run();
                } else {
                    heard(open, read.get());
                }
            }, _ -> {});
        }
    }

    private void heard(OpenConversation open, Conversation read) {
        if (read.changedAt().isAfter(open.conversation().changedAt())) {
            jobs.start(() -> history.messages(open.id()), messages -> {
                open.heard(read, messages);
                if (open == here.get()) {
                    changed.accept(open);
                }
            }, _ -> {});
        } else {
            open.heard(read);
            changed.accept(open);
        }
    }
}
