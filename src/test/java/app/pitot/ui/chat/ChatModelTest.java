package app.pitot.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.quota.WindowState.Level;
import app.pitot.quota.Forecast;
import app.pitot.quota.BudgetState;
import app.pitot.quota.Budget;
import app.pitot.provider.Period;
import app.pitot.provider.Metric;
import app.pitot.base.Provenance;
import app.pitot.exchange.Sending;
import app.pitot.api.ApiError;
import app.pitot.api.ChatMessage;
import app.pitot.api.ChatMessage.Role;
import app.pitot.api.ErrorKind;
import app.pitot.api.KeyStatus;
import app.pitot.api.Outcome;
import app.pitot.base.Clocks;
import app.pitot.catalogue.ModelEntry;
import app.pitot.exchange.KeyNews;
import app.pitot.history.MemoryHistory;
import app.pitot.keys.KeySource;
import app.pitot.provider.Account;
import app.pitot.provider.ModelInfo;
import app.pitot.provider.Provider;
import app.pitot.quota.PreFlight;
import app.pitot.ui.common.Jobs;
import app.pitot.ui.instruments.InstrumentsModel;
import app.pitot.ui.offer.FakeCatalogue;
import app.pitot.ui.offer.OffersModel;
import app.pitot.ui.picker.PickerModel;
import app.pitot.ui.transcript.Notice;
import app.pitot.ui.transcript.NoticeRow;
import app.pitot.ui.transcript.StateRow;
import app.pitot.ui.transcript.TranscriptModel;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ChatModelTest {
    private static final Account ACCOUNT = new Account("a", new Provider("custom", "Here", null, "auto"),
            "http://127.0.0.1:1/v1", null, KeySource.none(), "no key");

    private final FakeExchanges exchanges = new FakeExchanges();
    private final ArrayDeque<Runnable> later = new ArrayDeque<>();
    private final FakeCatalogue catalogue = new FakeCatalogue();
    private final MemoryHistory history = new MemoryHistory();
    private PickerModel picker;
    private long nanos;
    private int pulsesAsked;
    private TranscriptModel transcript;
    private InstrumentsModel instruments;
    private ChatModel chat;

    @BeforeEach
    void build() {
        var clocks = new Clocks(() -> nanos, () -> Instant.EPOCH);
        var offers = new OffersModel(catalogue, List.of(ACCOUNT), Runnable::run);
        picker = new PickerModel(offers, clocks, Runnable::run, Runnable::run);
        transcript = new TranscriptModel(clocks.ticker(), Runnable::run);
        instruments = new InstrumentsModel(clocks, ZoneOffset.UTC, (_, _) -> {});
        chat = new ChatModel(exchanges, clocks, history, offers, picker, transcript, instruments,
                new Jobs(Runnable::run, Runnable::run), (_, work) -> later.add(work), () -> pulsesAsked++);
        picker.select(ACCOUNT, "m");
    }

    private void ask(String question) {
        chat.draft().set(question);
        chat.send();
    }

    @Test
    void enterSendsTheDraftAndEmptiesIt() {
        ask("  hello ");

        assertThat(exchanges.last().spec.request().messages()).containsExactly(new ChatMessage(Role.USER, "hello"));
        assertThat(chat.draft().get()).isEmpty();
        assertThat(chat.running().get()).isTrue();
        assertThat(pulsesAsked).isEqualTo(1);
    }

    @Test
    void aBlankDraftIsNotSent() {
        ask("   ");
        assertThat(exchanges.started).isEmpty();
    }

    @Test
    void onlyOneReplyRunsAndTheDraftOfTheNextIsKept() {
        ask("one");
        ask("two");

        assertThat(exchanges.started).hasSize(1);
        assertThat(chat.draft().get()).isEqualTo("two");
    }

    @Test
    void onlyWhatTheUserSetIsSent() {
        chat.parameters().maxTokens().set(null);
        ask("one");
        var bare = exchanges.last().spec.request();
        assertThat(bare.maxTokens()).isNull();
        assertThat(bare.temperature()).isNull();
        exchanges.last().end(Outcome.STOPPED, null);

        chat.parameters().systemPrompt().set("Be brief.");
        chat.parameters().temperature().set(0.5);
        chat.parameters().maxTokens().set(99);
        ask("two");
        var full = exchanges.last().spec.request();
        assertThat(full.messages().getFirst()).isEqualTo(new ChatMessage(Role.SYSTEM, "Be brief."));
        assertThat(full.temperature()).isEqualTo(0.5);
        assertThat(full.maxTokens()).isEqualTo(99);
    }

    @Test
    void pulsesMoveTextIntoTheTranscriptUntilTheEnd() {
        ask("one");
        exchanges.last().write("Some ");
        assertThat(chat.pulse()).isTrue();
        exchanges.last().write("text.");
        exchanges.last().end(Outcome.COMPLETE, null);

        assertThat(chat.pulse()).isFalse();
        assertThat(transcript.messages().getLast().markdown()).isEqualTo("Some text.");
        assertThat(chat.running().get()).isFalse();
        assertThat(chat.last().get().outcome()).isEqualTo(Outcome.COMPLETE);
    }

    @Test
    void silenceIsSaidAfterThreeSecondsAndForgottenWithTheNextText() {
        ask("one");
        exchanges.last().write("Some ");
        chat.pulse();
        exchanges.last().silentMs = 2_900;
        chat.pulse();
        assertThat(states()).containsExactly("writing");
        exchanges.last().silentMs = 3_100;
        exchanges.last().quietMs = 3_100;
        chat.pulse();
        assertThat(states()).containsExactly("no text for 3 s");
        exchanges.last().quietMs = 200;
        chat.pulse();
        assertThat(states()).containsExactly("no text for 3 s · connection alive");
        exchanges.last().silentMs = 14_000;
        exchanges.last().quietMs = 9_000;
        chat.pulse();
        assertThat(states()).containsExactly("no text for 14 s · last sign of life 9 s ago");
        exchanges.last().silentMs = 0;
        exchanges.last().write("more");
        chat.pulse();
        assertThat(states()).containsExactly("writing");
    }

    private List<String> states() {
        return transcript.rows().stream().filter(StateRow.class::isInstance)
                .map(row -> ((StateRow) row).text().get()).toList();
    }

    @Test
    void theNextTurnTellsTheModelWhatWasSaid() {
        ask("one");
        exchanges.last().write("first");
        exchanges.last().end(Outcome.COMPLETE, null);
        ask("two");

        assertThat(exchanges.last().spec.request().messages()).containsExactly(new ChatMessage(Role.USER, "one"),
                new ChatMessage(Role.ASSISTANT, "first"), new ChatMessage(Role.USER, "two"));
    }

    @Test
    @DisplayName("A cut answer stays in the conversation, a question without any answer does not")
    void whatTheModelIsToldAfterFailures() {
        ask("one");
        exchanges.last().write("half");
        exchanges.last().end(Outcome.TRUNCATED, error(ErrorKind.TRUNCATED, null));
        ask("two");
        exchanges.last().end(Outcome.REFUSED, error(ErrorKind.SERVER_ERROR, null));
        ask("three");

        assertThat(exchanges.last().spec.request().messages()).extracting(ChatMessage::text).containsExactly("one",
                "half", "three");
    }

    @Test
    void aRefusalIsSaidUnderTheReplyAndCountsDown() {
        ask("one");
        exchanges.last().end(Outcome.REFUSED, error(ErrorKind.RATE_LIMIT, 3.0));

        assertThat(notice().severity()).isEqualTo(Notice.Severity.WARNING);
        assertThat(notice().next()).contains(" 3 s");
        nanos += 2_000_000_000L;
        runLater();
        assertThat(notice().next()).contains(" 1 s");
        nanos += 2_000_000_000L;
        runLater();
        assertThat(notice().next()).contains("now");
    }

    @Test
    void aBudgetHeldByRunningRequestsPassesAndCountsDown() {
        ask("one");
        exchanges.last().end(Outcome.REFUSED, error(ErrorKind.BUDGET_IN_FLIGHT, 2.0));
        assertThat(notice().severity()).isEqualTo(Notice.Severity.WARNING);
        assertThat(notice().next()).contains(" 2 s");
        assertThat(notice().actions()).extracting(Notice.Action::label).containsExactly("Try again");
    }

    @Test
    void whatWaitingCannotHelpOffersNoRepeat() {
        for (var kind : new ErrorKind[]{ErrorKind.NO_QUOTA, ErrorKind.MODEL_RETIRED, ErrorKind.CONTENT_REFUSED}) {
            ask("one");
            exchanges.last().end(Outcome.REFUSED, error(kind, 2.0));
            assertThat(notice().next()).as(kind.name()).doesNotContain(" 2 s");
            assertThat(notice().actions()).extracting(Notice.Action::label).doesNotContain("Try again")
                    .contains("Choose a model");
        }
    }

    @Test
    void aRequestLargerThanALimitSaysByHowMuch() {
        ask("one");
        exchanges.last().end(Outcome.REFUSED,
                new ApiError(ErrorKind.TOO_LARGE, 413, null, "too large", null, null, null,
                        new ApiError.Excess("ITPM", 7_000, 8_123)));
        assertThat(notice().next()).isEqualTo("It asks for 8,123 where ITPM allows 7,000: 1,123 too many. "
                + "Waiting does not help; shorten the prompt or lower max tokens.");
    }

    @Test
    void aGoodKeyWithoutCreditIsExplained() {
        ask("one");
        exchanges.last().end(Outcome.REFUSED, error(ErrorKind.PAYMENT_REQUIRED, null));
        assertThat(notice().next()).contains("The key is good", "no credit or no payment method");
    }

    @Test
    void theCountdownComesFromTheWindowsIfTheProviderGivesNone() {
        exchanges.check = new PreFlight(PreFlight.Verdict.UNKNOWN, 5, 0, null, 7_000.0, null, null, null);
        ask("one");
        exchanges.last().end(Outcome.REFUSED, error(ErrorKind.RATE_LIMIT, null));
        assertThat(notice().next()).contains(" 7 s");
    }

    @Test
    void tryAgainAsksTheSameOnceMoreWithoutRepeatingTheQuestion() {
        ask("one");
        exchanges.last().end(Outcome.FAILED, error(ErrorKind.CONNECTION_REFUSED, null));
        int questions = transcript.messages().size();

        var card = notice();
        card.actions().getFirst().run().run();
        assertThat(transcript.rows()).as("the card went with the reply").noneMatch(NoticeRow.class::isInstance);

        assertThat(exchanges.started).hasSize(2);
        assertThat(exchanges.last().spec.request().messages()).extracting(ChatMessage::text).containsExactly("one");
        assertThat(transcript.messages()).as("in the place of the one that failed").hasSize(questions);
    }

    @Test
    void tryAgainAfterACutAnswerDoesNotTellTheModelOfTheCutOne() {
        ask("one");
        exchanges.last().write("half");
        exchanges.last().end(Outcome.TRUNCATED, error(ErrorKind.TRUNCATED, null));
        assertThat(notice().actions()).extracting(Notice.Action::label).containsExactly("Continue", "Try again");
        notice().actions().getLast().run().run();
        assertThat(exchanges.last().spec.request().messages()).extracting(ChatMessage::text).containsExactly("one");
    }

    @Test
    void aWrongModelOffersThePickerAndNoRepeat() {
        var opened = new java.util.concurrent.atomic.AtomicInteger();
        chat.onModelWanted(opened::incrementAndGet);
        ask("one");
        exchanges.last().end(Outcome.REFUSED, error(ErrorKind.MODEL_NOT_FOUND, null));
        assertThat(notice().actions()).hasSize(1);
        notice().actions().getFirst().run().run();
        assertThat(opened.get()).isEqualTo(1);
        assertThat(exchanges.started).hasSize(1);
    }

    @Test
    void aModelThatIsGoneIsMarkedAndItsSuccessorIsOneButtonAway() {
        catalogue.put(ACCOUNT, List.of(gone("m", "older"), gone("older", "newest"), entry("newest")));
        ask("one");
        exchanges.last().end(Outcome.REFUSED, error(ErrorKind.MODEL_RETIRED, null));

        assertThat(picker.selected().get().entry().gone().reason()).isEqualTo("the provider's words");
        assertThat(notice().next()).contains("newest").doesNotContain("older");
        assertThat(notice().actions()).extracting(Notice.Action::label).containsExactly("Use newest", "Choose a model");
        notice().actions().getFirst().run().run();
        assertThat(picker.selected().get().model().id()).isEqualTo("newest");
        assertThat(exchanges.last().spec.request().model()).isEqualTo("newest");
        assertThat(exchanges.last().spec.request().messages()).extracting(ChatMessage::text).containsExactly("one");
    }

    @Test
    void onlyACompleteReplyCountsAsMeasured() {
        ask("one");
        exchanges.last().end(Outcome.STOPPED, null);
        assertThat(catalogue.measured).isEmpty();
        ask("two");
        exchanges.last().end(Outcome.COMPLETE, null);
        assertThat(catalogue.measured).containsExactly("m");
    }

    @Test
    void everyKindOfErrorHasWordsForWhatHappenedAndWhatNext() {
        for (var kind : ErrorKind.values()) {
            ask("one");
            exchanges.last().end(Outcome.FAILED, error(kind, null));
            assertThat(notice().title()).as(kind.name()).isNotBlank();
            assertThat(notice().kept()).as(kind.name()).isNotBlank();
            assertThat(notice().next()).as(kind.name()).isNotBlank();
        }
    }

    @Test
    void stopReachesTheExchangeAndKeepsWhatCame() {
        ask("one");
        exchanges.last().write("half");
        chat.stop();
        assertThat(exchanges.last().stopped).isTrue();
        exchanges.last().end(Outcome.STOPPED, null);

        assertThat(transcript.messages().getLast().markdown()).isEqualTo("half");
        assertThat(notice().title()).isNotBlank();
    }

    @Test
    void aNewChatForgetsTheTurnsAndTheOldReplyGoesOnUnseen() {
        ask("one");
        var old = exchanges.last();
        chat.newChat();
        assertThat(old.stopped).isFalse();
        assertThat(chat.running().get()).isFalse();
        old.write("late");
        old.end(Outcome.STOPPED, null);

        assertThat(transcript.messages()).isEmpty();
        ask("two");
        assertThat(exchanges.last().spec.request().messages()).extracting(ChatMessage::text).containsExactly("two");
    }

    @Test
    void thePreFlightLineFollowsTheDraftAndTheParameters() {
        assertThat(chat.preFlight().get().tone()).isEqualTo(PreFlightLine.Tone.NEUTRAL);
        exchanges.check = new PreFlight(PreFlight.Verdict.OVER_CONTEXT, 9_000, 100, null, null, 500L, 8_192, null);
        chat.draft().set("long");
        assertThat(chat.preFlight().get().tone()).isEqualTo(PreFlightLine.Tone.BAD);
        // A little is left out, so that the question may grow while it is typed.
        assertThat(chat.preFlight().get().lowerTo()).isEqualTo(300);
    }

    @Test
    void whatTheUsersOwnBudgetForbidsStaysTypedUntilTheySayOtherwise() {
        var budget = new Budget("b", null, Metric.REQUESTS, 0, Period.DAY, ZoneOffset.UTC, true, false);
        var state = new BudgetState(budget, 0, 0, Level.EXHAUSTED, Instant.EPOCH, Instant.EPOCH,
                Forecast.idle(Instant.EPOCH, 0), Provenance.MEASURED, 0);
        var fits = exchanges.check;
        exchanges.check = fits.overBudget(state, null);
        chat.draft().set("one");
        assertThat(chat.preFlight().get().overBudget()).isTrue();
        chat.send();
        assertThat(exchanges.started).isEmpty();
        assertThat(chat.draft().get()).isEqualTo("one");
        assertThat(chat.hint().get()).contains("Not sent", "budget");
        exchanges.check = fits;
        chat.draft().set("one o");
        assertThat(chat.hint().get()).isEmpty();
        exchanges.check = fits.overBudget(state, null);
        chat.draft().set("one");
        chat.sendOverBudget();
        assertThat(exchanges.how).hasSize(1).allMatch(Sending::overBudget);
        assertThat(chat.draft().get()).isEmpty();

        exchanges.last().end(Outcome.FAILED, new ApiError(ErrorKind.OVER_BUDGET, null, null, "x", null, null));
        var anyway = notice().actions().getFirst();
        assertThat(anyway.label()).isEqualTo("Send anyway, once");
        anyway.run().run();
        assertThat(exchanges.how).hasSize(2).allMatch(Sending::overBudget);

        exchanges.last().end(Outcome.COMPLETE, null);
        chat.draft().set("two");
        exchanges.check = fits;
        chat.send();
        assertThat(exchanges.how).as("budgets are looked at anew").endsWith(Sending.NOW.again(true));
    }

    private Notice notice() {
        return transcript.rows().stream().filter(NoticeRow.class::isInstance).map(NoticeRow.class::cast).toList()
                .getLast().notice().get();
    }

    private static ModelEntry entry(String id) {
        return new ModelEntry(ModelInfo.ofId(id), true, null, null);
    }

    private static ModelEntry gone(String id, String replacement) {
        return new ModelEntry(new ModelInfo(id, id, null, null, null, null, null, null, LocalDate.EPOCH, replacement),
                false, null, null);
    }

    private void runLater() {
        for (int due = later.size(); due > 0; due--) {
            later.poll().run();
        }
    }

    private static ApiError error(ErrorKind kind, Double retryAfter) {
        return new ApiError(kind, null, null, "the provider's words", retryAfter, null);
    }

    @Test
    @DisplayName("what the provider says of the key is shown when it says it, not at the next request")
    void newsOfTheKeyAreShownAtOnce() {
        assertThat(instruments.keyProperty().get()).isNull();
        var unlimited = KeyStatus.Cap.UNLIMITED;
        exchanges.news = new KeyNews(new KeyStatus(null, unlimited, unlimited, null, null, BigDecimal.ONE, null, null,
                null, null, null, null), Instant.EPOCH);
        exchanges.told.accept("a");
        assertThat(instruments.keyProperty().get().lines()).hasSize(2);
    }

    @Test
    void whereTheKeyIsWrongTheSettingsAreOfferedAndWhereTheKeychainIsLockedAnotherTry() {
        var edited = new java.util.ArrayList<Account>();
        var unlocked = new java.util.ArrayList<String>();
        chat.onKeyTrouble(new KeyWays(ACCOUNT::equals, edited::add, () -> unlocked.add("unlocked")));
        ask("one");
        exchanges.last().end(Outcome.FAILED, new ApiError(ErrorKind.UNAUTHORIZED, 401, null, "no", null, null));
        assertThat(notice().actions()).extracting(Notice.Action::label).containsExactly("Open settings");
        notice().actions().getFirst().run().run();
        assertThat(edited).containsExactly(ACCOUNT);

        ask("two");
        exchanges.last().end(Outcome.FAILED, new ApiError(ErrorKind.KEYCHAIN, null, null, "locked", null, null));
        assertThat(notice().actions()).extracting(Notice.Action::label).containsExactly("Unlock and try again",
                "Open settings");
        notice().actions().getFirst().run().run();
        assertThat(unlocked).hasSize(1);
        exchanges.last().end(Outcome.FAILED, new ApiError(ErrorKind.CONNECTION_REFUSED, null, null, "no", null, null));
        assertThat(notice().actions()).extracting(Notice.Action::label).containsExactly("Try again", "Open settings");
        assertThat(exchanges.started).hasSize(3);
    }

    @Test
    void noSettingsAreOfferedForAnAccountThatIsNotTheUsersOwn() {
        ask("one");
        exchanges.last().end(Outcome.FAILED, new ApiError(ErrorKind.UNAUTHORIZED, 401, null, "no", null, null));
        assertThat(notice().actions()).isEmpty();
    }

    @Test
    @DisplayName("an account that was just made is not told of what was said to another, which stays in the history")
    void aNewAccountBeginsAfresh() {
        ask("first");
        exchanges.last().write("answer");
        exchanges.last().end(Outcome.COMPLETE, null);
        chat.draft().set("second");

        chat.beginWith();
        assertThat(transcript.rows()).isEmpty();
        chat.send();
        assertThat(exchanges.last().spec.request().messages()).extracting(ChatMessage::text)
                .containsExactly("second");
        assertThat(history.conversations()).hasSize(2);
    }
}
