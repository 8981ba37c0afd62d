package app.pitot.ui.shell;

import app.pitot.base.Texts;
import app.pitot.provider.Account;
import app.pitot.quota.QuotaSnapshot;
import app.pitot.quota.WindowLabels;
import app.pitot.store.StoreProblem;
import app.pitot.ui.common.Amounts;
import app.pitot.ui.common.Format;
import app.pitot.ui.common.Health;
import app.pitot.ui.compare.CompareStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The words of the status strip. JavaFX thread only. */
public final class StatusModel {
    private final Map<String, Health> known = new HashMap<>();
    private final ReadOnlyObjectWrapper<Health> health = new ReadOnlyObjectWrapper<>(Health.UNKNOWN);
    private String shown = "";
    private final ReadOnlyStringWrapper account = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper endpoint = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper burn = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper binding = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper today = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<CompareStatus> compared = new ReadOnlyObjectWrapper<>();
    private final Problems open = new Problems();
    private final ReadOnlyObjectWrapper<List<String>> problems = new ReadOnlyObjectWrapper<>(List.of());

    ReadOnlyStringProperty account() {
        return account.getReadOnlyProperty();
    }

    ReadOnlyStringProperty endpoint() {
        return endpoint.getReadOnlyProperty();
    }

    ReadOnlyStringProperty burn() {
        return burn.getReadOnlyProperty();
    }

    ReadOnlyStringProperty binding() {
        return binding.getReadOnlyProperty();
    }

    ReadOnlyStringProperty today() {
        return today.getReadOnlyProperty();
    }

    /** What stands in the place of the selected account's words; null while these stand there. */
    ReadOnlyObjectProperty<CompareStatus> compared() {
        return compared.getReadOnlyProperty();
    }

    /** The comparison is looked at; null once it is not. */
    void compare(CompareStatus words) {
        compared.set(words);
    }

    /** What went wrong on the disk, in sentences, the gravest first. */
    ReadOnlyObjectProperty<List<String>> problems() {
        return problems.getReadOnlyProperty();
    }

    /** Whether the selected account's endpoint answers. */
    public ReadOnlyObjectProperty<Health> health() {
        return health.getReadOnlyProperty();
    }

    /** The endpoint of {@code of} was asked for something, and answered or not. */
    public void heard(Account of, boolean answered) {
        known.put(of.id(), answered ? Health.ANSWERS : Health.SILENT);
        health.set(known.getOrDefault(shown, Health.UNKNOWN));
    }

    public void show(Account now) {
        shown = now.id();
        health.set(known.getOrDefault(shown, Health.UNKNOWN));
        account.set(Texts.get("status.account", now.name(), now.keyLabel()));
        // A custom endpoint is already named by its address.
        endpoint.set(now.baseUrl().contains(now.provider().name()) ? "" : now.baseUrl());
    }

    public void show(QuotaSnapshot quota) {
        var day = quota.day();
        burn.set(Amounts.burn(day.metric(), day.burnPerMinute()));
        today.set(day.requests() == 0
                ? ""
                : Texts.get("status.today", day.requests(), day.refused()));
        binding.set(quota.windows().stream().filter(w -> w.binding() && w.remaining() != null).findFirst()
                .map(w -> Texts.get("status.binding", WindowLabels.shortName(w.metric(), w.period()),
                        Format.amount(w.metric(), w.remaining())))
                .orElse(""));
    }

    /** Something on the disk that did not work; stays until it is over, or until the app ends. */
    public void problem(StoreProblem problem) {
        open.add(problem);
        problems.set(open.sentences());
    }
}
