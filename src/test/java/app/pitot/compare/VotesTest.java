package app.pitot.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class VotesTest {
    private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");
    private final MemoryComparisons kept = new MemoryComparisons();

    @Test
    void aSecondVoteOfARoundTakesThePlaceOfTheFirst() {
        kept.begin(run("one"));
        kept.vote("one", new Vote(2, 1, AT));
        kept.vote("one", new Vote(1, 0, AT));
        kept.vote("one", new Vote(2, Vote.TIE, AT.plusSeconds(1)));

        assertEquals(List.of(new Vote(1, 0, AT), new Vote(2, Vote.TIE, AT.plusSeconds(1))), kept.read("one").votes());
    }

    @Test
    void votesOutliveTheEndOfTheRun() {
        kept.begin(run("one"));
        kept.vote("one", new Vote(1, 0, AT));
        kept.end("one", Comparison.State.DONE, AT);

        assertEquals(1, kept.read("one").votes().size());
        assertEquals(1, kept.past(null, 5).getFirst().votes().size());
    }

    @Test
    void aVoteForNoRunIsNoRun() {
        kept.vote("none", new Vote(1, 0, AT));

        assertEquals(List.of(), kept.past(null, 5));
    }

    private static Comparison run(String id) {
        return new Comparison(id, null, null, AT, null, "1", ComparisonSetup.NONE, "", List.of(), 1,
                Comparison.State.RUNNING, List.of());
    }
}
