package app.pitot.ui.chat;

import app.pitot.api.ErrorKind;
import app.pitot.api.Outcome;
import app.pitot.base.Texts;
import app.pitot.exchange.ExchangeResult;
import app.pitot.ui.common.Format;
import java.util.Locale;

/** What to say under a reply that did not end well: what happened, what was kept, what to do next. */
final class Failures {
    private Failures() {}

    static boolean concerns(ExchangeResult result) {
        return result.outcome() != Outcome.COMPLETE || cut(result);
    }

    /** True if the reply ended because there was no more room for it. */
    static boolean cut(ExchangeResult result) {
        return result.outcome() == Outcome.COMPLETE && "length".equals(result.finishReason());
    }

    /** True if nothing but the context bounded a reply that was cut. */
    static boolean contextFull(ExchangeResult result) {
        return cut(result) && result.spec().request().maxTokens() == null;
    }

    static String title(ExchangeResult result) {
        return switch (result.outcome()) {
            case COMPLETE -> Texts.get(contextFull(result) ? "reply.full.title" : "reply.length.title");
            case STOPPED -> Texts.get("reply.stopped.title");
            case TRUNCATED, REFUSED, FAILED -> Texts.get(key(result, "title"));
        };
    }

    /** The provider's own words with the status it sent them under, and what was kept, a line each. */
    static String kept(ExchangeResult result) {
        var cause = cause(result);
        return cause.isEmpty() ? keptText(result) : cause + "\n" + keptText(result);
    }

    private static String cause(ExchangeResult result) {
        var error = result.error();
        if (error == null) {
            return "";
        }
        var status = error.httpStatus();
        return status == null || status < 400 ? error.message() : Texts.get("reply.http", status, error.message());
    }

    private static String keptText(ExchangeResult result) {
        var text = result.answer().length() + result.reasoning().length();
        if (text > 0) {
            return Texts.get(result.outcome() == Outcome.COMPLETE ? "reply.kept.whole" : "reply.kept.part",
                    Format.count(text));
        }
        return Texts.get("reply.kept.question");
    }

    /** True if the model does not exist at this account, or no longer. */
    static boolean modelGone(ErrorKind kind) {
        return kind == ErrorKind.MODEL_NOT_FOUND || kind == ErrorKind.MODEL_RETIRED;
    }

    /**
     * @param waitMs countdown to the earliest useful retry; null if there is none, 0 or less once it is over
     * @param successor the model that takes the place of the one that was asked; null if none is known
     */
    static String next(ExchangeResult result, Double waitMs, String successor) {
        if (waitMs != null) {
            return waitMs > 0
                    ? Texts.get("reply.next.wait", Format.countdown(waitMs))
                    : Texts.get("reply.next.now");
        }
        return switch (result.outcome()) {
            case COMPLETE -> Texts.get(contextFull(result) ? "reply.full.next" : "reply.length.next");
            case STOPPED -> Texts.get("reply.stopped.next");
            case TRUNCATED, REFUSED, FAILED -> advice(result, successor);
        };
    }

    private static String advice(ExchangeResult result, String successor) {
        var error = result.error();
        if (modelGone(error.kind()) && successor != null) {
            return Texts.get("reply.next.successor", successor);
        }
        var excess = error.excess();
        return excess == null
                ? Texts.get(key(result, "next"))
                : Texts.get("reply.next.excess", Format.count(excess.requested()), excess.limit(),
                        Format.count(excess.allowed()), Format.count(excess.requested() - excess.allowed()));
    }

    private static String key(ExchangeResult result, String part) {
        return "error." + result.error().kind().name().toLowerCase(Locale.ROOT) + "." + part;
    }
}
