package app.pitot.ui.requests;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.Outcome;
import app.pitot.api.Wire;
import app.pitot.base.Clocks;
import app.pitot.provider.Catalogue;
import app.pitot.ui.common.Jobs;
import app.pitot.ui.requests.DetailsModel.Kept;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is known of one request: phases, figures, and what was kept of the wire. */
class DetailsModelTest {
    private final MemoryTraces traces = new MemoryTraces();
    private final ArrayDeque<Runnable> work = new ArrayDeque<>();
    private final Jobs jobs = new Jobs(work::add, Runnable::run);
    private final DetailsModel model = new DetailsModel(traces, jobs, new Names(List::of, Catalogue.shipped()),
            new Clocks(() -> 0, () -> Rows.NOW), ZoneOffset.UTC);

    private void run() {
        while (!work.isEmpty()) {
            work.poll().run();
        }
    }

    private static String phases(Phases phases) {
        return phases.parts().stream().map(part -> part.phase() + " " + Math.round(part.ms()))
                .collect(Collectors.joining(", "));
    }

    @Test
    void theLedgerAloneTellsConnectWaitThinkAndWriteAndTheProviderItsOwn() {
        model.show(Rows.complete(1));
        assertThat(phases(model.phases()))
                .isEqualTo("CONNECT 38, WAIT 104, THINK 246, WRITE 192, QUEUE 12, PROMPT 34, COMPLETION 410");
        assertThat(model.phases().parts().get(4).from()).isEqualTo(38.0);
    }

    @Test
    void aRefusalHasNothingButWaitingBehindTheConnection() {
        model.show(Rows.limited(1));
        assertThat(phases(model.phases())).isEqualTo("CONNECT 12, WAIT 28");
    }

    @Test
    void theWireTellsMoreOnceItIsRead() {
        traces.put("id-000001", MemoryTraces.streamed(10));
        model.show(Rows.complete(1));
        assertThat(model.kept().get()).isInstanceOf(Kept.Reading.class);
        run();
        assertThat(phases(model.phases()))
                .startsWith("DNS 4, TCP 8, TLS 26, SEND 1, WAIT 103, THINK 246, WRITE ").contains("END 3");
    }

    @Test
    void phasesThatAreUnknownAreLeftOut() {
        var wire = MemoryTraces.streamed(3);
        var bare = new Wire(wire.method(), wire.url(), wire.sentHeaders(), wire.sentBody(), wire.sentBytes(), null,
                null,
                List.of(), new byte[0], 0, Wire.Arrivals.NONE, Wire.Phases.UNKNOWN);
        traces.put("id-000001", bare);
        model.show(Rows.complete(1));
        run();
        assertThat(phases(model.phases())).startsWith("CONNECT 38");
        assertThat(Side.RECEIVED.line(bare)).isEqualTo("No response came.");
    }

    @Test
    void whatIsNotKeptIsSaidWithItsReason() {
        model.show(Rows.complete(100));
        run();
        assertThat(KeptWords.of(model.kept().get(), model.words())).contains("not kept").contains("settings");
        traces.put("other", MemoryTraces.streamed(1));
        model.show(Rows.complete(101));
        run();
        assertThat(KeptWords.of(model.kept().get(), model.words())).contains("not kept any more").contains("14:11:05");
        model.show(Rows.open(1));
        assertThat(model.kept().get()).isInstanceOf(Kept.Running.class);
    }

    @Test
    void aRunningRequestIsReadOnceItHasEnded() {
        model.show(Rows.open(1));
        traces.put("id-000001", MemoryTraces.streamed(1));
        model.show(Rows.complete(1));
        run();
        assertThat(model.kept().get()).isInstanceOf(Kept.There.class);
    }

    @Test
    void whatIsReadForAnotherRequestIsNotShown() {
        traces.put("id-000001", MemoryTraces.streamed(1));
        model.show(Rows.complete(1));
        model.show(Rows.complete(2));
        run();
        assertThat(model.kept().get()).isInstanceOf(Kept.Gone.class);
    }

    @Test
    void everyFigureSaysWhereItComesFromAndWhatIsUnknownIsADash() {
        model.show(Rows.complete(1));
        assertThat(model.figures()).allMatch(fact -> fact.value().equals("–") == fact.source().isEmpty());
        assertThat(model.figures()).contains(new Fact("Output speed", "2,987 tokens/s", "measured here"),
                new Fact("Completion tokens", "1,204", "reported by the provider"));
        model.show(Rows.limited(1));
        assertThat(model.figures()).contains(new Fact("Completion tokens", "–", ""), new Fact("Cost", "–", ""));
    }

    @Test
    void anOutcomeIsASentence() {
        assertThat(StatusWords.sentence(Rows.limited(1), Rows.NOW))
                .isEqualTo("Refused over the window requests/minute.");
        assertThat(StatusWords.sentence(Rows.open(1), Rows.NOW)).isEqualTo("Under way.");
        assertThat(StatusWords.sentence(Rows.open(90_000), Rows.NOW)).startsWith("No end is written down");
        assertThat(StatusWords.sentence(Rows.of("a", 1, Outcome.STOPPED, null, "m", "a"), Rows.NOW))
                .isEqualTo("You stopped it; what came is kept.");
    }

    @Test
    void aBodyIsLaidOutSearchedAndCopiedWhole() {
        var body = new BodyModel(Side.SENT, jobs);
        body.show(MemoryTraces.streamed(1));
        run();
        assertThat(body.shown().get().text()).contains("\n  \"model\": \"gpt-oss-120b\"");
        body.query().set("CONTENT");
        assertThat(body.found().get()).contains("2");
        body.go(1);
        body.go(1);
        assertThat(body.shown().get().text().substring(body.current().get().from(), body.current().get().to()))
                .isEqualTo("content");
        int second = body.current().get().from();
        body.go(1);
        assertThat(body.current().get().from()).isLessThan(second);
        body.pretty().set(false);
        run();
        assertThat(body.shown().get().text()).startsWith("{\"model\":").isEqualTo(body.whole());
    }

    @Test
    void aLongBodyIsShownFromItsBeginningAndSaysSo() {
        var wire = MemoryTraces.streamed(20_000);
        var body = new BodyModel(Side.RECEIVED, jobs);
        body.show(wire);
        run();
        assertThat(body.shown().get().text().length()).isLessThanOrEqualTo(BodyModel.MOST + 10);
        assertThat(body.shown().get().note()).contains("400,000");
        assertThat(body.whole()).hasSize(wire.body().length);
    }

    @Test
    void fiftyThousandEventsAreToldApartAndTheLateOneIsMarked() {
        var events = new EventsModel(jobs);
        events.show(MemoryTraces.streamed(50_000));
        run();
        assertThat(events.numbers()).hasSize(50_000);
        assertThat(events.count().get()).isEqualTo("50,000 events");
        assertThat(events.gaps().get()).contains("1 gap").contains("400 ms");
        int late = events.nextLate(-1);
        assertThat(late).isEqualTo(25_000);
        assertThat(events.late(events.event(late))).isTrue();
        assertThat(events.late(events.event(late - 1))).isFalse();
        assertThat(events.event(7).excerpt()).contains("word 7");
        assertThat(events.nextLate(late)).isEqualTo(late);
    }

    @Test
    void twoRequestsAreSetSideBySideTheEarlierFirst() {
        traces.put("id-000001", MemoryTraces.streamed(3));
        traces.put("id-000009", MemoryTraces.streamed(3));
        var difference = new DifferenceModel(traces, jobs, model);
        difference.compare(Rows.complete(1), Rows.complete(9));
        assertThat(difference.face().get().first()).startsWith("14:11:56");
        run();
        assertThat(difference.face().get().lines()).filteredOn(DifferenceModel.Line::differs).isEmpty();
        assertThat(difference.face().get().note()).contains("streams");
        difference.compare(Rows.complete(1), Rows.limited(2));
        run();
        assertThat(difference.face().get().note()).contains("not kept");
        assertThat(difference.face().get().lines()).filteredOn(DifferenceModel.Line::differs)
                .extracting(DifferenceModel.Line::name).contains("Status", "Out");
    }
}
