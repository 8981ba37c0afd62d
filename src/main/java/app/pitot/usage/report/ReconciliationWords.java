package app.pitot.usage.report;

import app.pitot.base.Money;
import app.pitot.base.Texts;
import app.pitot.usage.Reconciliation;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What a provider says beside what the ledger has, in sentences. */
public final class ReconciliationWords {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final double PERCENT = 100;

    private ReconciliationWords() {}

    /** "OpenRouter says $0.42 today, Pitot counts $0.40: 5 % are not from here, or priced differently." @param name of the account */
    public static String sentence(Reconciliation said, String name, Instant now) {
        var when = said.day().equals(now.atZone(ZoneOffset.UTC).toLocalDate())
                ? Texts.get("usage.reported.today")
                : Texts.get("usage.reported.day", DAY.format(said.day()));
        var reported = Money.words(said.reportedMicros());
        if (said.priced() == 0 && said.taken() > 0) {
            return Texts.get("usage.reported.unpriced", name, reported, when, said.taken());
        }
        return Texts.get("usage.reported." + said.verdict().name().toLowerCase(Locale.ROOT), name, reported, when,
                Money.words(said.countedMicros()), Math.round(said.share() * PERCENT));
    }

    /** Where both figures come from, and how old the provider's is. */
    public static String provenance(Reconciliation said, Instant now) {
        return Texts.get("usage.reported.provenance", TIME.format(said.at()), age(Duration.between(said.at(), now)),
                said.taken(), Money.words(said.countedReportedMicros()),
                Money.words(said.countedMicros() - said.countedReportedMicros()), said.taken() - said.priced());
    }

    private static String age(Duration age) {
        long minutes = Math.max(0, age.toMinutes());
        return minutes < 60
                ? Texts.get("usage.reported.minutes", minutes)
                : Texts.get("usage.reported.hours", age.toHours());
    }
}
