package app.pitot.ui.instruments;

import app.pitot.base.Provenance;
import app.pitot.base.Texts;
import app.pitot.provider.Allowance;
import app.pitot.provider.Metric;
import app.pitot.provider.Refill;
import app.pitot.quota.WindowDetails;
import app.pitot.quota.WindowDetails.Sample;
import app.pitot.quota.WindowState;
import app.pitot.ui.common.Format;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Says how the figure of a gauge comes about, with its own numbers: whatever stands there adds up. */
final class ProjectionWords {
    private static final double MICRO = 1e6;
    private static final long EXACT_MS = 600_000;

    private final WindowDetails details;
    private final WindowState w;
    private final Instant now;
    private final ZoneId zone;

    private ProjectionWords(WindowDetails details, Instant now, ZoneId zone) {
        this.details = details;
        this.w = details.state();
        this.now = now;
        this.zone = zone;
    }

    /** A sentence each; never empty. */
    static List<String> of(WindowDetails details, Instant now, ZoneId zone) {
        return new ProjectionWords(details, now, zone).lines();
    }

    private List<String> lines() {
        var lines = new ArrayList<String>();
        if (w.allowance() == Allowance.UNLIMITED) {
            lines.add(Texts.get("projection.unlimited"));
        } else if (w.allowance() == Allowance.BLOCKED) {
            lines.add(Texts.get("projection.blocked"));
        } else if (w.remaining() == null) {
            lines.add(Texts.get(w.limit() == null ? "projection.unknown" : "projection.level.unknown",
                    w.limit() == null ? "" : amount(w.limit())));
        } else {
            lines.add(sum());
            refill(lines);
        }
        if (SourceWords.stale(w)) {
            lines.add(Texts.get("projection.stale", Format.age(w.ageMs())));
        }
        return lines;
    }

    /** Begins with the last report, or with the limit where there is none. */
    private String sum() {
        var report = report();
        if (report == null) {
            return told() ? carried() : counted();
        }
        // A figure that is still the provider's own was said when it came, not when it was looked at last.
        var at = w.source() == Provenance.REPORTED && w.ageMs() != null ? now.minusMillis(w.ageMs()) : report.at();
        if (newPeriod(at)) {
            return Texts.get("projection.reset", amount(w.limit()), taken(w.remaining() - w.limit()),
                    amount(w.remaining()));
        }
        var elapsed = Math.max(0, Duration.between(at, now).toMillis());
        var back = back(report, elapsed);
        var rest = w.remaining() - report.remaining() - back;
        if (rounding(rest)) {
            back += rest;
            rest = 0;
        }
        return Texts.get("projection.reported", amount(report.remaining()), Format.second(at, zone),
                back == 0 ? "" : refilled(report.remaining() + back, back, elapsed),
                taken(rest), amount(w.remaining()));
    }

    /** Of the last report only its age is known. */
    private String carried() {
        return Texts.get("projection.carried", Format.second(now.minusMillis(w.ageMs()), zone),
                w.reserved() == 0 ? "" : Texts.get("projection.carried.held", amount(w.reserved())),
                amount(w.remaining()));
    }

    private boolean told() {
        return w.ageMs() != null && (w.source() == Provenance.REPORTED || w.source() == Provenance.PROJECTED);
    }

    /** Nobody reported it: we count down from the limit. */
    private String counted() {
        return Texts.get("projection.counted", w.limit() == null ? Format.UNKNOWN : amount(w.limit()),
                amount(w.used()), amount(w.reserved()), amount(w.remaining()));
    }

    private Sample report() {
        for (var i = details.lastHour().size() - 1; i >= 0; i--) {
            if (details.lastHour().get(i).reported()) {
                return details.lastHour().get(i);
            }
        }
        return null;
    }

    /** True if a fixed window began anew since. */
    private boolean newPeriod(Instant since) {
        if (w.refill() != Refill.FIXED || w.limit() == null) {
            return false;
        }
        var length = w.period().length();
        return w.nextMs() != null
                ? since.isBefore(now.plusMillis(Math.round(w.nextMs())).minus(length))
                : w.limit().equals(w.remaining()) && w.reserved() == 0 && !since.plus(length).isAfter(now);
    }

    private String refilled(long level, long back, long elapsed) {
        return level >= w.limit()
                ? Texts.get("projection.capped", amount(back))
                : Texts.get("projection.refilled", rate(), seconds(elapsed), amount(back));
    }

    /** Exactly, for as long as anybody would check it. */
    private static String seconds(long ms) {
        return ms < EXACT_MS ? Math.round(ms / 1_000.0) + " s" : Format.age(ms);
    }

    /** A header shows whole units of a level that has a fraction. */
    private boolean rounding(long rest) {
        return w.refill() == Refill.CONTINUOUS && (rest == 1 || rest == -1 && w.metric() != Metric.REQUESTS);
    }

    /** What came back since, which is no more than was missing. */
    private long back(Sample report, long elapsed) {
        if (w.refill() == Refill.FIXED || w.limit() == null) {
            return 0;
        }
        var even = (double) w.limit() * elapsed / w.period().length().toMillis();
        return (long) Math.clamp(Math.floor(even), 0, Math.max(0, w.limit() - report.remaining()));
    }

    /** @param change since, but for the refill: what is held, what else went, or what came back of reservations */
    private String taken(long change) {
        if (change > 0) {
            return Texts.get("projection.back", amount(change));
        }
        var held = Math.min(w.reserved(), -change);
        var gone = -change - held;
        return (held == 0 ? "" : Texts.get("projection.held", amount(held)))
                + (gone == 0 ? "" : Texts.get("projection.gone", amount(gone)));
    }

    private void refill(List<String> lines) {
        if (w.refill() == Refill.CONTINUOUS && w.limit() != null) {
            lines.add(Texts.get("projection.rate", amount(w.limit()),
                    Texts.get("projection.per." + w.period()), rate()));
        } else if (w.refill() == Refill.FIXED && w.nextMs() != null) {
            lines.add(Texts.get("projection.fixed", Format.countdown(w.nextMs())));
        }
    }

    private String rate() {
        var perSecond = (double) w.limit() / w.period().length().toSeconds();
        if (w.metric() == Metric.USD) {
            return "$" + short3(perSecond / MICRO) + " / s";
        }
        return perSecond >= 1 ? short3(perSecond) + " / s" : short3(perSecond * 60) + " / min";
    }

    private static String short3(double value) {
        return value >= 100 ? Format.count(Math.round(value)) : trimmed(value);
    }

    private static String trimmed(double value) {
        return new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros().toPlainString();
    }

    private String amount(Long n) {
        return Format.amount(w.metric(), n);
    }
}
