package app.pitot.ui.models;

import app.pitot.base.Clocks;
import app.pitot.base.Texts;
import app.pitot.provider.Account;
import app.pitot.provider.Capability;
import app.pitot.ui.common.Format;
import app.pitot.ui.common.Latest;
import app.pitot.ui.offer.ModelChoice;
import app.pitot.ui.offer.Offer;
import app.pitot.ui.offer.OfferWords;
import app.pitot.ui.offer.OffersModel;
import app.pitot.ui.models.ModelsQuery.Answer;
import app.pitot.ui.models.ModelsQuery.Sort;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Every model of every account, filtered and sorted, with the age of each list and what changed. JavaFX thread only. */
public final class ModelsModel {
    /** So many are filtered and sorted within a fraction of a frame; more are worked on elsewhere. */
    private static final int AT_ONCE = 2_000;

    /** What there is to see. */
    enum State {
        ROWS, NO_ACCOUNT, NOTHING_KNOWN, NO_MATCH
    }

    private final OffersModel offers;
    private final Clocks clocks;
    private final ZoneId zone;
    private final Latest<Answer> latest;
    private final ObservableList<ModelChoice> rows = FXCollections.observableArrayList();
    private final ObservableList<Account> accounts = FXCollections.observableArrayList();
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObjectProperty<Account> account = new SimpleObjectProperty<>();
    private final ObjectProperty<Capability> capability = new SimpleObjectProperty<>();
    private final BooleanProperty hideRetired = new SimpleBooleanProperty(true);
    private final ObjectProperty<Sort> sort = new SimpleObjectProperty<>();
    private Map<String, String> names = Map.of();
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NOTHING_KNOWN);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<List<Source>> sources = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<ColumnNeeds> needs = new ReadOnlyObjectWrapper<>(ColumnNeeds.NONE);
    private final ReadOnlyObjectWrapper<ChangesFace> changes = new ReadOnlyObjectWrapper<>();

    /** @param work runs what takes longer than a frame, away from the JavaFX thread */
    public ModelsModel(OffersModel offers, Clocks clocks, ZoneId zone, Executor work, Executor fx) {
        this.offers = offers;
        this.clocks = clocks;
        this.zone = zone;
        this.latest = new Latest<>(work, fx, this::show);
        filter.subscribe(this::arrange);
        account.subscribe(this::arrange);
        capability.subscribe(this::arrange);
        hideRetired.subscribe(this::arrange);
        sort.subscribe(this::arrange);
        offers.watch(this::offered);
        offered();
    }

    /** The models that pass every filter, sorted. */
    ObservableList<ModelChoice> rows() {
        return rows;
    }

    /** Those among which {@link #account} chooses. */
    ObservableList<Account> accounts() {
        return accounts;
    }

    StringProperty filter() {
        return filter;
    }

    /** Null for every account. */
    ObjectProperty<Account> account() {
        return account;
    }

    /** Null for any. */
    ObjectProperty<Capability> capability() {
        return capability;
    }

    BooleanProperty hideRetired() {
        return hideRetired;
    }

    /** Null for the catalogue's own order. */
    ObjectProperty<Sort> sort() {
        return sort;
    }

    /** "7 of 42 models". */
    ReadOnlyStringProperty count() {
        return count.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** True while a provider is being asked for its list. */
    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** One for each account. */
    ReadOnlyObjectProperty<List<Source>> sources() {
        return sources.getReadOnlyProperty();
    }

    /** What decides over the columns and their widths. */
    ReadOnlyObjectProperty<ColumnNeeds> needs() {
        return needs.getReadOnlyProperty();
    }

    /** Null if nothing changed. */
    ReadOnlyObjectProperty<ChangesFace> changes() {
        return changes.getReadOnlyProperty();
    }

    /** The view is shown: lists that are old are asked for again, and ages are told as of now. */
    public void visited() {
        offers.refreshAll(false);
        offered();
    }

    /** Asks every provider anew, however fresh its list is. */
    void refresh() {
        offers.refreshAll(true);
    }

    void clearFilters() {
        filter.set("");
        account.set(null);
        capability.set(null);
        hideRetired.set(false);
    }

    /** Never null, nor empty: an en dash where nothing is known. */
    String text(Column column, ModelChoice choice) {
        return switch (column) {
            case ACCOUNT -> names.getOrDefault(choice.account().id(), column.text(choice));
            case STATUS -> OfferWords.retirement(choice.entry(), zone);
            case LISTED -> listed(choice);
            default -> column.text(choice);
        };
    }

    /** Why it may not answer, and what to use instead; empty if nothing is against it. */
    String status(ModelChoice choice) {
        return OfferWords.remark(choice.entry(), today(), zone);
    }

    boolean retired(ModelChoice choice) {
        return choice.retired(today());
    }

    String own(ModelChoice choice) {
        return OfferWords.measured(choice.entry().measured(), zone);
    }

    private String listed(ModelChoice choice) {
        boolean asked = offers.offer(choice.account().id()).map(o -> o.listing().fetchedAt() != null).orElse(false);
        return !asked ? Format.UNKNOWN : Texts.get(choice.listed() ? "models.listed" : "models.unlisted");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clocks.now(), ZoneOffset.UTC);
    }

    private void offered() {
        busy.set(offers.busy());
        var now = offers.accounts();
        if (!accounts.equals(now)) {
            var chosen = account.get();
            accounts.setAll(now);
            account.set(chosen == null
                    ? null
                    : now.stream().filter(each -> each.id().equals(chosen.id())).findFirst().orElse(null));
        }
        sources.set(offers.offers().stream().map(this::source).toList());
        names = names(now);
        needs.set(needs.get().withLetters(ColumnNeeds.letters(offers.offers(), this::text)));
        changes.set(ChangesFace.of(offers.offers(), zone));
        arrange();
    }

    /** In few words, unless two accounts would then look alike. */
    private static Map<String, String> names(List<Account> accounts) {
        var few = accounts.stream().collect(Collectors.groupingBy(OfferWords::whoInFewWords, Collectors.counting()));
        return accounts.stream()
                .collect(Collectors.toMap(Account::id, each -> few.get(OfferWords.whoInFewWords(each)) == 1
                        ? OfferWords.whoInFewWords(each)
                        : OfferWords.who(each)));
    }

    private Source source(Offer offer) {
        var listing = offer.listing();
        return new Source(Texts.get("models.source", ModelChoice.place(offer.account()),
                Format.count(offer.size()), OfferWords.age(listing, clocks.now())),
                listing.problem() != null && !listing.busy());
    }

    private void arrange() {
        var all = offers.offers();
        var query = new ModelsQuery(filter.get(), account.get() == null ? null : account.get().id(), capability.get(),
                hideRetired.get(), sort.get(), today());
        if (all.stream().mapToInt(Offer::size).sum() <= AT_ONCE) {
            latest.now(() -> query.of(all));
        } else {
            latest.later(() -> query.of(all));
        }
    }

    private void show(Answer answer) {
        needs.set(needs.get().withRemarks(answer.remarks()));
        rows.setAll(answer.rows());
        count.set(Texts.get(answer.rows().size() == answer.total() ? "models.count.all" : "models.count",
                Format.count(answer.rows().size()), Format.count(answer.total())));
        state.set(!answer.rows().isEmpty()
                ? State.ROWS
                : accounts.isEmpty() ? State.NO_ACCOUNT : answer.total() == 0 ? State.NOTHING_KNOWN : State.NO_MATCH);
    }
}
