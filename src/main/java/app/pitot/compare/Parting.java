package app.pitot.compare;

import app.pitot.api.ApiError;
import app.pitot.base.Texts;
import app.pitot.provider.Metric;
import app.pitot.quota.BudgetLabels;
import app.pitot.quota.BudgetState;
import app.pitot.quota.PreFlight;
import app.pitot.quota.WindowLabels;
import app.pitot.quota.WindowState;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Why a lane takes no part any more.
 *
 * @param why a sentence for the user
 * @param retryMs in how many ms it could be asked again; null if that is unknown or waiting does not help
 * @param byUser true if the user wanted it so
 */
record Parting(String why, Double retryMs, boolean byUser) {
    /** Failures in a row that could each have passed, after which nobody waits for another. */
    private static final int PATIENCE = 3;
    /** Of those that each take a minute. */
    private static final int SILENCES = 2;

    private Parting(String why, Double retryMs) {
        this(why, retryMs, false);
    }

    static Parting stopped() {
        return new Parting(Texts.get("compare.parting.stopped"), null, true);
    }

    static Parting gone() {
        return new Parting(Texts.get("compare.parting.gone"), null);
    }

    /** It would not fit at all, however long it waits. */
    static Parting tooLarge(PreFlight check) {
        if (check.verdict() == PreFlight.Verdict.OVER_CONTEXT) {
            return new Parting(Texts.get("compare.parting.context", check.tokens(), check.contextTokens()), null);
        }
        var window = check.binding();
        var name = WindowLabels.shortName(window.metric(), window.period());
        return new Parting(window.limit() == 0
                ? Texts.get("compare.parting.none", name)
                : Texts.get("compare.parting.never", check.tokens(), name, window.limit()), null);
    }

    /** Not beside the others of its race. */
    static Parting tooMany(Together.TooMany one) {
        var window = one.window();
        var name = WindowLabels.shortName(window.metric(), window.period());
        return new Parting(window.metric() == Metric.REQUESTS
                ? Texts.get("compare.parting.race.requests", one.requests(), name, window.limit())
                : Texts.get("compare.parting.race.tokens", one.tokens(), name, window.limit()), null);
    }

    /** The provider's day or month is over, or too much of it would be. */
    static Parting usedUp(WindowState window, Double retryMs) {
        return new Parting(
                Texts.get("compare.parting.day", WindowLabels.shortName(window.metric(), window.period())), retryMs);
    }

    static Parting overBudget(BudgetState state, Instant now) {
        var budget = state.budget();
        return new Parting(Texts.get("compare.parting.budget", BudgetLabels.of(budget),
                BudgetLabels.amount(budget.metric(), state.used()), state.used()),
                (double) Duration.between(now, state.resetsAt()).toMillis());
    }

    /** Null if the lane is to be asked again. @param inARow failures of the lane without a whole reply between, this one included */
    static Parting after(ApiError error, int inARow) {
        var patience = switch (error.kind()) {
            case BAD_URL, BAD_KEY, KEYCHAIN, BAD_SETTING, BAD_PARAMETER, OVER_BUDGET, UNKNOWN_HOST, TLS, REDIRECT,
                    UNAUTHORIZED, PAYMENT_REQUIRED, CREDITS, KEY_LIMIT, FORBIDDEN, EDGE_BLOCKED, CONTENT_REFUSED,
                    MODEL_NOT_FOUND, MODEL_RETIRED, NOT_FOUND, BAD_REQUEST, CONTEXT_LENGTH, TOO_LARGE, NO_QUOTA,
                    PROXY_AUTH, PROXY, NOT_AN_API, TOO_LONG, INTERNAL ->
                1;
            case CONNECT_TIMEOUT, HEADER_TIMEOUT, STALLED -> SILENCES;
            case CONNECTION_REFUSED, CONNECTION_LOST, BUDGET_IN_FLIGHT, RATE_LIMIT, QUEUE, SERVER_ERROR, UNAVAILABLE,
                    IN_STREAM, TRUNCATED, MALFORMED ->
                PATIENCE;
        };
        if (inARow < patience) {
            return null;
        }
        var title = Texts.get("error." + error.kind().name().toLowerCase(Locale.ROOT) + ".title");
        var wait = error.waitSeconds();
        var why = inARow == 1
                ? Texts.get("compare.parting.failed", title, error.message())
                : Texts.get("compare.parting.failed.often", inARow, title, error.message());
        return new Parting(why, wait == null ? null : (Double) (wait * 1_000));
    }
}
