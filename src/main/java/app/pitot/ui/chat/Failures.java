package app.pitot.ui.chat;

import app.pitot.api.Outcome;
import app.pitot.base.Texts;
import app.pitot.exchange.ExchangeResult;
import app.pitot.ui.common.Format;
import java.util.Locale;

/** What to say under a reply that did not end well: what happened, what was kept, what to do next. */
final class Failures {
    private Failures() {}

    static boolean concerns(ExchangeResult result) {
        return result.outcome() != Outcome.COMPLETE || "length".equals(result.finishReason());
    }

    static String title(ExchangeResult result) {
        return switch (result.outcome()) {
            case COMPLETE -> Texts.get("reply.length.title");
            case STOPPED -> Texts.get("reply.stopped.title");
            case TRUNCATED, REFUSED, FAILED -> Texts.get(key(result, "title"));
        };
    }

    /** The provider's own words, if they add anything; else empty. */
    static String cause(ExchangeResult result) {
        var error = result.error();
        if (error == null) {
            return "";
        }
        var code = error.httpStatus() == null ? "" : Texts.get("reply.http", error.httpStatus()) + " ";
        return code + error.message();
    }

    static String kept(ExchangeResult result) {
        var text = result.answer().length() + result.reasoning().length();
        if (text > 0) {
            return Texts.get(result.outcome() == Outcome.COMPLETE ? "reply.kept.whole" : "reply.kept.part",
                    Format.count(text));
        }
        return Texts.get("reply.kept.question");
    }

    /** @param waitMs countdown to the earliest useful retry; null if there is none, 0 or less once it is over */
    static String next(ExchangeResult result, Double waitMs) {
        if (waitMs != null) {
            return waitMs > 0
                    ? Texts.get("reply.next.wait", Format.countdown(waitMs))
                    : Texts.get("reply.next.now");
        }
        return switch (result.outcome()) {
            case COMPLETE -> Texts.get("reply.length.next");
            case STOPPED -> Texts.get("reply.stopped.next");
            case TRUNCATED, REFUSED, FAILED -> Texts.get(key(result, "next"));
        };
    }

    private static String key(ExchangeResult result, String part) {
        return "error." + result.error().kind().name().toLowerCase(Locale.ROOT) + "." + part;
    }
}
