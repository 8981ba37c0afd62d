package app.pitot.exchange;

import app.pitot.api.Outcome;
import app.pitot.quota.Spent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;

/**
 * What the ledger knows of one day or month.
 *
 * @param ended what requests that have ended came to
 * @param open requests of which no end is written down: they run, or whoever made them died
 * @param kept of the ids that were asked for, those in {@code ended}
 */
public record Spending(List<Stretch> ended, List<Open> open, List<String> kept) {
    public static final Spending NOTHING = new Spending(List.of(), List.of(), List.of());
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    /** What the requests of one account that began at {@code from} or a little later came to. */
    public record Stretch(String accountId, boolean simulated, Instant from, Spent spent) {}

    /** A request without an end. @param tokens that were set aside for it */
    public record Open(String id, String accountId, boolean simulated, long tokens) {}

    /** What a request came to, just as the ledger will sum it up. */
    static Spent of(ExchangeResult result) {
        boolean taken = result.reservation() != null && result.outcome() != Outcome.REFUSED;
        var usage = result.usage();
        var reported = usage == null ? null : usage.completionTokens();
        var prompt = promptTokens(result);
        var completion = reported == null ? result.speed().outputTokens() : reported;
        long tokens = (prompt == null ? 0 : prompt) + (completion == null ? 0L : completion);
        return new Spent(taken ? 1 : 0, tokens, result.cost() == null ? 0 : micros(result.cost()),
                taken && result.cost() == null ? 1 : 0,
                reported == null && completion != null && completion > 0 ? 1 : 0);
    }

    /**
     * As reported. Of a reply that began and was cut off before the provider could say: as estimated when it was sent. Null if
     * unknown.
     */
    public static Integer promptTokens(ExchangeResult result) {
        if (result.usage() != null) {
            return result.usage().promptTokens();
        }
        var came = result.speed().outputTokens();
        boolean began = result.reservation() != null && came != null && came > 0;
        return began ? (Integer) (int) Math.min(Integer.MAX_VALUE, result.reservation().inputTokens()) : null;
    }

    /** Millionths of a dollar, to the nearest. */
    static long micros(BigDecimal usd) {
        return usd.movePointRight(6).setScale(0, RoundingMode.HALF_UP).min(MOST).max(BigDecimal.ZERO).longValue();
    }
}
