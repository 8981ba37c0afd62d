package app.pitot.exchange;

import app.pitot.api.ApiError;
import app.pitot.api.ErrorKind;
import app.pitot.api.Outcome;
import app.pitot.api.StreamEnd;
import app.pitot.api.Usage;
import app.pitot.quota.Settlement;
import app.pitot.quota.Settlement.Kind;

/** Decides what a request took from the windows. */
final class Settlements {
    private Settlements() {}

    /**
     * Whether the provider can have seen the request. Once it began to leave only the provider knows, unless something on
     * the way answered in its place.
     */
    static boolean reached(StreamEnd end, boolean sent) {
        if (!sent || end.error() == null) {
            return sent;
        }
        return switch (end.error().kind()) {
            case NOT_AN_API, REDIRECT, PROXY_AUTH, PROXY, EDGE_BLOCKED -> false;
            default -> true;
        };
    }

    /** @param reached see {@link #reached} */
    static Settlement of(StreamEnd end, boolean reached) {
        if (!reached) {
            return Settlement.of(Kind.NOT_SENT);
        }
        var used = used(end.usage());
        if (used != null) {
            return used;
        }
        if (end.outcome() != Outcome.REFUSED || letIn(end.error())) {
            return Settlement.of(Kind.UNKNOWN);
        }
        boolean quota = end.error() != null && end.error().kind() == ErrorKind.RATE_LIMIT;
        return Settlement.of(quota ? Kind.REFUSED : Kind.DECLINED);
    }

    /** A success says that the request was admitted and counted; what broke afterwards does not undo that. */
    private static boolean letIn(ApiError error) {
        if (error == null || error.httpStatus() == null || error.httpStatus() / 100 != 2) {
            return false;
        }
        return switch (error.kind()) {
            case SERVER_ERROR, UNAVAILABLE, IN_STREAM -> true;
            default -> false;
        };
    }

    /** Null unless both sides of the count are known; some servers leave one to be worked out from the total. */
    private static Settlement used(Usage usage) {
        if (usage == null) {
            return null;
        }
        var prompt = known(usage.promptTokens(), usage.totalTokens(), usage.completionTokens());
        var completion = known(usage.completionTokens(), usage.totalTokens(), usage.promptTokens());
        if (prompt == null || completion == null) {
            return null;
        }
        return Settlement.used(prompt, completion, usage.cachedTokens() == null ? 0 : usage.cachedTokens());
    }

    private static Integer known(Integer wanted, Integer total, Integer other) {
        if (wanted != null) {
            return wanted;
        }
        return total == null || other == null ? null : Math.max(0, total - other);
    }
}
