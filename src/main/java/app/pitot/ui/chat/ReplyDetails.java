package app.pitot.ui.chat;

import app.pitot.api.Harmless;
import app.pitot.api.LimitReading;
import app.pitot.api.SeenHeaders;
import app.pitot.api.ServerTiming;
import app.pitot.api.Usage;
import app.pitot.base.Texts;
import app.pitot.history.ReplyFacts;
import app.pitot.quota.WindowLabels;
import app.pitot.ui.common.Format;
import app.pitot.ui.transcript.Details;
import app.pitot.ui.transcript.Details.Line;
import app.pitot.ui.transcript.Details.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts what is known of a request into words: who served it, what it took, what was said of limits, and in which headers. */
final class ReplyDetails {
    private static final int MAX_WORD = 80;

    private ReplyDetails() {}

    static Details of(ReplyFacts facts) {
        var headers = facts.details().headers();
        var sections = new ArrayList<Section>();
        sections.add(new Section(Texts.get("details.request"), request(facts)));
        sections.add(new Section(Texts.get("details.usage"), usage(facts)));
        sections.add(new Section(Texts.get("details.timing"), timing(facts.details().timing())));
        sections.add(new Section(Texts.get("details.chances"), Chances.of(facts.details().chances())));
        sections.add(new Section(Texts.get("details.windows", headers.dialect()),
                headers.windows().stream().map(ReplyDetails::window).toList()));
        sections.add(new Section(Texts.get("details.unread"), raw(headers.unreadLimits(), false)));
        sections.add(new Section(Texts.get("details.headers"),
                raw(headers.all().stream().filter(header -> !header.unreadLimit()).toList(), headers.cut())));
        return new Details(Texts.get("details.title", facts.modelId()), sections);
    }

    private static List<Line> request(ReplyFacts facts) {
        var lines = new ArrayList<Line>();
        var details = facts.details();
        add(lines, "details.provider", facts.provider());
        add(lines, "details.upstream", details.served().by());
        add(lines, "details.id", details.headers().requestId());
        add(lines, "details.finish", Harmless.line(facts.finishReason(), MAX_WORD));
        add(lines, "details.finish.native", details.served().nativeFinishReason());
        var error = facts.error();
        if (error != null) {
            add(lines, "details.status", error.httpStatus() == null ? null : error.httpStatus().toString());
            add(lines, "details.code", Harmless.line(error.code(), MAX_WORD));
        }
        return lines;
    }

    private static List<Line> usage(ReplyFacts facts) {
        var lines = new ArrayList<Line>();
        var usage = facts.usage() == null ? new Usage(null, null, null, null, null) : facts.usage();
        count(lines, "details.prompt", usage.promptTokens());
        count(lines, "details.cached", usage.cachedTokens());
        count(lines, "details.completion", usage.completionTokens());
        count(lines, "details.reasoning", usage.reasoningTokens());
        count(lines, "details.total", usage.totalTokens());
        if (facts.cost() != null) {
            // To the last digit: whoever looks here compares it with a bill.
            var exact = "$" + facts.cost().stripTrailingZeros().toPlainString();
            var source = facts.details().costSource();
            add(lines, "details.cost", source == null
                    ? exact
                    : Texts.get("details.cost." + source.name().toLowerCase(Locale.ROOT), exact));
        }
        return lines;
    }

    private static List<Line> timing(ServerTiming timing) {
        var lines = new ArrayList<Line>();
        if (timing != null) {
            seconds(lines, "details.queue", timing.queueSeconds());
            seconds(lines, "details.promptTime", timing.promptSeconds());
            seconds(lines, "details.completionTime", timing.completionSeconds());
            seconds(lines, "details.totalTime", timing.totalSeconds());
        }
        return lines;
    }

    private static Line window(LimitReading window) {
        var figures = switch (window.allowance()) {
            case LIMITED -> Texts.get("details.window.left", Format.amount(window.metric(), window.remaining()),
                    Format.amount(window.metric(), window.limit()));
            case UNLIMITED -> Texts.get("details.window.unlimited");
            case BLOCKED -> Texts.get("details.window.blocked");
            case UNKNOWN -> Format.UNKNOWN;
        };
        var reset = window.resetSeconds();
        return new Line(name(window), reset == null
                ? figures
                : figures + Texts.get("details.window.reset", Format.duration(reset * 1_000)));
    }

    private static String name(LimitReading window) {
        if (window.label() != null) {
            return window.label();
        }
        return window.metric() != null && window.period() != null
                ? WindowLabels.title(window.metric(), window.period())
                : Texts.get("details.window.unnamed",
                        window.metric() == null ? Format.UNKNOWN : window.metric().name().toLowerCase(Locale.ROOT));
    }

    private static List<Line> raw(List<SeenHeaders.Header> headers, boolean cut) {
        var lines = new ArrayList<Line>();
        headers.forEach(header -> lines.add(new Line(header.name(), header.value())));
        if (cut) {
            lines.add(new Line("…", Texts.get("details.cut")));
        }
        return lines;
    }

    private static void count(List<Line> lines, String key, Integer tokens) {
        add(lines, key, tokens == null ? null : Format.count(tokens));
    }

    private static void seconds(List<Line> lines, String key, Double seconds) {
        add(lines, key, seconds == null ? null : Format.duration(seconds * 1_000));
    }

    private static void add(List<Line> lines, String key, String value) {
        if (value != null && !value.isBlank()) {
            lines.add(new Line(Texts.get(key), value));
        }
    }
}
