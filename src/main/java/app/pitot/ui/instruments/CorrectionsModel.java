package app.pitot.ui.instruments;

import app.pitot.accounts.Corrections;
import app.pitot.base.Texts;
import app.pitot.provider.KeptLimit;
import app.pitot.provider.LimitEdit;
import app.pitot.quota.Correction;
import app.pitot.quota.WindowLabels;
import app.pitot.ui.common.Alarm;
import app.pitot.ui.common.Delays;
import app.pitot.ui.common.Format;
import app.pitot.ui.common.Jobs;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Offers limits that the provider states otherwise than the plan, one at a time. JavaFX thread only. */
public final class CorrectionsModel {
    /** How long the way back is offered. */
    static final long UNDO_MS = 30_000;

    /** What takes back the last decision. */
    private interface Undo extends Callable<Object> {}

    private final Corrections corrections;
    private final Jobs jobs;
    private final Alarm forget;
    private final ReadOnlyObjectWrapper<CorrectionFace> face = new ReadOnlyObjectWrapper<>(this, "face");
    private String account;
    private List<Correction> all = List.of();
    private Correction offered;
    private Undo undo;
    private boolean busy;

    public CorrectionsModel(Corrections corrections, Jobs jobs, Delays delays) {
        this.corrections = corrections;
        this.jobs = jobs;
        this.forget = new Alarm(delays, this::done);
    }

    /** Null while there is nothing to say. */
    public ReadOnlyObjectProperty<CorrectionFace> faceProperty() {
        return face.getReadOnlyProperty();
    }

    /** @param accountId whose limits they are; those of an account that was not set up here cannot be changed */
    public void show(String accountId, List<Correction> now) {
        if (!Objects.equals(accountId, account) || !now.equals(all)) {
            account = accountId;
            all = now;
            offer();
        }
    }

    /** Takes the provider's figure into the account's limits. */
    public void use() {
        if (offered != null && !busy) {
            var whose = account;
            var edit = new LimitEdit(offered.metric(), offered.period(), offered.reported());
            var sentence = Texts.get(edit.value() == null ? "correction.used.none" : "correction.used",
                    WindowLabels.title(edit.metric(), edit.period()), amount(offered, edit.value()));
            decide(sentence, () -> {
                var before = corrections.use(whose, edit);
                return () -> {
                    corrections.undo(whose, edit, before);
                    return null;
                };
            });
        }
    }

    /** Stays with the plan's figure; this one is not offered again. */
    public void keep() {
        if (offered != null && !busy) {
            var limit = kept(offered);
            decide(Texts.get("correction.kept", WindowLabels.title(offered.metric(), offered.period())), () -> {
                corrections.keep(limit);
                return () -> {
                    corrections.offerAgain(limit);
                    return null;
                };
            });
        }
    }

    /** Takes back the last decision. */
    public void undo() {
        if (undo != null && !busy) {
            busy = true;
            var back = undo;
            jobs.start(back, _ -> {
                busy = false;
                done();
            }, this::failed);
        }
    }

    private void decide(String sentence, Callable<Undo> work) {
        busy = true;
        jobs.start(work, way -> {
            busy = false;
            undo = way;
            offered = null;
            face.set(new CorrectionFace(sentence, sentence, null, null, Texts.get("correction.undo"),
                    Texts.get("correction.undo.help")));
            forget.set(UNDO_MS);
        }, this::failed);
    }

    private void failed(Throwable failure) {
        busy = false;
        undo = null;
        offered = null;
        var why = failure.getMessage() == null ? "" : failure.getMessage();
        var sentence = Texts.get("correction.failed", why).strip();
        face.set(new CorrectionFace(sentence, sentence, null, null, null, ""));
        forget.set(UNDO_MS);
    }

    private void done() {
        forget.cancel();
        undo = null;
        face.set(null);
        offer();
    }

    /** What was done last stays to be undone for a while; only then comes the next offer. */
    private void offer() {
        if (busy || forget.pending()) {
            return;
        }
        offered = account == null || !corrections.own(account)
                ? null
                : all.stream().filter(this::worth).findFirst()
                        .orElse(null);
        face.set(offered == null ? null : offered(offered));
    }

    /** A quota of nothing cannot be set as a limit, and the gauge says it already. */
    private boolean worth(Correction each) {
        return (each.reported() == null || each.reported() > 0) && !corrections.kept(kept(each));
    }

    private KeptLimit kept(Correction each) {
        return new KeptLimit(account, each.metric(), each.period(), each.reported());
    }

    private static CorrectionFace offered(Correction c) {
        var title = WindowLabels.title(c.metric(), c.period());
        var reported = amount(c, c.reported());
        var planned = amount(c, c.planned());
        var said = c.reported() == null
                ? Texts.get("correction.said.unlimited", title, planned)
                : Texts.get(c.planned() == null ? "correction.said.new" : "correction.said", title, reported, planned);
        var window = WindowLabels.shortName(c.metric(), c.period());
        var brief = c.reported() == null
                ? Texts.get("correction.brief.unlimited", window, planned)
                : Texts.get(c.planned() == null ? "correction.brief.new" : "correction.brief", window, reported,
                        planned);
        return new CorrectionFace(brief, said,
                c.reported() == null ? Texts.get("correction.use.none") : Texts.get("correction.use", reported),
                c.planned() == null ? Texts.get("correction.leave") : Texts.get("correction.keep", planned), null,
                Texts.get("correction.help"));
    }

    private static String amount(Correction c, Long value) {
        return Format.amount(c.metric(), value);
    }
}
