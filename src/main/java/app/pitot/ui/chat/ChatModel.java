package app.pitot.ui.chat;

import app.pitot.api.ChatRequest;
import app.pitot.api.Outcome;
import app.pitot.base.Clocks;
import app.pitot.base.Texts;
import app.pitot.exchange.ExchangeResult;
import app.pitot.exchange.ExchangeSpec;
import app.pitot.exchange.Exchanges;
import app.pitot.quota.QuotaSnapshot;
import app.pitot.ui.common.Delays;
import app.pitot.ui.instruments.InstrumentsModel;
import app.pitot.ui.offer.ModelChoice;
import app.pitot.ui.offer.OffersModel;
import app.pitot.ui.params.Parameters;
import app.pitot.ui.picker.PickerModel;
import app.pitot.ui.transcript.Notice;
import app.pitot.ui.transcript.ReplyRows;
import app.pitot.ui.transcript.TranscriptModel;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * One conversation: what is being typed, what was said, what runs. It joins the composer, the exchange, the transcript and
 * the instruments. JavaFX thread only.
 */
public final class ChatModel {
    private final Exchanges exchanges;
    private final Clocks clocks;
    private final Executor fx;
    private final PickerModel picker;
    private final OffersModel offers;
    private final TranscriptModel transcript;
    private final InstrumentsModel instruments;
    private final Runnable requestPulse;
    private final QuotaWatch quotaWatch;
    private final Retries retries;
    private final Parameters parameters = new Parameters();
    private final Medians medians = new Medians();
    private final Conversation conversation = new Conversation();
    private final StringProperty draft = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<PreFlightLine> preFlight = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ExchangeResult> last = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<QuotaSnapshot> quota = new ReadOnlyObjectWrapper<>();
    private LiveReply live;
    private String lastQuestion = "";
    private Runnable modelWanted = () -> {};
    private KeyWays keyWays = KeyWays.NONE;

    /**
     * @param fx runs work on the JavaFX thread
     * @param delays runs work later on the JavaFX thread
     * @param requestPulse asks that {@link #pulse} be called at the next pulse and for as long as it returns true
     */
    public ChatModel(Exchanges exchanges, Clocks clocks, OffersModel offers, PickerModel picker,
            TranscriptModel transcript,
            InstrumentsModel instruments, Executor fx, Delays delays, Runnable requestPulse) {
        this.exchanges = exchanges;
        this.clocks = clocks;
        this.fx = fx;
        this.picker = picker;
        this.offers = offers;
        this.transcript = transcript;
        this.instruments = instruments;
        this.requestPulse = requestPulse;
        this.quotaWatch = new QuotaWatch(delays, this::refreshQuota);
        this.retries = new Retries(clocks, delays, exchanges::preFlight, new Remedies(this::askAgain,
                () -> modelWanted.run(), this::newChat, cap -> parameters.maxTokens().set(cap), this::askOther,
                () -> keyWays),
                spec -> offers.successor(spec.account(), spec.model().id()).orElse(null));
        draft.addListener((_, _, _) -> check());
        parameters.setup().addListener((_, _, _) -> check());
        picker.selected().subscribe(this::selected);
        exchanges.onKeyStatus(_ -> fx.execute(quotaWatch::now));
    }

    public StringProperty draft() {
        return draft;
    }

    public Parameters parameters() {
        return parameters;
    }

    /** True from Enter until the reply has ended. */
    public ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /** Whether the draft would pass; null until a model is selected. */
    public ReadOnlyObjectProperty<PreFlightLine> preFlight() {
        return preFlight.getReadOnlyProperty();
    }

    /** The reply that ended last, or null. */
    public ReadOnlyObjectProperty<ExchangeResult> last() {
        return last.getReadOnlyProperty();
    }

    /** The windows as last read, or null. */
    public ReadOnlyObjectProperty<QuotaSnapshot> quota() {
        return quota.getReadOnlyProperty();
    }

    /** Output tokens of the running reply so far, estimated; 0 if none runs. */
    public int liveTokens() {
        return live == null ? 0 : live.tokens();
    }

    /** The question sent last, for recalling it into an empty composer. */
    public String lastQuestion() {
        return lastQuestion;
    }

    /** What to offer where a key is the trouble. */
    public void onKeyTrouble(KeyWays ways) {
        keyWays = ways;
    }

    /** Called when a model has to be chosen first. */
    public void onModelWanted(Runnable choose) {
        modelWanted = choose;
    }

    /** Sends the draft, unless it is blank or a reply is running; without a model it asks for one. */
    public void send() {
        var question = draft.get().strip();
        if (question.isEmpty() || running.get()) {
            return;
        }
        if (picker.selected().get() == null) {
            modelWanted.run();
            return;
        }
        draft.set("");
        lastQuestion = question;
        transcript.addQuestion(question);
        ask(question);
    }

    /** Ends the running reply; what arrived stays. */
    public void stop() {
        if (live != null) {
            live.stop();
        }
    }

    /** Ends the running reply, if any; completes once it is settled and recorded. */
    public CompletableFuture<?> close() {
        retries.forget();
        var ending = live == null ? CompletableFuture.<Object>completedFuture(null) : live.result();
        stop();
        return ending;
    }

    /** Empties the transcript and what the model is told of. The gauges stay: quota does not care. */
    public void newChat() {
        stop();
        live = null;
        running.set(false);
        retries.forget();
        conversation.clear();
        transcript.clear();
        check();
    }

    /**
     * Begins afresh with an account that was just made. What was said stays on the screen, and is neither sent to the new
     * account nor paid for there.
     *
     * @param account as the user calls it
     */
    public void beginWith(String account) {
        stop();
        retries.forget();
        if (!conversation.isEmpty() && transcript.messages().getLast() instanceof ReplyRows reply) {
            reply.notice(new Notice(Notice.Severity.INFO, Texts.get("chat.fresh.title", account),
                    Texts.get("chat.fresh.kept"), "", List.of()));
        }
        conversation.clear();
        check();
    }

    /** One pulse of a running reply: the text that came and the figures so far. Returns true while it runs. */
    public boolean pulse() {
        if (live == null) {
            return false;
        }
        live.pulse();
        return true;
    }

    /** Reads the windows now and keeps reading them for as long as they change by themselves. */
    public void refresh() {
        quotaWatch.now();
    }

    private void selected(ModelChoice choice) {
        if (choice != null) {
            instruments.showModel(Medians.key(choice.account().id(), choice.model().id()));
        }
        instruments.showMedian(medians.of(choice));
        quotaWatch.now();
    }

    private void askAgain(String question) {
        if (!running.get()) {
            conversation.retract(question);
            ask(question);
        }
    }

    /** Asks once more, another model of the account that was asked; from now on it is the selected one. */
    private void askOther(ExchangeSpec spec, String question, String modelId) {
        if (!running.get()) {
            picker.select(spec.account(), modelId);
            askAgain(question);
        }
    }

    private void ask(String question) {
        retries.forget();
        var choice = picker.selected().get();
        var reply = new LiveReply(exchanges.start(spec(choice, question)), transcript.addReply(choice.model().id()),
                instruments, Medians.key(choice.account().id(), choice.model().id()), clocks);
        live = reply;
        running.set(true);
        requestPulse.run();
        selected(choice);
        reply.result().thenAcceptAsync(result -> ended(reply, question, result), fx);
    }

    private void ended(LiveReply reply, String question, ExchangeResult result) {
        reply.finish(result);
        learn(result);
        if (reply != live) {
            return; // a new conversation was begun meanwhile
        }
        live = null;
        running.set(false);
        if (!result.answer().isEmpty()) {
            conversation.answered(question, result.answer());
        }
        retries.consider(reply, question, result);
        last.set(result);
        medians.add(result);
        selected(picker.selected().get());
    }

    /** What the catalogue is to know of the model that was asked. */
    private void learn(ExchangeResult result) {
        var spec = result.spec();
        if (result.outcome() == Outcome.COMPLETE) {
            offers.measured(spec.account(), spec.model().id());
        } else if (result.error() != null && Failures.modelGone(result.error().kind())) {
            offers.gone(spec.account(), spec.model().id(), result.error().message());
        }
    }

    private QuotaWatch.Pace refreshQuota() {
        var choice = picker.selected().get();
        if (choice == null) {
            return QuotaWatch.Pace.NEVER;
        }
        var snapshot = exchanges.quota(choice.account(), choice.model());
        quota.set(snapshot);
        instruments.showQuota(snapshot);
        instruments.showKey(exchanges.keyStatus(choice.account()));
        check();
        return running.get() ? QuotaWatch.Pace.RUNNING : QuotaWatch.Pace.of(snapshot);
    }

    private void check() {
        var choice = picker.selected().get();
        preFlight.set(choice == null
                ? null
                : PreFlightLine.of(exchanges.preFlight(spec(choice, draft.get().strip())),
                        parameters.maxTokens().get() != null));
    }

    private ExchangeSpec spec(ModelChoice choice, String question) {
        var request = new ChatRequest(choice.model().id(),
                conversation.asking(parameters.systemPrompt().get(), question), parameters.current());
        return new ExchangeSpec(choice.account(), choice.model(), request);
    }
}
