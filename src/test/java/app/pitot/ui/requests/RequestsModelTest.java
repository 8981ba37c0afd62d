package app.pitot.ui.requests;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.ErrorKind;
import app.pitot.api.Outcome;
import app.pitot.api.Wire;
import app.pitot.base.Clocks;
import app.pitot.exchange.Attempt;
import app.pitot.exchange.Traces;
import app.pitot.ui.common.Jobs;
import app.pitot.ui.requests.RequestsModel.State;
import app.pitot.usage.RequestFilter;
import app.pitot.usage.RequestFilter.Status;
import app.pitot.usage.RequestRow;
import app.pitot.usage.UsageException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

/** Paging, filtering and keeping up, without a toolkit. */
class RequestsModelTest {
    private final MemoryUsages usages = new MemoryUsages();
    private final Held traces = new Held();
    private final ArrayDeque<Runnable> work = new ArrayDeque<>();
    private final ArrayDeque<Runnable> later = new ArrayDeque<>();
    private final RequestsModel model = new RequestsModel(usages, traces, new Jobs(work::add, Runnable::run),
            (_, run) -> later.add(run), new Clocks(() -> 0, () -> Rows.NOW), ZoneOffset.UTC);

    /** Bodies in which a text is found or not. */
    private static final class Held implements Traces {
        Set<String> found = Set.of();
        String asked;

        @Override
        public void keep(Attempt attempt, Instant at, Wire wire) {}

        @Override
        public Wire find(String attemptId) {
            return null;
        }

        @Override
        public Set<String> holding(String text, Instant from, Instant until) {
            asked = text;
            return found;
        }

        @Override
        public Kept kept() {
            return new Kept(0, 0, null);
        }

        @Override
        public void clear() {}
    }

    private void run() {
        while (!work.isEmpty() || !later.isEmpty()) {
            (work.isEmpty() ? later : work).poll().run();
        }
    }

    private void open(RequestRow... rows) {
        List.of(rows).forEach(usages::put);
        model.look(true);
        run();
    }

    private List<String> ids() {
        return model.rows().stream().map(RequestRow::id).toList();
    }

    @Test
    void anEmptyLedgerSaysSoAndAFilterThatFindsNothingSaysThat() {
        open();
        assertThat(model.state().get()).isEqualTo(State.NOTHING_YET);
        open(Rows.complete(1));
        model.news();
        run();
        assertThat(model.state().get()).isEqualTo(State.ROWS);
        model.filters().toggle(Status.FAILED);
        run();
        assertThat(model.state().get()).isEqualTo(State.NO_MATCH);
        model.show(RequestFilter.ALL);
        run();
        assertThat(ids()).hasSize(1);
    }

    @Test
    void whatCannotBeReadIsSaidAndReadAgain() {
        usages.broken = new UsageException("The file is gone.", null);
        open(Rows.complete(1));
        assertThat(model.state().get()).isEqualTo(State.UNREADABLE);
        assertThat(model.problem().get()).isEqualTo("The file is gone.");
        usages.broken = null;
        model.reload();
        run();
        assertThat(model.state().get()).isEqualTo(State.ROWS);
        assertThat(model.problem().get()).isEmpty();
    }

    @Test
    void whatIsOnTheScreenStaysThereWhenTheLedgerFailsLater() {
        open(Rows.complete(1));
        usages.broken = new UsageException("The file is gone.", null);
        model.news();
        run();
        assertThat(ids()).hasSize(1);
        assertThat(model.state().get()).isEqualTo(State.ROWS);
        assertThat(model.problem().get()).isEqualTo("The file is gone.");
    }

    @Test
    void pagesComeOneAfterTheOtherAndNoneTwice() {
        open(IntStream.range(0, 450).mapToObj(Rows::complete).toArray(RequestRow[]::new));
        assertThat(model.rows()).hasSize(200);
        model.more();
        model.more();
        run();
        assertThat(model.rows()).hasSize(400);
        assertThat(model.count().get()).isEqualTo("the newest 400, more as you scroll");
        model.more();
        run();
        assertThat(model.rows()).hasSize(450).doesNotHaveDuplicates();
        assertThat(ids()).isSortedAccordingTo(String::compareTo);
        assertThat(model.count().get()).isEqualTo("450 requests");
        int asked = usages.asked;
        model.more();
        run();
        assertThat(usages.asked).isEqualTo(asked);
    }

    @Test
    void aPageThatWasAskedForBeforeAFilterIsNotPutBehindIt() {
        open(IntStream.range(0, 450).mapToObj(n -> n % 2 == 0 ? Rows.complete(n) : Rows.limited(n))
                .toArray(RequestRow[]::new));
        model.more();
        model.filters().toggle(Status.LIMITED);
        run();
        assertThat(model.rows()).hasSize(200).allMatch(row -> row.status() == Status.LIMITED);
    }

    @Test
    void aRequestThatBeginsComesOnTopAndOneThatEndsChangesInItsPlace() {
        open(IntStream.range(10, 300).mapToObj(Rows::complete).toArray(RequestRow[]::new));
        model.more();
        run();
        var changes = new ArrayList<String>();
        model.rows().addListener((ListChangeListener<RequestRow>) change -> {
            while (change.next()) {
                changes.add(change.getFrom() + "+" + change.getAddedSize() + "-" + change.getRemovedSize());
            }
        });
        usages.put(Rows.open(5));
        model.news();
        run();
        usages.put(Rows.complete(5));
        model.news();
        model.news();
        run();
        assertThat(changes).containsExactly("0+1-0", "0+1-1");
        assertThat(model.rows()).hasSize(291);
        assertThat(model.rows().getFirst().status()).isEqualTo(Status.COMPLETE);
    }

    @Test
    void aRunningRequestFarBelowIsFollowedToo() {
        usages.put(Rows.open(390));
        open(IntStream.range(10, 380).mapToObj(Rows::complete).toArray(RequestRow[]::new));
        model.more();
        run();
        assertThat(model.rows().getLast().status()).isEqualTo(Status.OPEN);
        usages.put(Rows.limited(390));
        model.news();
        run();
        assertThat(model.rows().getLast().status()).isEqualTo(Status.LIMITED);
    }

    @Test
    void oneThatEndsLeavesTheListOfRunningOnes() {
        open(Rows.open(3), Rows.complete(4));
        model.filters().toggle(Status.OPEN);
        run();
        assertThat(ids()).containsExactly("id-000003");
        usages.put(Rows.complete(3));
        model.news();
        run();
        assertThat(ids()).isEmpty();
        assertThat(model.state().get()).isEqualTo(State.NO_MATCH);
    }

    @Test
    void moreThanAPageThatCameWhileNobodyLookedLeavesNoGap() {
        open(IntStream.range(500, 900).mapToObj(Rows::complete).toArray(RequestRow[]::new));
        model.look(false);
        IntStream.range(0, 300).mapToObj(Rows::complete).forEach(usages::put);
        model.news();
        run();
        assertThat(ids()).first().isEqualTo("id-000500");
        model.look(true);
        run();
        int before;
        do {
            before = model.rows().size();
            model.more();
            run();
        } while (model.rows().size() > before);
        assertThat(model.rows()).hasSize(700);
        assertThat(ids()).isSortedAccordingTo(String::compareTo);
    }

    @Test
    void filtersNarrowTogetherAndWordsCountOnceTypingRests() {
        open(Rows.complete(1), Rows.limited(2), Rows.of("b", 3, Outcome.FAILED, ErrorKind.STALLED, "zai-glm", "two"));
        model.filters().account("two");
        run();
        assertThat(ids()).containsExactly("b");
        model.filters().account(null);
        model.filters().text().set("rate");
        assertThat(model.filters().filter().get().text()).isEmpty();
        run();
        assertThat(ids()).containsExactly("id-000002");
        model.filters().toggle(Status.COMPLETE);
        run();
        assertThat(ids()).isEmpty();
        model.filters().toggle(Status.LIMITED);
        run();
        assertThat(ids()).containsExactly("id-000002");
    }

    @Test
    void aSpanIsOfTheUsersDays() {
        open(Rows.complete(60), Rows.complete(3_700), Rows.complete(14 * 3_600 + 13 * 60));
        model.filters().span(Span.HOUR);
        run();
        assertThat(ids()).containsExactly("id-000060");
        model.filters().span(Span.TODAY);
        run();
        assertThat(ids()).hasSize(2);
        model.show(new RequestFilter(Rows.NOW.minusSeconds(3_800), Rows.NOW.minusSeconds(3_600), Set.of(), Set.of(),
                Set.of(), Set.of(), "", null));
        run();
        assertThat(ids()).containsExactly("id-003700");
        assertThat(model.filters().span().get()).isEqualTo(Span.OTHER);
    }

    @Test
    void bodiesAreSearchedWhenAskedForAndTheListShowsWhatHasIt() {
        open(Rows.complete(1), Rows.complete(2));
        traces.found = Set.of("id-000002", "gone");
        model.filters().text().set("token bucket");
        model.bodies().start();
        assertThat(model.bodies().busy().get()).isTrue();
        run();
        assertThat(traces.asked).isEqualTo("token bucket");
        assertThat(ids()).containsExactly("id-000002");
        assertThat(model.bodies().said().get()).contains("token bucket").contains("2 requests");
        model.bodies().clear();
        run();
        assertThat(ids()).hasSize(2);
    }

    @Test
    void aSearchThatIsStoppedLeavesTheListAlone() {
        open(Rows.complete(1), Rows.complete(2));
        model.filters().text().set("bucket");
        model.bodies().start();
        model.bodies().stop();
        model.filters().text().set("");
        run();
        assertThat(model.bodies().busy().get()).isFalse();
        assertThat(ids()).hasSize(2);
    }

    @Test
    void anExchangeIsShownWithItsAttemptsAndTheLastIsWanted() {
        var first = Rows.limited(30);
        open(Rows.complete(1), first, Rows.again(first, 20, 2), Rows.complete(40));
        model.showExchange(first.id());
        run();
        assertThat(ids()).containsExactly("id-000020", "id-000030");
        assertThat(model.wanted().get()).isEqualTo("id-000020");
        model.showExchange("unheard-of");
        run();
        assertThat(model.state().get()).isEqualTo(State.NO_MATCH);
    }

    @Test
    void whatThereIsToChooseFromIsWhatWasEverAsked() {
        open(Rows.complete(1), Rows.of("b", 3, Outcome.FAILED, ErrorKind.STALLED, "zai-glm", "two"));
        assertThat(model.known().models().get()).containsExactly("gpt-oss-120b", "zai-glm");
        assertThat(model.known().accounts().get()).hasSize(2);
    }

    @Test
    void nothingIsReadWhileNobodyLooks() {
        open(Rows.complete(1));
        model.look(false);
        int asked = usages.asked;
        model.news();
        run();
        assertThat(usages.asked).isEqualTo(asked);
    }
}
