package app.pitot.ui.compare;

import app.pitot.api.Outcome;
import app.pitot.base.Texts;
import java.util.Objects;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What the status strip says while the comparison is shown. JavaFX thread only. */
public final class CompareStatus {
    private final CompareModel model;
    private final ReadOnlyStringWrapper accounts = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper refused = new ReadOnlyStringWrapper("");

    public CompareStatus(CompareModel model) {
        this.model = model;
        InvalidationListener anew = _ -> show();
        model.estimate().addListener(anew);
        model.run().shown().addListener(anew);
        show();
    }

    /** How many accounts the lanes ask: "3 accounts". */
    public ReadOnlyStringProperty accounts() {
        return accounts.getReadOnlyProperty();
    }

    /** How many requests of the run were refused; empty before the first run. */
    public ReadOnlyStringProperty refused() {
        return refused.getReadOnlyProperty();
    }

    /** What a run leaves of today's budget. */
    public ReadOnlyStringProperty day() {
        return model.dayAfter();
    }

    private void show() {
        long count = model.setup().lanes().stream().map(lane -> lane.choice().get()).filter(Objects::nonNull)
                .map(choice -> choice.account().id()).distinct().count();
        accounts.set(Texts.get("compare.status.accounts", count));
        var run = model.run().shown().get();
        refused.set(run == null
                ? ""
                : Texts.get("compare.status.refused",
                        run.samples().stream().filter(sample -> sample.outcome() == Outcome.REFUSED).count()));
    }
}
