package app.pitot.ui.instruments;

import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.provider.Plan;
import app.pitot.quota.QuotaSnapshot;
import app.pitot.quota.WindowDetails;
import app.pitot.quota.WindowState;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What stands behind the gauge that the user opened; kept up to date while it is open. JavaFX thread only. */
public final class DetailsModel {
    /** Where the figures of one window come from; null if nobody knows. */
    @FunctionalInterface
    public interface Source {
        WindowDetails of(Metric metric, Period period);
    }

    /** Brings everything up to date. */
    private final Runnable anew;
    private final ReadOnlyObjectWrapper<GaugeDetails> open = new ReadOnlyObjectWrapper<>(this, "open");
    private Source source = (_, _) -> null;
    private Metric metric;
    private Period period;

    DetailsModel(Runnable anew) {
        this.anew = anew;
    }

    /** @param newSource cheap, called about once a second while details are open */
    public void from(Source newSource) {
        source = newSource;
    }

    /** Null while nothing is open, or once the window is gone. */
    public ReadOnlyObjectProperty<GaugeDetails> openProperty() {
        return open.getReadOnlyProperty();
    }

    void open(Metric newMetric, Period newPeriod) {
        metric = newMetric;
        period = newPeriod;
        anew.run();
    }

    void close() {
        metric = null;
        open.set(null);
    }

    void refresh(QuotaSnapshot quota, List<GaugeFace> faces, Plan plan, Instant now, ZoneId zone) {
        if (metric == null) {
            return;
        }
        for (var i = 0; i < faces.size(); i++) {
            var w = quota.windows().get(i);
            if (w.metric() == metric && w.period() == period) {
                open.set(GaugeDetailsWords.of(details(w), plan, faces.get(i), now, zone));
                return;
            }
        }
        close();
    }

    /** With the level that the gauge shows: two readings of one window a moment apart would not agree. */
    private WindowDetails details(WindowState w) {
        var known = source.of(metric, period);
        return known == null
                ? new WindowDetails(w, null, List.of(), null, List.of())
                : new WindowDetails(w, known.planned(), known.headers(), known.headersAt(), known.lastHour());
    }
}
