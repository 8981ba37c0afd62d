package app.pitot.ui.instruments;

import app.pitot.api.KeyStatus;
import app.pitot.base.Texts;
import app.pitot.exchange.KeyNews;
import app.pitot.ui.common.Format;
import app.pitot.ui.instruments.DayFace.Tone;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;

/** Puts what a provider says of a key into words. */
final class KeyFaces {
    private static final BigDecimal QUARTER = new BigDecimal("0.25");
    private static final BigDecimal TENTH = new BigDecimal("0.10");

    private KeyFaces() {}

    /** Null for null, or if the provider said nothing that is worth a line. */
    static KeyFace of(KeyNews news, ZoneId zone) {
        if (news == null) {
            return null;
        }
        var status = news.status();
        var lines = new ArrayList<KeyFace.Line>();
        if (status.limitRemaining().usd() != null) {
            lines.add(new KeyFace.Line(Texts.get("instruments.key.left"), left(status)));
        } else if (status.limit().unlimited()) {
            lines.add(new KeyFace.Line(Texts.get("instruments.key.left"), Texts.get("instruments.key.unlimited")));
        }
        if (status.usageDaily() != null) {
            lines.add(new KeyFace.Line(Texts.get("instruments.key.today"), Format.cost(status.usageDaily())));
        }
        if (status.usageMonthly() != null) {
            lines.add(new KeyFace.Line(Texts.get("instruments.key.month"), Format.cost(status.usageMonthly())));
        }
        return lines.isEmpty()
                ? null
                : new KeyFace(lines, Texts.get("instruments.source.reported.at", Format.time(news.at(), zone)),
                        tone(status));
    }

    private static String left(KeyStatus status) {
        var left = Format.cost(status.limitRemaining().usd());
        return status.limit().usd() == null
                ? left
                : Texts.get("instruments.key.leftOf", left, Format.cost(status.limit().usd()));
    }

    private static Tone tone(KeyStatus status) {
        var left = status.limitRemaining().usd();
        var limit = status.limit().usd();
        if (left == null || limit == null || limit.signum() <= 0) {
            return left != null && left.signum() <= 0 ? Tone.BAD : Tone.CALM;
        }
        if (left.compareTo(limit.multiply(TENTH)) <= 0) {
            return Tone.BAD;
        }
        return left.compareTo(limit.multiply(QUARTER)) <= 0 ? Tone.WARN : Tone.CALM;
    }
}
