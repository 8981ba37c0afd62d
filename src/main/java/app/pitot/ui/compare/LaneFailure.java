package app.pitot.ui.compare;

import app.pitot.api.ApiError;
import app.pitot.api.Outcome;
import app.pitot.base.Texts;
import app.pitot.compare.RunningComparison.LaneNow;
import app.pitot.compare.Sample;
import app.pitot.ui.common.Format;
import app.pitot.ui.transcript.Notice;
import app.pitot.ui.transcript.Notice.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What to say in a lane whose request did not end well: what happened, what was kept, what next. */
final class LaneFailure {
    private static final double SECOND = 1_000;

    private LaneFailure() {}

    /** Empty if it ended well. */
    static Optional<Notice> of(Sample sample) {
        if (sample.outcome() == Outcome.COMPLETE) {
            return "length".equals(sample.finishReason())
                    ? Optional.of(new Notice(Severity.INFO, Texts.get("reply.length.title"),
                            Texts.get("compare.cut"), "", List.of()))
                    : Optional.empty();
        }
        var error = sample.error();
        if (error == null) {
            return Optional.of(new Notice(Severity.INFO,
                    Texts.get(sample.outcome() == Outcome.STOPPED
                            ? "reply.stopped.title"
                            : "reply.interrupted.title"),
                    kept(sample).strip(), "", List.of()));
        }
        return Optional.of(new Notice(sample.outcome() == Outcome.FAILED ? Severity.ERROR : Severity.WARNING,
                Texts.get(key(error, "title")), cause(error) + kept(sample), next(error), List.of()));
    }

    /** Of a lane that takes no part any more. */
    static Notice stopped(LaneNow now) {
        return new Notice(Severity.WARNING, now.stopped(), Texts.get("compare.others"),
                now.retryMs() == null || now.retryMs() <= 0
                        ? ""
                        : Texts.get("reply.next.wait", Format.countdown(now.retryMs())),
                List.of());
    }

    private static String kept(Sample sample) {
        int text = sample.answer().length() + sample.reasoning().length();
        return text == 0 ? "" : "\n" + Texts.get("reply.kept.part", Format.count(text));
    }

    private static String cause(ApiError error) {
        return error.httpStatus() == null || error.httpStatus() < 400
                ? error.message()
                : Texts.get("reply.http", error.httpStatus(), error.message());
    }

    private static String next(ApiError error) {
        var wait = error.waitSeconds();
        return wait != null && wait > 0
                ? Texts.get("reply.next.wait", Format.countdown(wait * SECOND))
                : error.excess() != null
                        ? Texts.get("reply.next.excess", Format.count(error.excess().requested()),
                                error.excess().limit(), Format.count(error.excess().allowed()),
                                Format.count(error.excess().requested() - error.excess().allowed()))
                        : Texts.get(key(error, "next"));
    }

    private static String key(ApiError error, String part) {
        return "error." + error.kind().name().toLowerCase(Locale.ROOT) + "." + part;
    }
}
