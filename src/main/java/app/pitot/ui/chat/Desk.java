package app.pitot.ui.chat;

import app.pitot.base.Clocks;
import app.pitot.base.Texts;
import app.pitot.history.Conversation;
import app.pitot.history.History;
import app.pitot.history.Setup;
import app.pitot.history.Unsent;
import app.pitot.ui.common.Alarm;
import app.pitot.ui.common.Delays;
import app.pitot.ui.common.Jobs;
import app.pitot.ui.offer.OffersModel;
import app.pitot.ui.params.Parameters;
import app.pitot.ui.picker.PickerModel;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Which conversation is open, with its draft and its setup. Before another one takes its place, all of it is written down;
 * what streams in it goes on there. JavaFX thread only.
 */
final class Desk {
    /** How long a draft may be lost for: as long as it takes to stop typing. */
    private static final long DRAFT_MS = 1_000;

    private final History history;
    private final Clocks clocks;
    private final PickerModel picker;
    private final OffersModel offers;
    private final LiveReplies lives;
    private final Parameters parameters;
    private final Opener opener;
    private final Alarm saving;
    private final Draft draft = new Draft();
    private final ReadOnlyObjectWrapper<Conversation> conversation = new ReadOnlyObjectWrapper<>();
    private final Watcher watcher;
    private OpenConversation here;

    /** Hears what becomes of the open conversation. */
    interface Watcher {
        /** Another one is open. */
        void swapped();

        /** Results that are typed in the open conversation and not sent, by the id of the reply that wants them. */
        Map<String, List<String>> results();

        /** Something of it changed. */
        void changed();
    }

    Desk(History history, Clocks clocks, Jobs jobs, Delays delays, PickerModel picker, OffersModel offers,
            LiveReplies lives, Parameters parameters, Watcher watcher) {
        this.history = history;
        this.clocks = clocks;
        this.picker = picker;
        this.offers = offers;
        this.lives = lives;
        this.parameters = parameters;
        this.watcher = watcher;
        this.here = OpenConversation.begin(history, clocks);
        this.opener = new Opener(history, clocks, jobs, delays, () -> here, _ -> watcher.changed(), this::gone);
        this.saving = new Alarm(delays, this::save);
    }

    OpenConversation here() {
        return here;
    }

    Draft draft() {
        return draft;
    }

    /** The open conversation as it is kept; null while there is nothing of it to keep. */
    ReadOnlyObjectProperty<Conversation> conversation() {
        return conversation.getReadOnlyProperty();
    }

    /** True while something is set that is not fit to be sent. */
    boolean unsendable() {
        return !parameters.problems().get().isEmpty();
    }

    /** How the next question is asked. */
    Setup setup() {
        var set = parameters.setup().get();
        var choice = picker.selected().get();
        return new Setup(set.systemPrompt(), set.parameters(), choice == null ? null : choice.account().id(),
                choice == null ? null : choice.model().id());
    }

    /** The message that the draft follows; null if it begins a conversation. */
    String parent() {
        return draft.edited() == null ? here.leaf() : draft.edited().parentId();
    }

    /** Keeps the draft, once the user has stopped typing. */
    void saveSoon() {
        saving.set(DRAFT_MS);
    }

    /** Keeps the draft and the setup now. */
    void save() {
        saving.cancel();
        here.draft(draft.unsent(), new Unsent(draft.unsentPictures(), watcher.results(), 0), setup());
        tell();
    }

    /** What is kept of the open conversation changed. */
    void tell() {
        conversation.set(here.kept() ? here.conversation() : null);
    }

    /** The conversation that was open last, if it is recent or a draft waits in it and nothing was begun here. */
    void resume() {
        opener.readLast(read -> {
            if (here.isEmpty() && draft.isBlank()) {
                swap(read);
            }
        });
    }

    /** An empty conversation. */
    void begin() {
        opener.forget();
        if (here.isEmpty() && draft.isBlank()) {
            draft.back();
        } else {
            swap(OpenConversation.begin(history, clocks));
        }
    }

    /** Shows a conversation as it was left. @param opened called once it is shown */
    void open(String id, Runnable opened) {
        opener.forget();
        if (here.kept() && here.id().equals(id)) {
            opened.run();
            return;
        }
        Consumer<OpenConversation> show = read -> {
            swap(read);
            opened.run();
        };
        lives.home(id).ifPresentOrElse(show,
                () -> opener.read(id, show, () -> draft.say(Texts.get("chat.missing"))));
    }

    /** Shows {@code next} in the place of the open one. */
    void swap(OpenConversation next) {
        save();
        put(next);
    }

    private void put(OpenConversation next) {
        here = next;
        if (next.kept()) {
            restore(next.conversation(), next.unsent());
        } else {
            draft.show("", List.of());
        }
        tell();
        watcher.swapped();
    }

    private void restore(Conversation opened, Unsent unsent) {
        var setup = opened.setup();
        draft.show(opened.draft(), unsent.pictures());
        if (unsent.lost() > 0) {
            draft.say(Texts.get("chat.draft.pictures.lost", unsent.lost()));
        }
        parameters.show(setup);
        if (setup.modelId() != null) {
            offers.offer(setup.accountId()).ifPresentOrElse(
                    offer -> picker.select(offer.account(), setup.modelId()),
                    () -> draft.say(Texts.get("chat.account.gone", setup.modelId())));
        }
    }

    /** The open conversation was deleted: nothing of it is to come back by being saved. */
    private void gone() {
        lives.stop(here);
        here.gone();
        put(OpenConversation.begin(history, clocks));
    }
}
