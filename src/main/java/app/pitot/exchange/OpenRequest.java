package app.pitot.exchange;

import app.pitot.api.LimitReading;
import app.pitot.api.SeenHeaders;
import app.pitot.provider.Account;
import app.pitot.provider.ModelInfo;
import app.pitot.quota.QuotaMeter;
import app.pitot.quota.RawHeader;
import app.pitot.quota.Reservation;
import app.pitot.quota.Settlement;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * One request in every meter that counts it. Usually that is one; a plan that is edited while requests are under way makes
 * another, in which they count, too. Safe from any thread.
 */
final class OpenRequest {
    private record Part(QuotaMeter meter, Reservation reservation) {}

    private final Account account;
    private final ModelInfo model;
    private final Integer maxTokens;
    private final Instant startedAt;
    private final Reservation reservation;
    private final List<Part> parts = new CopyOnWriteArrayList<>();
    private volatile long leftNanos;
    private volatile boolean left;

    /** @param startedAt as in the ledger */
    OpenRequest(Account account, ModelInfo model, Integer maxTokens, Instant startedAt, QuotaMeter meter,
            Reservation reservation) {
        this.account = account;
        this.model = model;
        this.maxTokens = maxTokens;
        this.startedAt = startedAt;
        this.reservation = reservation;
        parts.add(new Part(meter, reservation));
    }

    Instant startedAt() {
        return startedAt;
    }

    /** True if a meter for {@code other}'s plan that has {@code key} counts this request. */
    boolean countsIn(Account other, MeterKey key) {
        return other.id().equals(account.id()) && MeterKey.of(other, model).equals(key);
    }

    /** Takes it out of another meter's windows, too. */
    void joins(QuotaMeter meter) {
        if (parts.stream().noneMatch(part -> part.meter() == meter)) {
            parts.add(new Part(meter, meter.reserve(reservation.inputTokens(), maxTokens, model)));
        }
    }

    /** It begins to leave now, by this ticker reading; the windows hear of it with the headers, when nothing is being timed. */
    void leaves(long nanos) {
        leftNanos = nanos;
        left = true;
    }

    /** The status tells, too, whether it was let in. */
    void observe(List<LimitReading> readings, int status) {
        if (left) {
            parts.forEach(part -> part.meter().left(part.reservation(), leftNanos));
        }
        parts.forEach(part -> part.meter().observe(part.reservation(), readings, status));
    }

    void observe(List<LimitReading> readings) {
        parts.forEach(part -> part.meter().observe(part.reservation(), readings));
    }

    /** The words of a refusal know windows that no header names. */
    void refused(LimitReading window) {
        parts.forEach(part -> part.meter().refused(part.reservation(), window));
    }

    void headers(SeenHeaders seen) {
        var lines = seen.limits().stream().map(header -> new RawHeader(header.name(), header.value())).toList();
        parts.forEach(part -> part.meter().headers(part.reservation(), lines));
    }

    void settle(Settlement settlement) {
        parts.forEach(part -> part.meter().settle(part.reservation(), settlement));
    }
}
