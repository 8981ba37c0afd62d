package app.pitot.ui.chat;

import app.pitot.api.ErrorKind;
import app.pitot.base.Texts;
import app.pitot.history.Message;
import app.pitot.history.ReplyFacts;
import app.pitot.ui.common.Format;
import app.pitot.ui.transcript.Details;
import app.pitot.ui.transcript.Entry;
import app.pitot.ui.transcript.Figure;
import app.pitot.ui.transcript.Notice;
import app.pitot.ui.transcript.Notice.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands around the text of a message: the same whether a reply ended now or last year. */
final class ReplyWords {
    private ReplyWords() {}

    /** @param last true for the end of the branch, whose failure is said by whoever can offer a remedy */
    static Entry entry(Message message, boolean last) {
        return switch (message.kind()) {
            case QUESTION -> message.damaged() ? damagedQuestion(message) : asked(message, message.text());
            // Its text stands in the box of its call.
            case TOOL_RESULT ->
                new Entry.Replied(Texts.get("tool.result"), "", "", "", List.of(), Details.NONE, List.of());
            case REPLY -> {
                var notices = new ArrayList<Notice>();
                if (message.damaged()) {
                    notices.add(damaged());
                }
                if (!last) {
                    remark(message).ifPresent(notices::add);
                }
                if (!last && Failures.concerns(message)) {
                    notices.add(failure(message));
                }
                yield new Entry.Replied(title(message), message.text(), message.reasoning(), summary(message),
                        figures(message), details(message), notices, message.toolCalls());
            }
        };
    }

    /** Who replied. */
    static String title(Message reply) {
        return reply.facts() == null ? Texts.get("reply.unknown") : reply.facts().modelId();
    }

    static List<Figure> figures(Message reply) {
        var facts = reply.facts();
        return facts == null || facts.speed().textBytes() == 0 && facts.toolCalls().isEmpty()
                ? List.of()
                : MetricLine.of(facts);
    }

    static Details details(Message reply) {
        return reply.facts() == null ? Details.NONE : ReplyDetails.of(reply.facts());
    }

    /** Length and time of the reasoning; empty if there is none, or nothing is known of it. */
    static String summary(Message reply) {
        var facts = reply.facts();
        if (reply.reasoning().isEmpty() || facts == null) {
            return "";
        }
        var tokens = facts.speed().reasoningTokens();
        return tokens == null
                ? thinking(facts)
                : Texts.get("reply.reasoning", Format.count(tokens), thinking(facts));
    }

    /** Something odd about a reply that ended well. */
    static Optional<Notice> remark(Message reply) {
        return Failures.concerns(reply) || reply.facts() == null || reply.facts().notes().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Notice(Severity.INFO, String.join(" ", reply.facts().notes()), "", "", List.of()));
    }

    /** What happened and what was kept, without an offer. */
    static Notice failure(Message reply) {
        var kept = Failures.kept(reply);
        var notes = reply.facts() == null ? List.<String>of() : reply.facts().notes();
        return new Notice(severity(reply), Failures.title(reply),
                notes.isEmpty() ? kept : kept + "\n" + String.join("\n", notes), "", List.of());
    }

    /** True for what passes by itself. */
    static boolean passing(ErrorKind kind) {
        return kind == ErrorKind.RATE_LIMIT || kind == ErrorKind.BUDGET_IN_FLIGHT || kind == ErrorKind.QUEUE
                || kind == ErrorKind.UNAVAILABLE;
    }

    private static Severity severity(Message reply) {
        return switch (reply.state()) {
            case COMPLETE, STOPPED, STREAMING -> Severity.INFO;
            case TRUNCATED -> Severity.WARNING;
            case REFUSED -> Failures.interrupted(reply) || passing(reply.facts().error().kind())
                    ? Severity.WARNING
                    : Severity.ERROR;
            case FAILED -> Severity.ERROR;
        };
    }

    /** From the first token to the first that is no reasoning. */
    private static String thinking(ReplyFacts facts) {
        var speed = facts.speed();
        var end = speed.firstAnswerMs() == null ? speed.totalMs() : speed.firstAnswerMs();
        return Format.duration(end == null || speed.ttftMs() == null ? null : end - speed.ttftMs());
    }

    private static Entry asked(Message message, String text) {
        return new Entry.Asked(text, message.pictures());
    }

    private static Entry damagedQuestion(Message question) {
        return new Entry.Replied(Texts.get("transcript.question"), question.text(), "", "", List.of(), Details.NONE,
                List.of(damaged()));
    }

    private static Notice damaged() {
        return new Notice(Severity.ERROR, Texts.get("chat.damaged.title"), Texts.get("chat.damaged.kept"), "",
                List.of());
    }
}
