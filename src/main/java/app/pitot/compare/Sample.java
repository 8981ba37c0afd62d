package app.pitot.compare;

import app.pitot.api.ApiError;
import app.pitot.api.Outcome;
import app.pitot.api.ServerTiming;
import app.pitot.api.Served;
import app.pitot.api.Usage;
import app.pitot.base.Provenance;
import app.pitot.speed.SpeedCurve;
import app.pitot.speed.SpeedReading;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * One request of a comparison and what was measured of it.
 *
 * @param exchangeId its id in the ledger
 * @param lane index, from 0
 * @param round from 1; 0 for the one that is thrown away
 * @param place when it was sent within its round, from 0; in a race 0
 * @param heldMs how long it waited for the quota before it was sent, in ms
 * @param finishReason as the provider spelled it, or null
 * @param answer all of it, as far as it is kept; never null
 * @param reasoning all of it, as far as it is kept; never null
 * @param usage as reported, or null
 * @param speed never null
 * @param curve how the text came, or {@link SpeedCurve#NONE}
 * @param cost USD, or null
 * @param costSource null without a cost
 * @param timing by the provider's clock, or null
 * @param served who served it behind a router; never null
 * @param protocol such as {@code h2}; null if unknown
 * @param error null if complete or stopped
 * @param again true if its lane was asked by itself once more after the run, because it had brought no whole reply in that round
 */
public record Sample(String exchangeId, int lane, int round, int place, Instant startedAt, double heldMs,
        Outcome outcome, String finishReason, String answer, String reasoning, Usage usage, SpeedReading speed,
        SpeedCurve curve, BigDecimal cost, Provenance costSource, ServerTiming timing, Served served, String protocol,
        ApiError error, boolean again) {
    /** Of the run itself. */
    public Sample(String exchangeId, int lane, int round, int place, Instant startedAt, double heldMs,
            Outcome outcome, String finishReason, String answer, String reasoning, Usage usage, SpeedReading speed,
            SpeedCurve curve, BigDecimal cost, Provenance costSource, ServerTiming timing, Served served,
            String protocol, ApiError error) {
        this(exchangeId, lane, round, place, startedAt, heldMs, outcome, finishReason, answer, reasoning, usage, speed,
                curve, cost, costSource, timing, served, protocol, error, false);
    }

    /** The same, asked once more after the run. */
    Sample asAgain() {
        return new Sample(exchangeId, lane, round, place, startedAt, heldMs, outcome, finishReason, answer, reasoning,
                usage, speed, curve, cost, costSource, timing, served, protocol, error, true);
    }

    /** True if it counts: its round was not thrown away, it was made in that round, and the reply is whole. */
    public boolean counts() {
        return !again && round > 0 && outcome == Outcome.COMPLETE;
    }
}
