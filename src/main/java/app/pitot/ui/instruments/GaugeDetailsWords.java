package app.pitot.ui.instruments;

import app.pitot.base.Texts;
import app.pitot.provider.Plan;
import app.pitot.provider.Refill;
import app.pitot.quota.RawHeader;
import app.pitot.quota.WindowDetails;
import app.pitot.quota.WindowDetails.Sample;
import app.pitot.quota.WindowState;
import app.pitot.ui.common.Format;
import app.pitot.ui.controls.HourCurve;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Puts what stands behind a gauge into words. */
final class GaugeDetailsWords {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.US);

    private GaugeDetailsWords() {}

    /** @param plan the account's; null if unknown */
    static GaugeDetails of(WindowDetails details, Plan plan, GaugeFace face, Instant now, ZoneId zone) {
        var moments = moments(details, now);
        var headers = details.headers().stream().map(GaugeDetailsWords::line).collect(Collectors.joining("\n"));
        var heard = headers.isEmpty()
                ? Texts.get("gauge.headers.none")
                : Texts.get("gauge.headers.at", Format.second(details.headersAt(), zone));
        return new GaugeDetails(face.title(), (face.left() + " " + face.ofs().getFirst()).strip(),
                ProjectionWords.of(details, now, zone), curve(details.state(), moments, now, zone),
                history(details, moments, zone), heard, headers, plan(details, plan));
    }

    private static String line(RawHeader header) {
        return header.name() + ": " + header.value();
    }

    /** Those of the last hour, and the present one if its level is known. */
    private static List<Sample> moments(WindowDetails details, Instant now) {
        var from = now.minusSeconds((long) HourCurve.HOUR);
        var moments = new ArrayList<>(details.lastHour().stream()
                .filter(sample -> !sample.at().isBefore(from) && !sample.at().isAfter(now)).toList());
        var w = details.state();
        if (w.remaining() != null) {
            moments.add(new Sample(now, w.remaining(), w.limit(), false));
        }
        return moments;
    }

    private static HourCurve curve(WindowState w, List<Sample> moments, Instant now, ZoneId zone) {
        var count = moments.size();
        var ago = new double[count];
        var left = new long[count];
        var limits = new long[count];
        var reported = new boolean[count];
        var readings = new String[count];
        for (var i = 0; i < count; i++) {
            var sample = moments.get(i);
            ago[i] = Duration.between(sample.at(), now).toMillis() / 1_000.0;
            left[i] = sample.remaining();
            limits[i] = sample.limit() == null ? -1 : sample.limit();
            reported[i] = sample.reported();
            readings[i] = Texts.get(sample.reported() ? "gauge.history.reported" : "gauge.history.projected",
                    Format.second(sample.at(), zone), Format.amount(w.metric(), sample.remaining()));
        }
        // Between two of our moments a bucket refills evenly; a fixed window stands still.
        return new HourCurve(ago, left, limits, reported, readings,
                w.refill() == Refill.FIXED,
                w.limit() == null ? null : Format.amount(w.metric(), w.limit()),
                Format.time(now.minusSeconds((long) HourCurve.HOUR), zone), Format.time(now, zone));
    }

    private static String history(WindowDetails details, List<Sample> moments, ZoneId zone) {
        var metric = details.state().metric();
        var told = moments.stream().filter(Sample::reported).count();
        var least = moments.stream().min((a, b) -> Long.compare(a.remaining(), b.remaining())).orElse(null);
        if (details.lastHour().isEmpty() || least == null) {
            return Texts.get("gauge.history.none");
        }
        return Texts.get("gauge.history.spoken", Format.amount(metric, least.remaining()),
                Format.second(least.at(), zone), told);
    }

    private static List<String> plan(WindowDetails details, Plan plan) {
        var lines = new ArrayList<String>();
        var planned = details.planned();
        if (planned == null) {
            lines.add(Texts.get(plan == null ? "gauge.plan.unknown" : "gauge.plan.silent"));
        } else {
            lines.add(Texts.get(planned.set() ? "gauge.plan.set" : "gauge.plan.figure",
                    Format.amount(planned.metric(), planned.value())));
        }
        if (plan != null) {
            lines.add(Texts.get("gauge.plan.source", plan.name(), DATE.format(plan.asOf()), plan.source()));
        }
        return lines;
    }
}
