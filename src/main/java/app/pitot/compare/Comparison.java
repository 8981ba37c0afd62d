package app.pitot.compare;

import app.pitot.api.Outcome;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One run of a comparison: what was asked, of whom, and what was measured so far.
 *
 * @param id unique for ever: a UUID
 * @param setId the saved set that was run; null if it had no name
 * @param name of that set then; null without one
 * @param endedAt null while it runs, and for one that was cut off by the end of the app
 * @param appVersion that measured
 * @param promptHash SHA-256 of system prompt and prompt without nonce, hexadecimal
 * @param lanes in the order of their letters
 * @param seed of the shuffling, of the nonces and of the resampling
 * @param samples in the order of their ends, warm-up included
 * @param votes at most one for each round, in the order of rounds
 */
public record Comparison(String id, String setId, String name, Instant startedAt, Instant endedAt, String appVersion,
        ComparisonSetup setup, String promptHash, List<LaneFacts> lanes, long seed, State state,
        List<Sample> samples, List<Vote> votes) {
    /** How far it came. */
    public enum State {
        /** Under way; or, read from the disk, cut off by the end of the app. */
        RUNNING,
        /** All rounds were made. */
        DONE,
        /** The user ended it early. */
        CANCELLED,
        /** It could not go on: every lane failed for good. */
        BROKEN_OFF
    }

    public Comparison {
        lanes = List.copyOf(lanes);
        samples = List.copyOf(samples);
        votes = List.copyOf(votes);
    }

    /** Without votes. */
    public Comparison(String id, String setId, String name, Instant startedAt, Instant endedAt, String appVersion,
            ComparisonSetup setup, String promptHash, List<LaneFacts> lanes, long seed, State state,
            List<Sample> samples) {
        this(id, setId, name, startedAt, endedAt, appVersion, setup, promptHash, lanes, seed, state, samples,
                List.of());
    }

    /** How the lanes shared the time. */
    public Mode mode() {
        return setup.mode();
    }

    /** The last round in which anybody was asked; 0 before the first that counts. */
    public int reached() {
        return samples.stream().mapToInt(Sample::round).max().orElse(0);
    }

    /** True if it made fewer rounds than it might have, because the answer was precise. */
    public boolean endedPrecise() {
        return state == State.DONE && setup.untilPrecise() && mode() == Mode.ROUNDS && reached() < setup.rounds();
    }

    /**
     * The rounds for which {@code lane} can be asked again by itself: those in which it brought no whole reply, so far as the
     * run came; of a race the one that there is. In their order; may be empty.
     */
    public List<Integer> lacking(int lane) {
        if (mode() == Mode.RACE) {
            return List.of(1);
        }
        var whole = samples.stream().filter(each -> each.lane() == lane && each.outcome() == Outcome.COMPLETE)
                .map(Sample::round).collect(Collectors.toSet());
        return IntStream.rangeClosed(1, reached()).boxed().filter(round -> !whole.contains(round)).toList();
    }

    /** The same with other samples. */
    Comparison with(List<Sample> others) {
        return new Comparison(id, setId, name, startedAt, endedAt, appVersion, setup, promptHash, lanes, seed, state,
                others, votes);
    }

    /** The same with {@code vote} in the place of an earlier one of its round. */
    public Comparison with(Vote vote) {
        var all = Stream.concat(votes.stream().filter(each -> each.round() != vote.round()), Stream.of(vote))
                .sorted(Comparator.comparingInt(Vote::round)).toList();
        return new Comparison(id, setId, name, startedAt, endedAt, appVersion, setup, promptHash, lanes, seed,
                state, samples, all);
    }
}
