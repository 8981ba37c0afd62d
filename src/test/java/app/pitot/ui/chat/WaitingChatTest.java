package app.pitot.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.ApiError;
import app.pitot.api.ErrorKind;
import app.pitot.api.Outcome;
import app.pitot.exchange.Phase;
import app.pitot.exchange.Waiting;
import app.pitot.exchange.Waiting.Cause;
import app.pitot.history.MemoryHistory;
import app.pitot.base.Provenance;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.provider.Refill;
import app.pitot.quota.PreFlight;
import app.pitot.quota.WindowState;
import app.pitot.ui.transcript.Notice;
import org.junit.jupiter.api.Test;

/** A question that waits to be sent, in the conversation. */
class WaitingChatTest {
    private static final WindowState REQUESTS = new WindowState(Metric.REQUESTS, Period.MINUTE, Refill.CONTINUOUS, 5L,
            0L, 5L, 0, 12_000.0, WindowState.Next.ONE_MORE, Provenance.PLANNED, Provenance.PROJECTED, null,
            WindowState.Level.EXHAUSTED, true, null);
    private final ChatRig rig = new ChatRig(new MemoryHistory());

    private void wouldWait() {
        rig.exchanges.check = new PreFlight(PreFlight.Verdict.WAIT, 5, 100, REQUESTS, 23_000.0, null, null, null);
    }

    private void waits(Waiting waiting) {
        rig.exchanges.last().phase = Phase.QUEUED;
        rig.exchanges.last().waiting = waiting;
        rig.chat.pulse();
    }

    private static Waiting fit(double leftMs, int ahead) {
        return new Waiting(Cause.FIT, 1, 1, leftMs, null, ahead, null);
    }

    private void press(String label) {
        notice().actions().stream().filter(each -> each.label().equals(label)).findFirst().orElseThrow().run().run();
    }

    private Notice notice() {
        assertThat(rig.notices()).hasSize(1);
        return rig.notices().getFirst();
    }

    @Test
    void whatWouldBeRefusedIsSentWhenItFits() {
        rig.ask("Hello");
        assertThat(rig.exchanges.last().how.whenFits()).isFalse();
        assertThat(rig.exchanges.last().how.again()).isTrue();
        rig.exchanges.last().end(Outcome.COMPLETE, null);
        wouldWait();
        rig.ask("Again");
        assertThat(rig.exchanges.last().how.whenFits()).isTrue();
        rig.exchanges.last().end(Outcome.COMPLETE, null);
        rig.chat.repeats().set(false);
        rig.chat.draft().set("At once");
        rig.chat.sendAtOnce();
        assertThat(rig.exchanges.last().how.whenFits()).isFalse();
        assertThat(rig.exchanges.last().how.again()).isFalse();
    }

    @Test
    void theCountdownStandsInTheReplyAndGoesWhenItIsSent() {
        wouldWait();
        rig.ask("Hello");
        waits(fit(22_400, 2));
        assertThat(notice().next()).contains("23 s").contains("2");
        assertThat(notice().title()).isNotBlank();
        var actions = notice().actions();
        waits(fit(21_900, 2));
        assertThat(notice().next()).contains("22 s");
        assertThat(notice().actions()).isEqualTo(actions);
        press("Send now");
        assertThat(rig.exchanges.last().sentNow).isTrue();
        rig.exchanges.last().phase = Phase.CONNECTING;
        rig.exchanges.last().waiting = null;
        rig.chat.pulse();
        assertThat(rig.notices()).isEmpty();
        rig.exchanges.last().write("Hi");
        rig.exchanges.last().end(Outcome.COMPLETE, null);
        assertThat(rig.shown()).containsExactly("Hello", "Hi");
    }

    @Test
    void whileItWaitsNoPulseRunsOnItsOwn() {
        wouldWait();
        rig.ask("Hello");
        rig.exchanges.last().phase = Phase.QUEUED;
        rig.exchanges.last().waiting = fit(22_400, 0);
        rig.later.clear();
        int asked = rig.pulsesAsked;
        assertThat(rig.chat.pulse()).isFalse();
        assertThat(rig.pulsesAsked).isEqualTo(asked);
        assertThat(rig.later).isNotEmpty();
        rig.runLater();
        assertThat(rig.pulsesAsked).isGreaterThan(asked);
    }

    @Test
    void takenBackTheQuestionStaysAndCanBeChanged() {
        wouldWait();
        rig.ask("Hello");
        waits(fit(22_400, 0));
        press("Cancel");
        assertThat(rig.exchanges.last().stopped).isTrue();
        rig.exchanges.last().end(Outcome.STOPPED, null);
        assertThat(notice().title()).isEqualTo("Not sent");
        assertThat(notice().actions()).extracting(Notice.Action::label).containsExactly("Try again",
                "Edit the question");
        press("Edit the question");
        assertThat(rig.chat.draft().get()).isEqualTo("Hello");
        assertThat(rig.shown().getFirst()).isEqualTo("Hello");
    }

    @Test
    void whatIsTypedMeanwhileStaysAndTheComposerSaysSo() {
        wouldWait();
        rig.ask("Hello");
        waits(fit(22_400, 0));
        rig.chat.draft().set("And then");
        rig.chat.send();
        assertThat(rig.exchanges.started).hasSize(1);
        assertThat(rig.chat.draft().get()).isEqualTo("And then");
        assertThat(rig.chat.hint().get()).contains("waits");
        rig.chat.newChat();
        rig.ask("Elsewhere");
        assertThat(rig.exchanges.started).hasSize(2);
    }

    @Test
    void whatTheComposerSaysOfTheWaitGoesWithTheWait() {
        wouldWait();
        rig.ask("Hello");
        waits(fit(22_400, 0));
        rig.chat.draft().set("And then");
        rig.chat.send();
        assertThat(rig.chat.hint().get()).contains("waits");
        rig.chat.pulse();
        assertThat(rig.chat.hint().get()).as("it still waits").contains("waits");
        rig.exchanges.last().phase = Phase.CONNECTING;
        rig.exchanges.last().waiting = null;
        rig.chat.pulse();
        assertThat(rig.chat.hint().get()).isEmpty();
        assertThat(rig.chat.draft().get()).isEqualTo("And then");
    }

    @Test
    void aRepeatSaysWhatHappenedAndHowOften() {
        rig.ask("Hello");
        waits(new Waiting(Cause.QUOTA, 2, 2, 11_200, null, 0,
                new ApiError(ErrorKind.RATE_LIMIT, 429, null, "Tokens per minute limit exceeded", 12.0, null)));
        assertThat(notice().kept()).contains("429").contains("Tokens per minute");
        assertThat(notice().next()).isEqualTo("Trying again in 12 s (1 of 1).");
        waits(new Waiting(Cause.BUSY, 3, 4, 0, null, 0,
                new ApiError(ErrorKind.QUEUE, 429, null, "Busy", null, null)));
        assertThat(notice().next()).isEqualTo("Trying again now (2 of 3).");
    }
}
