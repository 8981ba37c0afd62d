package app.pitot.ui.instruments;

import app.pitot.base.Texts;
import app.pitot.exchange.Phase;
import app.pitot.speed.SpeedFlag;
import app.pitot.speed.SpeedReading;
import app.pitot.ui.common.Format;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Puts a speed reading into words. */
final class SpeedFaces {
    private static final String ABOUT = "≈ ";

    private SpeedFaces() {}

    /**
     * @param phase of the exchange; null if none has run yet
     * @param endedAt time of day at which it ended, as written, once that lies some time back; else null
     */
    static SpeedFace of(SpeedReading r, Phase phase, String endedAt) {
        var speed = r.outputTokensPerSecond();
        var idle = endedAt != null;
        var about = speed != null && r.estimated();
        var figure = (about ? "≈" : "") + Format.speed(speed);
        var quiet = about || idle || r.flags().contains(SpeedFlag.SMALL_SAMPLE) || speed == null;
        var ttft = Format.duration(r.ttftMs());
        var answer = Format.duration(r.firstAnswerMs());
        // Of a reply that has not begun nothing is estimated yet.
        var tokens = phase == Phase.QUEUED
                ? Format.UNKNOWN
                : (r.estimated() && r.outputTokens() != null ? ABOUT : "") + Format.count(r.outputTokens());
        var note = note(r, phase, endedAt);
        var source = source(r, phase);
        var spoken = Texts.get("instruments.speed.spoken", figure, source, ttft, answer, tokens)
                + (note == null ? "" : ". " + note);
        return new SpeedFace(speed, figure, quiet, idle, note, r.stalled(), source, ttft, answer, tokens,
                r.rhythm().bars(), !r.live(), rhythm(r), help(r),
                sourceHelp(r, phase), spoken);
    }

    private static String note(SpeedReading r, Phase phase, String endedAt) {
        if (phase == null) {
            return null;
        }
        if (r.stalled()) {
            return Texts.get("instruments.stall", Format.age((long) r.silentMs()));
        }
        if (phase == Phase.ENDED && r.outputTokensPerSecond() == null) {
            return unmeasured(r);
        }
        if (endedAt != null) {
            return Texts.get("instruments.speed.at", endedAt);
        }
        return switch (phase) {
            case QUEUED, CONNECTING, WAITING, ROUTING, THINKING ->
                Texts.get("instruments.phase." + phase.name().toLowerCase(Locale.ROOT));
            case WRITING, ENDED -> null;
        };
    }

    private static String unmeasured(SpeedReading r) {
        if (r.serverTokensPerSecond() != null) {
            return Texts.get("instruments.speed.byServer", Format.speed(r.serverTokensPerSecond()));
        }
        if (r.flags().contains(SpeedFlag.ARRIVED_AT_ONCE)) {
            return Texts.get(tooShort(r) ? "instruments.speed.tooShort" : "instruments.speed.atOnce");
        }
        return r.flags().contains(SpeedFlag.BUFFERED) ? Texts.get("instruments.speed.buffered") : null;
    }

    /** The same flag stands for one arrival and for several within a window too short to be timed. */
    private static boolean tooShort(SpeedReading r) {
        return r.flags().contains(SpeedFlag.ARRIVED_AT_ONCE) && r.rhythm().arrivals() > 1;
    }

    private static String source(SpeedReading r, Phase phase) {
        if (phase == null || r.outputTokensPerSecond() == null) {
            return Format.UNKNOWN;
        }
        return Texts.get(r.estimated() ? "instruments.source.estimated" : "instruments.source.measured");
    }

    private static String sourceHelp(SpeedReading r, Phase phase) {
        if (phase == null || r.outputTokensPerSecond() == null) {
            return Texts.get("instruments.help.source.none");
        }
        return Texts.get(r.estimated() ? "instruments.help.speed.estimated" : "instruments.help.speed.measured");
    }

    private static String rhythm(SpeedReading r) {
        var gaps = r.rhythm();
        return Texts.get("instruments.rhythm", Format.duration(gaps.p50Ms()), Format.duration(gaps.maxMs()),
                gaps.tokensPerChunk() == null ? Format.UNKNOWN : Format.speed(gaps.tokensPerChunk()));
    }

    private static String help(SpeedReading r) {
        var help = new StringBuilder(Texts.get("instruments.help.speed"));
        if (r.errorPercent() != null) {
            help.append("\n").append(Texts.get("instruments.speed.error", Format.speed(r.errorPercent())));
        }
        if (r.serverTokensPerSecond() != null) {
            help.append("\n").append(Texts.get("instruments.speed.server", Format.speed(r.serverTokensPerSecond())));
        }
        if (r.endToEndTokensPerSecond() != null) {
            help.append("\n")
                    .append(Texts.get("instruments.speed.endToEnd", Format.speed(r.endToEndTokensPerSecond())));
        }
        var doubts = Arrays.stream(SpeedFlag.values()).filter(r.flags()::contains)
                .map(f -> f == SpeedFlag.ARRIVED_AT_ONCE && tooShort(r)
                        ? "instruments.flag.tooShort"
                        : "speed.flag." + f.name().toLowerCase(Locale.ROOT))
                .filter(Texts::has).map(Texts::get).collect(Collectors.joining("\n"));
        return doubts.isEmpty() ? help.toString() : help.append("\n").append(doubts).toString();
    }
}
