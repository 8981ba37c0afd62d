package app.pitot.ui.chat;

import app.pitot.api.ToolCall;
import app.pitot.base.Clocks;
import app.pitot.base.Texts;
import app.pitot.exchange.ExchangeResult;
import app.pitot.exchange.ExchangeSpec;
import app.pitot.exchange.Exchanges;
import app.pitot.history.Conversation;
import app.pitot.history.History;
import app.pitot.history.Message;
import app.pitot.history.Picture;
import app.pitot.history.Setup;
import app.pitot.provider.Account;
import app.pitot.quota.QuotaSnapshot;
import app.pitot.ui.common.Alarm;
import app.pitot.ui.common.Delays;
import app.pitot.ui.common.Jobs;
import app.pitot.ui.instruments.InstrumentsModel;
import app.pitot.ui.offer.ModelChoice;
import app.pitot.ui.offer.OffersModel;
import app.pitot.ui.params.Parameters;
import app.pitot.ui.picker.PickerModel;
import app.pitot.ui.transcript.TranscriptModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;

/**
 * The open conversation: what is being typed, what was said, what runs. It joins the composer, the history, the exchange,
 * the transcript and the instruments. JavaFX thread only.
 */
public final class ChatModel {
    /** How long a draft may be lost for: as long as it takes to stop typing. */
    private static final long DRAFT_MS = 1_000;

    private final Clocks clocks;
    private final History history;
    private final PickerModel picker;
    private final OffersModel offers;
    private final InstrumentsModel instruments;
    private final Runnable requestPulse;
    private final Feed feed;
    private final Retries retries;
    private final Opener opener;
    private final Asker asker;
    private final ShownBranch branch;
    private final Alarm saving;
    private final LiveReplies lives = new LiveReplies();
    private final Parameters parameters = new Parameters();
    private final Draft draft = new Draft();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Conversation> conversation = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<ToolCall>> wanted = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<ExchangeResult> last = new ReadOnlyObjectWrapper<>();
    private OpenConversation here;
    private Runnable modelWanted = () -> {};
    private Consumer<Consumer<ModelChoice>> otherWanted = _ -> {};
    private Runnable composerWanted = () -> {};
    private Consumer<app.pitot.ui.transcript.Message> revealed = _ -> {};
    private KeyWays keyWays = KeyWays.NONE;

    /**
     * @param delays runs work later on the JavaFX thread
     * @param requestPulse asks that {@link #pulse} be called at the next pulse and for as long as it returns true
     */
    public ChatModel(Exchanges exchanges, Clocks clocks, History history, OffersModel offers, PickerModel picker,
            TranscriptModel transcript, InstrumentsModel instruments, Jobs jobs, Delays delays,
            Runnable requestPulse) {
        this.clocks = clocks;
        this.history = history;
        this.picker = picker;
        this.offers = offers;
        this.instruments = instruments;
        this.requestPulse = requestPulse;
        this.here = OpenConversation.begin(history, clocks);
        this.branch = new ShownBranch(transcript, lives::of,
                new MessageMenu(this::edit, this::again, this::againWith, this::goOn, this::branch)::of,
                message -> Siblings.of(here.tree(), message, this::choose));
        this.asker = new Asker(exchanges, clocks, history, offers, jobs, lives, this::ended);
        this.opener = new Opener(history, clocks, jobs, delays, () -> here, _ -> show(), this::gone);
        this.saving = new Alarm(delays, this::save);
        this.feed = new Feed(exchanges, picker, instruments, delays, this::next, lives::any);
        this.retries = new Retries(clocks, delays, exchanges::preFlight, new Remedies(this::again, this::goOn,
                () -> modelWanted.run(), this::newChat, cap -> parameters.maxTokens().set(cap), this::askOther,
                () -> keyWays),
                spec -> offers.successor(spec.account(), spec.model().id()).orElse(null));
        draft.text().addListener((_, _, _) -> typed());
        parameters.setup().addListener((_, _, _) -> typed());
        picker.selected().subscribe(_ -> feed.selected());
        exchanges.onKeyStatus(_ -> jobs.later(feed::read));
    }

    /** What is typed and not yet sent. */
    public StringProperty draft() {
        return draft.text();
    }

    /** The pictures that go with it. */
    public ObservableList<Picture> pictures() {
        return draft.pictures();
    }

    public Parameters parameters() {
        return parameters;
    }

    /** What the composer says of itself, such as that a question is being edited; empty for nothing. */
    public ReadOnlyStringProperty hint() {
        return draft.hint();
    }

    /** The open conversation as it is kept; null while there is nothing of it to keep. */
    public ReadOnlyObjectProperty<Conversation> conversation() {
        return conversation.getReadOnlyProperty();
    }

    /** True from Enter until the reply has ended, in the open conversation. */
    public ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /** The calls that the last reply wants made, until their results are there; else empty. */
    public ReadOnlyObjectProperty<List<ToolCall>> callsWanted() {
        return wanted.getReadOnlyProperty();
    }

    /** Whether the draft would pass; null until a model is selected. */
    public ReadOnlyObjectProperty<PreFlightLine> preFlight() {
        return feed.preFlight();
    }

    /** The reply that ended last, or null. */
    public ReadOnlyObjectProperty<ExchangeResult> last() {
        return last.getReadOnlyProperty();
    }

    /** The windows as last read, or null. */
    public ReadOnlyObjectProperty<QuotaSnapshot> quota() {
        return feed.quota();
    }

    /** Output tokens of the running reply so far, estimated; 0 if none runs. */
    public int liveTokens() {
        return lives.shown() == null ? 0 : lives.shown().tokens();
    }

    /** What to offer where a key is the trouble. */
    public void onKeyTrouble(KeyWays ways) {
        keyWays = ways;
    }

    /** Called when a model has to be chosen first. */
    public void onModelWanted(Runnable choose) {
        modelWanted = choose;
    }

    /** Called when another model is to answer just once, with what takes the choice. */
    public void onOtherModelWanted(Consumer<Consumer<ModelChoice>> choose) {
        otherWanted = choose;
    }

    /** Called with the message that was looked for, once it is in the transcript. */
    public void onReveal(Consumer<app.pitot.ui.transcript.Message> reveal) {
        revealed = reveal;
    }

    /** Called when the user is to type. */
    public void onComposerWanted(Runnable focus) {
        composerWanted = focus;
    }

    /** Sends the draft, unless it is blank or a reply is running; without a model it asks for one. */
    public void send() {
        var question = draft.text().get().strip();
        if (question.isEmpty() && draft.pictures().isEmpty() || running.get()) {
            return;
        }
        if (picker.selected().get() == null) {
            modelWanted.run();
            return;
        }
        var parent = parent();
        var sent = List.copyOf(draft.pictures());
        draft.sent();
        ask(here.ask(parent, question, sent, draft.text().get(), setup()).id(), picker.selected().get());
    }

    /** Adds the results of the calls that the last reply wants, by the calls' ids, and asks again. */
    public void submitToolResults(Map<String, String> results) {
        var calls = wanted.get();
        if (calls.isEmpty() || !ready()) {
            return;
        }
        var parent = here.leaf();
        for (var call : calls) {
            parent = here.result(parent, call.id(), results.getOrDefault(call.id(), "")).id();
        }
        ask(parent, picker.selected().get());
    }

    /** Leaves the editing of a question, else ends the running reply; what arrived stays. */
    public void escape() {
        if (draft.edited() == null) {
            stop();
        } else {
            draft.back();
        }
    }

    /** Ends the running reply; what arrived stays. */
    public void stop() {
        lives.stop(here);
    }

    /** The same for the conversation {@code id}, shown or not. */
    public void stop(String id) {
        lives.home(id).ifPresent(lives::stop);
    }

    /** Ids of the conversations in which a reply runs. */
    public ReadOnlyObjectProperty<Set<String>> runningIn() {
        return lives.homes();
    }

    /** Ends every running reply, in whichever conversation; completes once all is settled and handed to the history. */
    public CompletableFuture<?> close() {
        retries.forget();
        save();
        return lives.stopAll();
    }

    /** Shows the conversation that was open last, if it is recent or a draft waits in it and nothing was begun here. */
    public void resume() {
        opener.readLast(read -> {
            if (here.isEmpty() && draft.isBlank()) {
                swap(read);
            }
        });
    }

    /** An empty conversation; what runs in this one goes on there. The gauges stay: quota does not care. */
    public void newChat() {
        opener.forget();
        if (here.isEmpty() && draft.isBlank()) {
            draft.back();
        } else {
            save();
            swap(OpenConversation.begin(history, clocks));
        }
    }

    /** Shows a conversation as it was left. */
    public void open(String conversationId) {
        open(conversationId, null);
    }

    /** Shows a conversation and in it the message {@code messageId}; null for the end of the branch that was shown last. */
    public void open(String conversationId, String messageId) {
        opener.forget();
        if (here.kept() && here.id().equals(conversationId)) {
            reveal(messageId);
            return;
        }
        Consumer<OpenConversation> show = opened -> {
            save();
            swap(opened);
            reveal(messageId);
        };
        lives.home(conversationId).ifPresentOrElse(show, () -> opener.read(conversationId, show,
                () -> draft.say(Texts.get("chat.missing"))));
    }

    /** Gives the open conversation a title; blank for the one that its first question gives. */
    public void rename(String title) {
        var words = title.strip();
        var first = here.path().stream().findFirst().map(Message::text).orElse("");
        here.title(words.isEmpty() ? Titles.of(first) : words, !words.isEmpty());
        tell();
    }

    /** Begins afresh with an account that was just made: what was said is neither sent to it nor paid for there. */
    public void beginWith() {
        draft.back();
        var typed = draft.text().get();
        if (!here.isEmpty()) {
            draft.text().set("");
            newChat();
            draft.text().set(typed);
        }
    }

    /** Asks for another version of the last reply. */
    public void regenerateLast() {
        here.last(Message.Kind.REPLY).ifPresent(this::again);
    }

    /** Puts the last question into the composer, to be asked in other words. */
    public void editLast() {
        here.last(Message.Kind.QUESTION).ifPresent(this::edit);
    }

    /** One pulse of a running reply: the text that came and the figures so far. Returns true while one is shown. */
    public boolean pulse() {
        return lives.pulse(instruments);
    }

    /** Reads the windows now and keeps reading them for as long as they change by themselves. */
    public void refresh() {
        feed.read();
    }

    private boolean ready() {
        if (picker.selected().get() == null) {
            modelWanted.run();
        }
        return picker.selected().get() != null && !running.get();
    }

    private void edit(Message question) {
        if (!running.get()) {
            draft.edit(question);
            composerWanted.run();
        }
    }

    private void again(Message reply) {
        if (ready()) {
            ask(reply.parentId(), picker.selected().get());
        }
    }

    /** Another model answers just this once; the conversation's own stays. */
    private void againWith(Message reply) {
        otherWanted.accept(choice -> {
            if (!running.get() && here.tree().get(reply.id()).isPresent()) {
                ask(reply.parentId(), choice);
            }
        });
    }

    /** Asks once more, another model of the account that was asked; from now on it is the selected one. */
    private void askOther(Account account, Message reply, String modelId) {
        if (!running.get()) {
            picker.select(account, modelId);
            again(reply);
        }
    }

    private void goOn(Message reply) {
        if (ready()) {
            var words = Texts.get("chat.continue.words");
            ask(here.ask(reply.id(), words, List.of(), draft.unsent(), setup()).id(), picker.selected().get());
        }
    }

    private void branch(Message message) {
        save();
        var title = Texts.get("chat.branch.title", here.conversation().title());
        swap(here.branch(message.id(), title, setup()));
    }

    private void choose(Message version) {
        here.show(version.id());
        show();
    }

    private void ask(String parentId, ModelChoice choice) {
        retries.forget();
        asker.ask(here, parentId, choice, setup());
        show();
        feed.selected();
    }

    private void ended(LiveReply live, Message reply, ExchangeResult result) {
        if (live.home() == here) {
            branch.replace(reply);
            if (live.rows() != null && live.rows() == branch.lastReply()) {
                retries.consider(live.rows(), reply, result.spec(), true);
            }
        }
        tell();
        live.settle(instruments);
        last.set(result);
        feed.heard(result);
    }

    /** Shows another conversation in the place of this one, of which all is written down. */
    private void swap(OpenConversation next) {
        retries.forget();
        lives.hideAll();
        here = next;
        if (next.kept()) {
            restore(next.conversation());
        } else {
            draft.show("");
        }
        branch.showAnew(here.path());
        show();
    }

    private void restore(Conversation opened) {
        var setup = opened.setup();
        draft.show(opened.draft());
        parameters.show(setup);
        if (setup.modelId() != null) {
            offers.offer(setup.accountId()).ifPresentOrElse(
                    offer -> picker.select(offer.account(), setup.modelId()),
                    () -> draft.say(Texts.get("chat.account.gone", setup.modelId())));
        }
    }

    private void reveal(String messageId) {
        if (messageId != null && here.tree().get(messageId).isPresent()) {
            here.show(messageId);
            show();
            revealed.accept(branch.rows(messageId));
        }
    }

    /** The open conversation was deleted: nothing of it is to come back by being saved. */
    private void gone() {
        lives.stop(here);
        here.gone();
        swap(OpenConversation.begin(history, clocks));
    }

    private void show() {
        branch.show(here.path());
        tell();
        var leaf = branch.lastReply();
        if (leaf != null && !running.get()) {
            var reply = branch.path().getLast();
            retries.show(leaf, reply, asker.specOf(here, reply));
        }
        if (lives.shown() != null) {
            requestPulse.run();
        }
        feed.check();
    }

    private void tell() {
        running.set(!lives.in(here).isEmpty());
        conversation.set(here.kept() ? here.conversation() : null);
        wanted.set(running.get() ? List.of() : here.callsWanted());
    }

    private void typed() {
        saving.set(DRAFT_MS);
        feed.check();
    }

    private void save() {
        saving.cancel();
        here.draft(draft.unsent(), setup());
        tell();
    }

    private Setup setup() {
        var set = parameters.setup().get();
        var choice = picker.selected().get();
        return new Setup(set.systemPrompt(), set.parameters(), choice == null ? null : choice.account().id(),
                choice == null ? null : choice.model().id());
    }

    /** The message that the draft follows; null if it begins a conversation. */
    private String parent() {
        return draft.edited() == null ? here.leaf() : draft.edited().parentId();
    }

    /** What would be sent now. */
    private ExchangeSpec next() {
        var asked = new ArrayList<>(here.tree().path(parent()));
        asked.add(Message.question("", here.id(), parent(), clocks.now(), draft.text().get().strip(),
                List.copyOf(draft.pictures())));
        return Asker.spec(picker.selected().get(), setup(), asked);
    }
}
