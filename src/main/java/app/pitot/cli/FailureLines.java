package app.pitot.cli;

import app.pitot.api.ApiError;
import app.pitot.api.ErrorKind;
import app.pitot.base.Texts;
import app.pitot.exchange.ExchangeResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What happened to a reply that did not come whole, what there is of it, and what to do next. */
final class FailureLines {
    private static final int FIRST_ERROR_STATUS = 400;

    private FailureLines() {}

    /** @param successor the model to ask in place of one that is gone; null if none is known */
    static List<String> of(ExchangeResult result, String successor) {
        List<String> lines = new ArrayList<>();
        var error = result.error();
        if (error != null) {
            lines.add(Texts.get(key(error, "title")) + ".");
            lines.add(words(error));
        }
        lines.add(kept(result));
        if (error != null && error.waitSeconds() != null && error.waitSeconds() > 0) {
            lines.add(Texts.get("cli.retryAfter", error.waitSeconds()));
        }
        lines.add(next(error, successor));
        return lines;
    }

    private static String next(ApiError error, String successor) {
        if (error == null) {
            return Texts.get("cli.stopped.next");
        }
        if (error.kind() == ErrorKind.OVER_BUDGET) {
            return Texts.get("cli.error.over_budget.next");
        }
        boolean gone = error.kind() == ErrorKind.MODEL_RETIRED || error.kind() == ErrorKind.MODEL_NOT_FOUND;
        return gone && successor != null
                ? Texts.get("cli.successor", successor)
                : Texts.get(key(error, "next"));
    }

    private static String words(ApiError error) {
        var status = error.httpStatus();
        return status == null || status < FIRST_ERROR_STATUS
                ? error.message()
                : Texts.get("cli.http", String.valueOf(status), error.message());
    }

    private static String kept(ExchangeResult result) {
        if (!result.answer().isEmpty()) {
            return Texts.get("cli.kept", result.answer().length());
        }
        return result.reasoning().isEmpty()
                ? Texts.get("cli.kept.nothing")
                : Texts.get("cli.kept.reasoning", result.reasoning().length());
    }

    private static String key(ApiError error, String part) {
        return "error." + error.kind().name().toLowerCase(Locale.ROOT) + "." + part;
    }
}
