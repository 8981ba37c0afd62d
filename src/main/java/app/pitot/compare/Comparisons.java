package app.pitot.compare;

import java.time.Instant;
import java.util.List;

/** Keeps saved sets and results. Calls may block on a disk: never on the JavaFX thread. Safe from any thread. */
public interface Comparisons {
    /** By name. */
    List<SavedSet> sets();

    /** Adds it, or replaces the one with its id. */
    void save(SavedSet set);

    /** Forgets a set; its results stay. */
    void forget(String setId);

    /** Writes down that a run begins. Failures are reported, never thrown: the run goes on. */
    void begin(Comparison head);

    /** Adds what was just measured to a run that began. Failures are reported, never thrown. */
    void add(String comparisonId, Sample sample);

    /** Failures are reported, never thrown. */
    void end(String comparisonId, Comparison.State state, Instant at);

    /** Keeps {@code vote} with a run that began, in the place of an earlier one of its round. Failures are reported, never thrown. */
    void vote(String comparisonId, Vote vote);

    /**
     * Past runs without their samples, with their votes, newest first.
     *
     * @param setId of a saved set; null for all
     * @param most how many
     */
    List<Comparison> past(String setId, int most);

    /** With all its samples and votes; null if it is not there. */
    Comparison read(String comparisonId);

    /** Removes a run and its samples; the ledger keeps its rows. */
    void remove(String comparisonId);
}
