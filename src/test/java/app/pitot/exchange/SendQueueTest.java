package app.pitot.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.pitot.api.LimitReading;
import app.pitot.provider.Limit;
import app.pitot.provider.Metric;
import app.pitot.provider.ModelInfo;
import app.pitot.provider.Period;
import app.pitot.provider.Plan;
import app.pitot.provider.Refill;
import app.pitot.quota.InputEstimate;
import app.pitot.quota.PreFlight.Verdict;
import app.pitot.quota.Promised;
import app.pitot.quota.QuotaMeter;
import app.pitot.quota.Reservation;
import app.pitot.quota.Settlement;
import app.pitot.quota.Turn;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who leaves when, on a clock that jumps. */
@Timeout(60)
class SendQueueTest {
    private static final Duration MOMENT = Duration.ofMillis(300);
    private static final ModelInfo MODEL = ModelInfo.ofId("m");

    private final VirtualTime time = new VirtualTime();
    private final List<Integer> left = new ArrayList<>();
    private QuotaMeter meter;
    private SendQueue queue;

    private void open(Limit... limits) {
        meter = new QuotaMeter(time.clocks(), limits.length == 0
                ? null
                : new Plan("p", "P", "custom", LocalDate.EPOCH, "", List.of(limits), null, 0, ""));
        queue = new SendQueue(meter, time.clocks(), time);
    }

    private static Limit minute(Metric metric, long value) {
        return new Limit(metric, Period.MINUTE, value, Refill.CONTINUOUS);
    }

    private Place join(int number) {
        var place = queue.join(new Ask(() -> 100, 100, MODEL));
        place.turn.thenAccept(turn -> {
            if (turn != null && turn.reservation() != null) {
                left.add(number);
            }
        });
        return place;
    }

    @Test
    void withoutLimitsAllLeaveAtOnce() {
        open();
        IntStream.range(0, 100).forEach(this::join);
        assertThat(left).hasSize(100);
        assertThat(queue.size()).isZero();
        assertThat(time.waiting()).isZero();
    }

    @Test
    void oneAfterTheOtherAsTheWindowRefills() {
        open(minute(Metric.REQUESTS, 5));
        IntStream.range(0, 9).forEach(this::join);
        // The last one waits until a little more than itself is there.
        assertThat(left).containsExactly(0, 1, 2, 3);
        time.pass(MOMENT);
        assertThat(left).containsExactly(0, 1, 2, 3, 4);
        time.pass(Duration.ofMillis(11_700));
        assertThat(left).hasSize(5);
        time.pass(Duration.ofMillis(300));
        assertThat(left).hasSize(6);
        time.pass(Duration.ofMillis(12_000));
        assertThat(left).hasSize(7);
        time.pass(Duration.ofMinutes(1));
        assertThat(left).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void standingSaysHowLongAndHowManyGoFirst() {
        open(minute(Metric.REQUESTS, 5));
        var places = IntStream.range(0, 8).mapToObj(this::join).toList();
        time.pass(MOMENT);
        assertThat(queue.standing(places.get(0))).isNull();
        var first = queue.standing(places.get(5));
        assertThat(first.ahead()).isZero();
        assertThat(first.leftMs()).isBetween(11_600.0, 12_300.0);
        assertThat(first.window().metric()).isEqualTo(Metric.REQUESTS);
        var third = queue.standing(places.get(7));
        assertThat(third.ahead()).isEqualTo(2);
        assertThat(third.leftMs()).isBetween(35_500.0, 36_500.0);
    }

    @Test
    void whatIsExpectedOfOneThatJoinsIsWhatItSaysOnceItWaits() {
        for (var refill : Refill.values()) {
            open(new Limit(Metric.REQUESTS, Period.MINUTE, 5, refill),
                    new Limit(Metric.TOKENS, Period.MINUTE, 3_000, refill));
            var ask = new Ask(() -> 100, 100, MODEL);
            for (int i = 0; i < 14; i++) {
                var expected = queue.expected(ask);
                var place = queue.join(ask);
                var standing = queue.standing(place);
                if (standing == null) {
                    assertThat(expected).isNull();
                } else {
                    assertThat(expected.ahead()).isEqualTo(standing.ahead());
                    assertThat(expected.leftMs()).as("%s %d", refill, i).isCloseTo(standing.leftMs(), within(0.01));
                }
            }
            assertThat(queue.size()).isGreaterThan(8);
        }
    }

    @Test
    void oneThatCanNeverPassIsExpectedNowhere() {
        open(minute(Metric.TOKENS, 150));
        assertThat(queue.expected(new Ask(() -> 100, 100, MODEL))).isNull();
    }

    @Test
    void whatWasRefusedIsPromisedItsRoom() {
        open(minute(Metric.REQUESTS, 5));
        IntStream.range(0, 3).forEach(this::join);
        assertThat(queue.promised()).isEqualTo(Promised.NOTHING);
        var again = queue.again(queue.leaving(), new Ask(() -> 100, 100, MODEL), time.nanos() + 3_000_000_000L, true);
        assertThat(queue.promised()).isEqualTo(new Promised(1, 200));
        var input = InputEstimate.Guess.about(100);
        assertThat(meter.preFlight(input, 100, MODEL, queue.promised()).verdict()).isEqualTo(Verdict.TIGHT);
        meter.reserve(input, 100, MODEL);
        assertThat(meter.preFlight(input, 100, MODEL).verdict()).isEqualTo(Verdict.TIGHT);
        var check = meter.preFlight(input, 100, MODEL, queue.promised());
        assertThat(check.verdict()).as("the last one is for the other").isEqualTo(Verdict.WAIT);
        assertThat(check.waitMs()).isEqualTo(12_000);
        queue.leave(again);
        assertThat(queue.promised()).isEqualTo(Promised.NOTHING);
    }

    @Test
    void theRefusedOneGoesFirstAgain() {
        open(minute(Metric.REQUESTS, 5));
        IntStream.range(0, 7).forEach(this::join);
        time.pass(MOMENT);
        var leftAs = queue.leaving();
        var again = queue.again(leftAs, new Ask(() -> 100, 100, MODEL), time.nanos() + 30_000_000_000L, true);
        again.turn.thenAccept(_ -> left.add(-1));
        time.pass(Duration.ofMillis(29_990));
        assertThat(left).hasSize(5);
        time.pass(Duration.ofSeconds(60));
        assertThat(left).containsExactly(0, 1, 2, 3, 4, -1, 5, 6);
    }

    @Test
    void aGivenUpPlaceLetsTheNextOneIn() {
        open(minute(Metric.TOKENS, 1_000));
        IntStream.range(0, 4).forEach(this::join);
        var large = queue.join(new Ask(() -> 100, 800, MODEL));
        join(9);
        int before = left.size();
        queue.leave(large);
        assertThat(large.turn.join()).isNull();
        time.pass(Duration.ofSeconds(20));
        assertThat(left.size()).isGreaterThan(before);
        assertThat(left.getLast()).isEqualTo(9);
    }

    @Test
    void sendNowGoesBeforeAllAndIsCounted() {
        open(minute(Metric.REQUESTS, 5));
        var places = IntStream.range(0, 8).mapToObj(this::join).toList();
        time.pass(MOMENT);
        queue.sendNow(places.get(7));
        queue.sendNow(places.get(7));
        assertThat(left).containsExactly(0, 1, 2, 3, 4, 7);
        time.pass(Duration.ofMillis(12_300));
        // What went early is made up for.
        assertThat(left).hasSize(6);
        time.pass(Duration.ofMillis(12_300));
        assertThat(left).hasSize(7);
    }

    @Test
    void whatCanNeverFitIsSaidAtOnceAndKeepsNobody() {
        open(minute(Metric.TOKENS, 1_000));
        var large = queue.join(new Ask(() -> 100, 1_000, MODEL));
        assertThat(large.turn.join().reservation()).isNull();
        assertThat(large.turn.join().window().limit()).isEqualTo(1_000);
        join(1);
        assertThat(left).containsExactly(1);
        open(minute(Metric.REQUESTS, 0));
        assertThat(queue.join(new Ask(() -> 1, 1, MODEL)).turn.join().waitMs()).isNull();
    }

    @Test
    void aHeaderWithMoreLetsItGoEarlierAndOneWithLessLater() {
        open(minute(Metric.REQUESTS, 5));
        var first = queue.join(new Ask(() -> 100, 100, MODEL)).turn.join();
        IntStream.range(1, 6).forEach(this::join);
        time.pass(MOMENT);
        assertThat(left).hasSize(4);
        report(first.reservation(), 5, 0);
        time.pass(Duration.ofSeconds(13));
        assertThat(left).hasSize(5);
        join(6);
        report(first.reservation(), 50, 40);
        assertThat(left).hasSize(6);
    }

    private void report(Reservation of, long limit, long remaining) {
        meter.observe(of, List.of(new LimitReading(Metric.REQUESTS, Period.MINUTE, limit, remaining, null)));
        queue.look();
    }

    @Test
    void aDayIsWaitedFor() {
        open(new Limit(Metric.REQUESTS, Period.DAY, 2, Refill.FIXED));
        IntStream.range(0, 3).forEach(this::join);
        // The clock stands at nine.
        time.pass(Duration.ofHours(15));
        assertThat(left).hasSize(2);
        time.pass(Duration.ofSeconds(2));
        assertThat(left).hasSize(3);
    }

    @Test
    void tenThousandWaitAndAreTakenBack() {
        open(minute(Metric.REQUESTS, 5));
        var begun = System.nanoTime();
        var places = IntStream.range(0, 10_000).mapToObj(this::join).toList();
        time.pass(MOMENT);
        assertThat(queue.size()).isEqualTo(9_995);
        var standing = System.nanoTime();
        for (int round = 0; round < 10; round++) {
            places.stream().skip(5).forEach(place -> assertThat(queue.standing(place)).isNotNull());
        }
        assertThat(System.nanoTime() - standing).as("a hundred thousand looks").isLessThan(10_000_000_000L);
        assertThat(queue.standing(places.getLast()).ahead()).isEqualTo(9_994);
        assertThat(time.waiting()).isLessThan(5);
        places.forEach(queue::leave);
        assertThat(queue.size()).isZero();
        assertThat(left).hasSize(5);
        assertThat(time.waiting()).isLessThan(5);
        assertThat(System.nanoTime() - begun).isLessThan(20_000_000_000L);
    }

    @Test
    void noTwoTakeTheSameRoomWhoeverAsks() throws Exception {
        var nanos = new AtomicLong();
        meter = new QuotaMeter(new app.pitot.base.Clocks(nanos::get, () -> java.time.Instant.EPOCH),
                new Plan("p", "P", "custom", LocalDate.EPOCH, "", List.of(minute(Metric.REQUESTS, 50)), null, 0, ""));
        queue = new SendQueue(meter, new app.pitot.base.Clocks(nanos::get, () -> java.time.Instant.EPOCH),
                new ManualLater());
        var start = new CountDownLatch(1);
        var taken = new ArrayList<Place>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                threads.submit(() -> {
                    start.await();
                    var place = queue.join(new Ask(() -> 10, 10, MODEL));
                    synchronized (taken) {
                        taken.add(place);
                    }
                    return null;
                });
            }
            start.countDown();
        }
        long gone = taken.stream().filter(place -> place.turn.isDone()).count();
        assertThat(gone).isBetween(49L, 50L);
        assertThat(queue.size()).isEqualTo(200 - (int) gone);
        taken.stream().filter(place -> place.turn.isDone()).map(place -> place.turn.join())
                .map(Turn::reservation).forEach(each -> meter.settle(each, Settlement.of(Settlement.Kind.NOT_SENT)));
        queue.look();
        assertThat(taken.stream().filter(place -> place.turn.isDone()).count()).isEqualTo(gone * 2);
    }
}
