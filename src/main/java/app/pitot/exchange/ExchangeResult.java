package app.pitot.exchange;

import app.pitot.api.ApiError;
import app.pitot.api.Outcome;
import app.pitot.api.Usage;
import app.pitot.quota.QuotaSnapshot;
import app.pitot.quota.Reservation;
import app.pitot.speed.SpeedReading;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How an exchange ended. Text that arrived is always here, whatever the outcome.
 *
 * @param id unique, also in the ledger
 * @param usage as reported, or null
 * @param cost USD as reported, else from usage and known prices, or null
 * @param error null if complete or stopped
 * @param reservation what was set aside; null if it never reached the provider
 * @param quota the windows right after settling; null only after a defect of ours in the meter
 * @param notes oddities that did not stop it, never null
 * @param details never null
 */
public record ExchangeResult(String id, ExchangeSpec spec, Instant startedAt, Outcome outcome, String finishReason,
        String answer, String reasoning, Usage usage, SpeedReading speed, BigDecimal cost, ApiError error,
        Reservation reservation, QuotaSnapshot quota, List<String> notes, ExchangeDetails details) {
    /** The same with more to be said of it. */
    ExchangeResult noting(List<String> more) {
        if (more.isEmpty()) {
            return this;
        }
        var all = new ArrayList<>(more);
        all.addAll(notes);
        return new ExchangeResult(id, spec, startedAt, outcome, finishReason, answer, reasoning, usage, speed, cost,
                error,
                reservation, quota, List.copyOf(all), details);
    }

    /** Without details. */
    public ExchangeResult(String id, ExchangeSpec spec, Instant startedAt, Outcome outcome, String finishReason,
            String answer, String reasoning, Usage usage, SpeedReading speed, BigDecimal cost, ApiError error,
            Reservation reservation, QuotaSnapshot quota, List<String> notes) {
        this(id, spec, startedAt, outcome, finishReason, answer, reasoning, usage, speed, cost, error, reservation,
                quota, notes, ExchangeDetails.NONE);
    }
}
