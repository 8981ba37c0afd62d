package app.pitot.ui.settings;

import app.pitot.base.Texts;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.quota.Budget;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A budget that is being set or changed. JavaFX thread only. */
final class BudgetFormModel {
    private static final ZoneId UTC = ZoneId.of("UTC");

    private final Budget before;
    private final ZoneId here;
    private final List<BudgetTools.Whose> accounts;
    private final ObjectProperty<Metric> metric = new SimpleObjectProperty<>(Metric.TOKENS);
    private final StringProperty amount = new SimpleStringProperty("");
    private final ObjectProperty<Period> period = new SimpleObjectProperty<>(Period.DAY);
    private final StringProperty account = new SimpleStringProperty();
    private final ObjectProperty<ZoneId> zone = new SimpleObjectProperty<>();
    private final BooleanProperty hardStop = new SimpleBooleanProperty();
    private final BooleanProperty tellDesktop = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");

    /** @param before null for a new one */
    BudgetFormModel(Budget before, List<BudgetTools.Whose> accounts, ZoneId here) {
        this.before = before;
        this.here = here;
        this.accounts = accounts;
        zone.set(here);
        if (before != null) {
            metric.set(before.metric());
            amount.set(BudgetAmount.write(before.metric(), before.amount()));
            period.set(before.period());
            account.set(before.accountId());
            zone.set(before.zone());
            hardStop.set(before.hardStop());
            tellDesktop.set(before.tellDesktop());
        }
        amount.addListener((_, _, _) -> judge());
        metric.addListener((_, _, _) -> judge());
        account.addListener((_, _, _) -> judge());
        judge();
    }

    boolean fresh() {
        return before == null;
    }

    ObjectProperty<Metric> metric() {
        return metric;
    }

    StringProperty amount() {
        return amount;
    }

    ObjectProperty<Period> period() {
        return period;
    }

    /** Id of the account that it is for; null for all together. */
    StringProperty account() {
        return account;
    }

    ObjectProperty<ZoneId> zone() {
        return zone;
    }

    BooleanProperty hardStop() {
        return hardStop;
    }

    BooleanProperty tellDesktop() {
        return tellDesktop;
    }

    /** What is wrong with the amount; empty also while nothing is typed. */
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /** What is worth knowing of what is set; empty for nothing. */
    ReadOnlyStringProperty note() {
        return note.getReadOnlyProperty();
    }

    /** The user's own zone first. */
    List<ZoneId> zones() {
        var zones = new ArrayList<ZoneId>();
        zones.add(here);
        for (var each : new ZoneId[]{UTC, zone.get()}) {
            if (zones.stream().noneMatch(known -> known.normalized().equals(each.normalized()))) {
                zones.add(each);
            }
        }
        return zones;
    }

    String zoneName(ZoneId each) {
        return each.normalized().equals(ZoneOffset.UTC)
                ? Texts.get("budget.zone.utc")
                : each.equals(here) ? Texts.get("budget.zone.here", each.getId()) : each.getId();
    }

    /** The ids of accounts, the one that is set among them even if it is gone. */
    List<String> accountIds() {
        var ids = new ArrayList<>(accounts.stream().map(BudgetTools.Whose::id).toList());
        if (account.get() != null && !ids.contains(account.get())) {
            ids.add(account.get());
        }
        return ids;
    }

    String accountName(String id) {
        return accounts.stream().filter(each -> each.id().equals(id)).findFirst().map(BudgetTools.Whose::name)
                .orElseGet(() -> Texts.get("budget.account.gone"));
    }

    /** Null while the amount is none; then {@link #problem} says so. */
    Budget result() {
        var value = BudgetAmount.read(metric.get(), amount.get());
        if (value == null) {
            problem.set(bad());
            return null;
        }
        return new Budget(sameCount(value) ? before.id() : UUID.randomUUID().toString(), account.get(), metric.get(),
                value, period.get(), zone.get(), hardStop.get(), tellDesktop.get());
    }

    /** What was said of it still holds only if it counts the same to the same amount. */
    private boolean sameCount(long value) {
        return before != null && value == before.amount() && metric.get() == before.metric()
                && period.get() == before.period() && zone.get().equals(before.zone())
                && Objects.equals(account.get(), before.accountId());
    }

    private String bad() {
        return Texts.get("budget.amount.bad." + metric.get().name().toLowerCase(Locale.ROOT));
    }

    private void judge() {
        var value = BudgetAmount.read(metric.get(), amount.get());
        problem.set(amount.get().isBlank() || value != null ? "" : bad());
        if (value != null && value == 0) {
            note.set(Texts.get(metric.get() == Metric.USD ? "budget.zero.usd" : "budget.zero"));
        } else {
            note.set(account.get() == null ? Texts.get("budget.all.note") : "");
        }
    }
}
