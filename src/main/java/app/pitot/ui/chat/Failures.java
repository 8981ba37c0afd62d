package app.pitot.ui.chat;

import app.pitot.api.ErrorKind;
import app.pitot.api.Outcome;
import app.pitot.base.Texts;
import app.pitot.history.Message;
import app.pitot.history.Message.State;
import app.pitot.ui.common.Format;
import java.util.Locale;

/**
 * What to say under a reply that did not end well: what happened, what was kept, what to do next. The same of a reply that
 * ended now and of one from last year.
 */
final class Failures {
    private Failures() {}

    static boolean concerns(Message reply) {
        return reply.facts() == null ? reply.state() != State.COMPLETE : reply.state() != State.COMPLETE || cut(reply);
    }

    /** True if the reply ended because there was no more room for it. */
    static boolean cut(Message reply) {
        var facts = reply.facts();
        return facts != null && facts.outcome() == Outcome.COMPLETE && "length".equals(facts.finishReason());
    }

    /** True if nothing but the context bounded a reply that was cut. */
    static boolean contextFull(Message reply) {
        return cut(reply) && reply.facts().parameters().maxTokens() == null;
    }

    /** True if it can be asked to go on: some of it came, and there was more to come. */
    static boolean unfinished(Message reply) {
        return concerns(reply) && !contextFull(reply) && !reply.text().isEmpty() && reply.state() != State.STREAMING
                && !reply.damaged();
    }

    /** True if the reply ended without a word on why: Pitot did not live to hear it. */
    static boolean interrupted(Message reply) {
        return reply.facts() == null || reply.facts().error() == null && reply.state() != State.COMPLETE
                && reply.state() != State.STOPPED;
    }

    /** True if it was taken back before it was sent. */
    static boolean unsent(Message reply) {
        var facts = reply.facts();
        return reply.state() == State.STOPPED && facts != null && reply.text().isEmpty()
                && reply.reasoning().isEmpty() && facts.speed().totalMs() == null
                && facts.speed().connectMs() == null;
    }

    static String title(Message reply) {
        return switch (reply.state()) {
            case COMPLETE -> Texts.get(contextFull(reply) ? "reply.full.title" : "reply.length.title");
            case STOPPED -> Texts.get(unsent(reply) ? "reply.unsent.title" : "reply.stopped.title");
            case STREAMING -> Texts.get("reply.elsewhere.title");
            case TRUNCATED, REFUSED, FAILED ->
                interrupted(reply) ? Texts.get("reply.interrupted.title") : Texts.get(key(reply, "title"));
        };
    }

    /** The provider's own words with the status it sent them under, and what was kept, a line each. */
    static String kept(Message reply) {
        var cause = cause(reply);
        return cause.isEmpty() ? keptText(reply) : cause + "\n" + keptText(reply);
    }

    private static String cause(Message reply) {
        var error = reply.facts() == null ? null : reply.facts().error();
        if (error == null) {
            return "";
        }
        var status = error.httpStatus();
        return status == null || status < 400 ? error.message() : Texts.get("reply.http", status, error.message());
    }

    private static String keptText(Message reply) {
        var text = reply.text().length() + reply.reasoning().length();
        if (text > 0) {
            return Texts.get(reply.state() == State.COMPLETE ? "reply.kept.whole" : "reply.kept.part",
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
    static String next(Message reply, Double waitMs, String successor) {
        var plain = plainNext(reply, waitMs, successor);
        return onlyThought(reply) ? plain + " " + Texts.get("reply.thought.next") : plain;
    }

    /** True if it was cut before it said anything: no endpoint takes its reasoning back, so it cannot go on. */
    private static boolean onlyThought(Message reply) {
        return concerns(reply) && reply.state() != State.STREAMING && reply.text().isEmpty()
                && !reply.reasoning().isEmpty();
    }

    private static String plainNext(Message reply, Double waitMs, String successor) {
        if (waitMs != null) {
            return waitMs > 0
                    ? Texts.get("reply.next.wait", Format.countdown(waitMs))
                    : Texts.get("reply.next.now");
        }
        return switch (reply.state()) {
            case COMPLETE -> Texts.get(contextFull(reply)
                    ? "reply.full.next"
                    : reply.text().isEmpty() ? "reply.length.retry" : "reply.length.next");
            case STOPPED -> Texts.get(unsent(reply) ? "reply.unsent.next" : "reply.stopped.next");
            case STREAMING -> Texts.get("reply.elsewhere.next");
            case TRUNCATED, REFUSED, FAILED ->
                interrupted(reply)
                        ? Texts.get(reply.text().isEmpty() ? "reply.interrupted.retry" : "reply.interrupted.next")
                        : advice(reply, successor);
        };
    }

    private static String advice(Message reply, String successor) {
        var error = reply.facts().error();
        if (modelGone(error.kind()) && successor != null) {
            return Texts.get("reply.next.successor", successor);
        }
        var excess = error.excess();
        return excess == null
                ? Texts.get(key(reply, "next"))
                : Texts.get("reply.next.excess", Format.count(excess.requested()), excess.limit(),
                        Format.count(excess.allowed()), Format.count(excess.requested() - excess.allowed()));
    }

    private static String key(Message reply, String part) {
        return "error." + reply.facts().error().kind().name().toLowerCase(Locale.ROOT) + "." + part;
    }
}
