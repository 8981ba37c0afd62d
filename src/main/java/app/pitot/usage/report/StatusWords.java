package app.pitot.usage.report;

import app.pitot.base.Texts;
import app.pitot.usage.RequestFilter.Status;
import java.util.Locale;

/** How a request stands, in few words. */
public final class StatusWords {
    private StatusWords() {}

    public static String of(Status status) {
        return Texts.get("usage.report.status." + status.name().toLowerCase(Locale.ROOT));
    }
}
