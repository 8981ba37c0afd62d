package app.pitot.ui.chat;

import app.pitot.api.ToolCall;
import app.pitot.base.Clocks;
import app.pitot.base.Texts;
import app.pitot.exchange.ExchangeResult;
import app.pitot.exchange.ExchangeSpec;
import app.pitot.exchange.Exchanges;
import app.pitot.exchange.Sending;
import app.pitot.history.Conversation;
import app.pitot.history.History;
import app.pitot.history.Message;
import app.pitot.history.Picture;
import app.pitot.quota.Audit;
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
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/**
 * The open conversation: what is being typed, what was said, what runs. It joins the composer, the history, the exchange,
 * the transcript and the instruments. JavaFX thread only.
 */
public final class ChatModel {
    /** Often enough that what is sent at last is seen at once. */
    private static final long COUNTDOWN_MS = 250;

    private final Clocks clocks;
    private final PickerModel picker;
    private final InstrumentsModel instruments;
    private final Runnable requestPulse;
    private final LiveReplies lives = new LiveReplies();
    private final Parameters parameters = new Parameters();
    private final Desk desk;
    private final Asker asker;
    private final Acts acts;
    private final Shown shown;
    private final Feed feed;
    private final Alarm countdown;
    private final BooleanProperty repeats = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<ExchangeResult> last = new ReadOnlyObjectWrapper<>();
    private KeyWays keyWays = KeyWays.NONE;

    /**
     * @param delays runs work later on the JavaFX thread
     * @param requestPulse asks that {@link #pulse} be called at the next pulse and for as long as it returns true
     */
    public ChatModel(Exchanges exchanges, Clocks clocks, History history, OffersModel offers, PickerModel picker,
            TranscriptModel transcript, InstrumentsModel instruments, Jobs jobs, Delays delays,
            Runnable requestPulse) {
        this.clocks = clocks;
        this.picker = picker;
        this.instruments = instruments;
        this.requestPulse = requestPulse;
        this.countdown = new Alarm(delays, requestPulse);
        this.desk = new Desk(history, clocks, jobs, delays, picker, offers, lives, parameters, watcher());
        this.asker = new Asker(exchanges, clocks, history, offers, jobs, lives, repeats::get, this::ended);
        this.acts = new Acts(desk, picker, asker, lives, _ -> asked(), this::askedBeside);
        this.shown = new Shown(desk, lives, asker, acts, transcript, again -> new Retries(clocks, delays,
                exchanges::preFlight,
                new Remedies(again, acts::goOn, acts::chooseModel, this::newChat,
                        cap -> parameters.maxTokens().set(cap), acts::askOther, acts::editAsked, () -> keyWays),
                spec -> offers.successor(spec.account(), spec.model().id()).orElse(null)), this::showed);
        this.feed = new Feed(exchanges, picker, instruments, delays, this::next, parameters.problems(), lives::anySent);
        feed.preFlight().subscribe(line -> {
            if (line == null || !line.overBudget()) {
                desk.draft().unsay(Texts.get("composer.budget"));
            }
        });
        desk.draft().text().addListener((_, _, _) -> typed());
        desk.draft().pictures().addListener((ListChangeListener<Picture>) _ -> typed());
        parameters.setup().addListener((_, _, _) -> typed());
        picker.selected().subscribe(_ -> feed.selected());
        exchanges.onKeyStatus(_ -> jobs.later(feed::read));
        exchanges.onUseElsewhere(_ -> jobs.later(feed::read));
    }

    /** What is typed and not yet sent. */
    public StringProperty draft() {
        return desk.draft().text();
    }

    /** The pictures that go with it. */
    public ObservableList<Picture> pictures() {
        return desk.draft().pictures();
    }

    /** Called when another draft takes the place of the one that is typed, or it was sent. */
    public void onDraftReplaced(Runnable heard) {
        desk.draft().onReplaced(heard);
    }

    public Parameters parameters() {
        return parameters;
    }

    /** What the composer says of itself, such as that a question is being edited; empty for nothing. */
    public ReadOnlyStringProperty hint() {
        return desk.draft().hint();
    }

    /** The open conversation as it is kept; null while there is nothing of it to keep. */
    public ReadOnlyObjectProperty<Conversation> conversation() {
        return desk.conversation();
    }

    /** True from Enter until the reply has ended, in the open conversation. */
    public ReadOnlyBooleanProperty running() {
        return shown.running();
    }

    /** The calls that the last reply wants made, until their results are there; else empty. */
    public ReadOnlyObjectProperty<List<ToolCall>> callsWanted() {
        return shown.callsWanted();
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

    /** What the selected model's replies set aside and used, or null. */
    public ReadOnlyObjectProperty<Audit> audit() {
        return feed.audit();
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
        acts.onModelWanted(choose);
    }

    /** Called when another model is to answer just once, with what takes the choice. */
    public void onOtherModelWanted(Consumer<Consumer<ModelChoice>> choose) {
        acts.onOtherModelWanted(choose);
    }

    /** Called with the exchange whose request is to be shown. */
    public void onRequestWanted(Consumer<String> show) {
        acts.onRequestWanted(show);
    }

    /** Called with the message that was looked for, once it is in the transcript. */
    public void onReveal(Consumer<app.pitot.ui.transcript.Message> reveal) {
        shown.onReveal(reveal);
    }

    /** Called when the user is to type. */
    public void onComposerWanted(Runnable focus) {
        acts.onComposerWanted(focus);
    }

    /** A second answer beside the first. */
    public BesideModel beside() {
        return shown.beside();
    }

    /**
     * Sends the draft as soon as it fits, unless it is blank or a reply is running; without a model it asks for one. What
     * the user's own budget forbids stays where it is: the line below it says why.
     */
    public void send() {
        send(Sending.WHEN_FITS);
    }

    /** The same at once, whatever the pre-flight says of the provider's limits. */
    public void sendAtOnce() {
        send(Sending.NOW);
    }

    private void send(Sending how) {
        feed.check();
        if (preFlight().get() == null || !preFlight().get().overBudget()) {
            acts.send(how);
        } else if (!desk.draft().isBlank()) {
            desk.draft().say(Texts.get("composer.budget"));
        }
    }

    /** The same, this once, whatever the user's own budgets say. */
    public void sendOverBudget() {
        acts.send(Sending.OVER_BUDGET);
    }

    /** Whether a request that fails in passing is sent again by itself, a few times at most. */
    public BooleanProperty repeats() {
        return repeats;
    }

    /** Adds the results of the calls that the last reply wants, one for each in their order, and asks again. */
    public void submitToolResults(List<String> results) {
        acts.submit(results);
    }

    /** Leaves the editing of a question, else ends the running reply; what arrived stays. */
    public void escape() {
        if (desk.draft().edited() == null) {
            stop();
        } else {
            desk.draft().back();
        }
    }

    /** Ends the running reply; what arrived stays. */
    public void stop() {
        lives.stop(desk.here());
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
        shown.leave();
        desk.save();
        return lives.stopAll();
    }

    /** Shows the conversation that was open last, if it is recent or a draft waits in it and nothing was begun here. */
    public void resume() {
        desk.resume();
    }

    /** An empty conversation; what runs in this one goes on there. The gauges stay: quota does not care. */
    public void newChat() {
        desk.begin();
    }

    /** Shows a conversation as it was left. */
    public void open(String conversationId) {
        open(conversationId, null);
    }

    /** Shows a conversation and in it the message {@code messageId}; null for the end of the branch that was shown last. */
    public void open(String conversationId, String messageId) {
        desk.open(conversationId, () -> shown.reveal(messageId));
    }

    /** Gives the open conversation a title; blank for the one that its first question gives. */
    public void rename(String title) {
        desk.here().rename(title.strip());
        desk.tell();
    }

    /** Begins afresh with an account that was just made: what was said is neither sent to it nor paid for there. */
    public void beginWith() {
        var draft = desk.draft();
        draft.back();
        var typed = draft.text().get();
        if (!desk.here().isEmpty()) {
            draft.text().set("");
            newChat();
            draft.text().set(typed);
        }
    }

    /** Asks for another version of the last reply. */
    public void regenerateLast() {
        acts.againLast();
    }

    /** Puts the last question into the composer, to be asked in other words. */
    public void editLast() {
        acts.editLast();
    }

    /**
     * One pulse of a running reply: the text that came and the figures so far. Returns true while one is shown; one that
     * waits to be sent asks for a pulse of its own accord.
     */
    public boolean pulse() {
        boolean more = lives.pulse(instruments);
        acts.forgetWait();
        if (!more && lives.anyQueued()) {
            countdown.set(COUNTDOWN_MS);
        }
        return more;
    }

    /** Reads the windows now and keeps reading them for as long as they change by themselves. */
    public void refresh() {
        feed.read();
    }

    private Desk.Watcher watcher() {
        return new Desk.Watcher() {
            @Override
            public void swapped() {
                shown.swapped();
            }

            @Override
            public Map<String, List<String>> results() {
                return shown.results();
            }

            @Override
            public void changed() {
                shown.show();
            }
        };
    }

    private void asked() {
        shown.asked();
        desk.save();
        feed.selected();
    }

    private void askedBeside(Message reply, LiveReply other) {
        shown.askedBeside(reply, other);
        feed.selected();
    }

    private void ended(LiveReply live, Message reply, ExchangeResult result) {
        shown.ended(live, reply, result);
        acts.forgetWait();
        live.settle(instruments);
        last.set(result);
        feed.heard(result);
    }

    private void showed() {
        if (lives.shown() != null) {
            requestPulse.run();
        }
        feed.check();
    }

    private void typed() {
        desk.saveSoon();
        feed.check();
    }

    /** What would be sent now. */
    private ExchangeSpec next() {
        var draft = desk.draft();
        var asked = new ArrayList<>(desk.here().tree().path(desk.parent()));
        asked.add(Message.question("", desk.here().id(), desk.parent(), clocks.now(), draft.text().get().strip(),
                List.copyOf(draft.pictures())));
        return Asker.spec(picker.selected().get(), desk.setup(), asked);
    }
}
