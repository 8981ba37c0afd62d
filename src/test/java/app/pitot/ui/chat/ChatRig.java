package app.pitot.ui.chat;

import app.pitot.api.Outcome;
import app.pitot.base.Clocks;
import app.pitot.history.History;
import app.pitot.keys.KeySource;
import app.pitot.provider.Account;
import app.pitot.provider.Provider;
import app.pitot.ui.common.Jobs;
import app.pitot.ui.instruments.InstrumentsModel;
import app.pitot.ui.offer.FakeCatalogue;
import app.pitot.ui.offer.OffersModel;
import app.pitot.ui.picker.PickerModel;
import app.pitot.ui.transcript.Message;
import app.pitot.ui.transcript.MessageAction;
import app.pitot.ui.transcript.Notice;
import app.pitot.ui.transcript.NoticeRow;
import app.pitot.ui.transcript.TranscriptModel;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;

/** A chat on a history, with exchanges that a test plays by hand; everything runs at once, what is to come later waits. */
final class ChatRig {
    static final Account ACCOUNT = account("a");
    static final Account OTHER = account("b");

    final FakeExchanges exchanges = new FakeExchanges();
    final ArrayDeque<Runnable> later = new ArrayDeque<>();
    final PickerModel picker;
    final TranscriptModel transcript;
    final ChatModel chat;
    Instant now = Instant.EPOCH;
    int pulsesAsked;

    ChatRig(History history) {
        this(history, List.of(ACCOUNT, OTHER));
    }

    ChatRig(History history, List<Account> accounts) {
        var clocks = new Clocks(() -> Duration.between(Instant.EPOCH, now).toNanos(), () -> now);
        var offers = new OffersModel(new FakeCatalogue(), accounts, Runnable::run);
        picker = new PickerModel(offers, clocks, Runnable::run, Runnable::run);
        transcript = new TranscriptModel(clocks.ticker(), Runnable::run);
        chat = new ChatModel(exchanges, clocks, history, offers, picker, transcript,
                new InstrumentsModel(clocks, ZoneOffset.UTC, (_, _) -> {}), new Jobs(Runnable::run, Runnable::run),
                (_, work) -> later.add(work), () -> pulsesAsked++);
        picker.select(accounts.getFirst(), "m");
    }

    static Account account(String id) {
        return new Account(id, new Provider("custom", "Here", null, "auto"), "http://127.0.0.1:1/v1", null,
                KeySource.none(), "no key");
    }

    /** Asks and has it answered; a moment passes. */
    void say(String question, String answer) {
        ask(question);
        exchanges.last().write(answer);
        exchanges.last().end(Outcome.COMPLETE, null);
    }

    void ask(String question) {
        pass(Duration.ofSeconds(1));
        chat.draft().set(question);
        chat.send();
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** Everything that waits is done. */
    void runLater() {
        for (int due = later.size(); due > 0; due--) {
            later.poll().run();
        }
    }

    List<String> shown() {
        return transcript.messages().stream().map(Message::markdown).toList();
    }

    Message message(int index) {
        return transcript.messages().get(index);
    }

    void act(int index, MessageAction.Kind kind) {
        message(index).actions().get().stream().filter(each -> each.kind() == kind).findFirst().orElseThrow().run()
                .run();
    }

    List<MessageAction.Kind> actions(int index) {
        return message(index).actions().get().stream().map(MessageAction::kind).toList();
    }

    String versions(int index) {
        var versions = message(index).versions().get();
        return versions == null ? "" : versions.number() + "/" + versions.count();
    }

    /** What the last request told the model. */
    List<String> told() {
        return exchanges.last().spec.request().messages().stream()
                .map(each -> each.role().wireName() + ": " + each.text()).toList();
    }

    List<Notice> notices() {
        return transcript.rows().stream().filter(NoticeRow.class::isInstance)
                .map(row -> ((NoticeRow) row).notice().get()).toList();
    }
}
