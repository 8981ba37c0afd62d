package app.pitot.quota;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.LimitReading;
import app.pitot.provider.Catalogue;
import app.pitot.provider.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Random sequences against {@link ReferenceProvider}: after every reply the meter shows what the provider has left. */
class QuotaMeterPropertyTest {
    private static final Catalogue CATALOGUE = Catalogue.shipped();

    /** A request on its way. */
    private record Open(Reservation reservation, long providerReserved, boolean admitted, List<LimitReading> headers,
            boolean[] told) {}

    @ParameterizedTest
    @CsvSource({"cerebras-free-2026-04, 1, 1", "cerebras-free-2026-04, 2, 4", "cerebras-free-2026-04, 3, 8",
        "cerebras-trial-2026-09, 4, 1", "cerebras-trial-2026-09, 5, 4", "groq-free-2026-10, 6, 1",
        "groq-free-2026-10, 7, 4", "cerebras-developer-2026-09, 8, 4", "cerebras-free-2026-04, 9, 2"})
    void withStandingClocksTheMeterEqualsTheProvider(String planId, long seed, int parallel) {
        var plan = CATALOGUE.plan(planId).orElseThrow();
        var random = new Random(seed);
        for (var run = 0; run < 40; run++) {
            var time = new ManualTime();
            var provider = new ReferenceProvider(plan, time);
            var meter = new QuotaMeter(time.clocks(), plan);
            for (var round = 0; round < 8; round++) {
                var open = new ArrayList<Open>();
                var count = 1 + random.nextInt(parallel);
                for (var i = 0; i < count; i++) {
                    open.add(send(random, plan, provider, meter));
                }
                end(random, open, provider, meter);
                same(plan, provider, meter, planId + " seed " + seed + " run " + run + " round " + round);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"cerebras-free-2026-04, 11", "cerebras-trial-2026-09, 12", "groq-free-2026-10, 13"})
    void withMovingClocksTheMeterStaysWithinOneUnit(String planId, long seed) {
        var plan = CATALOGUE.plan(planId).orElseThrow();
        var random = new Random(seed);
        for (var run = 0; run < 40; run++) {
            var time = new ManualTime();
            var provider = new ReferenceProvider(plan, time);
            var meter = new QuotaMeter(time.clocks(), plan);
            for (var round = 0; round < 20; round++) {
                var open = send(random, plan, provider, meter);
                time.pass(Duration.ofMillis(random.nextInt(800)));
                end(random, new ArrayList<>(List.of(open)), provider, meter);
                for (var state : meter.snapshot().windows()) {
                    assertThat((double) state.remaining()).as(state.toString())
                            .isCloseTo(Math.max(0, provider.left(state.metric(), state.period())),
                                    org.assertj.core.data.Offset.offset(1.0));
                }
                time.pass(Duration.ofMillis(random.nextInt(20_000)));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"21", "22", "23"})
    void useByOthersIsSeenWithTheNextHeader(long seed) {
        var plan = CATALOGUE.plan("cerebras-free-2026-04").orElseThrow();
        var random = new Random(seed);
        for (var run = 0; run < 60; run++) {
            var time = new ManualTime();
            var provider = new ReferenceProvider(plan, time);
            var meter = new QuotaMeter(time.clocks(), plan);
            end(random, new ArrayList<>(List.of(send(random, plan, provider, meter))), provider, meter);
            provider.others(3_000 + random.nextInt(10_000));
            var open = send(random, plan, provider, meter);
            meter.observe(open.reservation(), open.headers());
            same(plan, provider, meter, "run " + run);
        }
    }

    /** Requests overtake each other on the way, and one may be over at the provider before another is admitted. */
    @ParameterizedTest
    @CsvSource({"cerebras-free-2026-04, 31, 3", "cerebras-developer-2026-09, 32, 4", "cerebras-free-2026-04, 33, 5"})
    void theOrderOfAdmissionDoesNotMatter(String planId, long seed, int parallel) {
        var plan = CATALOGUE.plan(planId).orElseThrow();
        var random = new Random(seed);
        for (var run = 0; run < 60; run++) {
            var time = new ManualTime();
            var provider = new ReferenceProvider(plan, time);
            var meter = new QuotaMeter(time.clocks(), plan);
            for (var round = 0; round < 4; round++) {
                var sent = new ArrayList<Reservation>();
                for (var i = 0; i < parallel; i++) {
                    sent.add(meter.reserve(200 + random.nextInt(600), 500 + random.nextInt(1_000)));
                }
                Collections.shuffle(sent, random);
                var ends = new ArrayList<Runnable>();
                for (var each : sent) {
                    var theirs = each.tokens() + random.nextInt(-60, 60);
                    provider.admit(theirs);
                    meter.observe(each, provider.headers());
                    var used = 100 + random.nextInt(1_000);
                    Runnable heard = () -> meter.settle(each, Settlement.used(used, 50, 0));
                    if (random.nextBoolean()) {
                        provider.settle(theirs, used + 50, 0);
                        ends.add(heard);
                    } else {
                        ends.add(() -> {
                            provider.settle(theirs, used + 50, 0);
                            heard.run();
                        });
                    }
                }
                Collections.shuffle(ends, random);
                ends.forEach(Runnable::run);
                same(plan, provider, meter, "seed " + seed + " run " + run + " round " + round);
            }
        }
    }

    private static Open send(Random random, Plan plan, ReferenceProvider provider, QuotaMeter meter) {
        var input = 20 + random.nextInt(900);
        Integer cap = random.nextInt(5) == 0 ? null : Integer.valueOf(64 + random.nextInt(1_500));
        var reservation = meter.reserve(input, cap);
        // The provider counts characters another way than we do.
        var theirs = Math.max(1, input + random.nextInt(-input / 3 - 20, input / 3 + 20));
        var output = cap != null
                ? cap
                : plan.unsetOutputReserve() != null ? plan.unsetOutputReserve() : plan.contextTokens() - theirs;
        var admitted = provider.admit(theirs + output);
        return new Open(reservation, theirs + output, admitted, provider.headers(), new boolean[1]);
    }

    /** Headers come in any order, replies end in any order. */
    private static void end(Random random, List<Open> open, ReferenceProvider provider, QuotaMeter meter) {
        while (!open.isEmpty()) {
            var next = open.get(random.nextInt(open.size()));
            if (!next.told()[0]) {
                next.told()[0] = true;
                meter.observe(next.reservation(), next.headers());
                continue;
            }
            open.remove(next);
            if (!next.admitted()) {
                meter.settle(next.reservation(), Settlement.of(Settlement.Kind.REFUSED));
            } else if (random.nextInt(6) == 0) {
                meter.settle(next.reservation(), Settlement.of(Settlement.Kind.UNKNOWN));
            } else {
                var prompt = 1 + random.nextInt(900);
                var completion = random.nextInt(1_500);
                var cached = random.nextInt(prompt);
                provider.settle(next.providerReserved(), prompt + completion, cached);
                meter.settle(next.reservation(), Settlement.used(prompt, completion, cached));
            }
        }
    }

    private static void same(Plan plan, ReferenceProvider provider, QuotaMeter meter, String where) {
        assertThat(meter.snapshot().windows()).hasSameSizeAs(plan.limits());
        for (var state : meter.snapshot().windows()) {
            assertThat(state.remaining()).as(where + " " + state)
                    .isEqualTo(Math.max(0, provider.left(state.metric(), state.period())));
        }
    }
}
