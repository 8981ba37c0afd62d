package app.pitot.ui.picker;

import app.pitot.base.Clocks;
import app.pitot.base.Texts;
import app.pitot.provider.Account;
import app.pitot.ui.common.Latest;
import app.pitot.ui.offer.ModelChoice;
import app.pitot.ui.offer.Offer;
import app.pitot.ui.offer.OfferWords;
import app.pitot.ui.offer.OffersModel;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Which account and model the next request goes to, and what else there is. JavaFX thread only. */
public final class PickerModel {
    /** So many are filtered within a fraction of a frame; more are filtered elsewhere. */
    private static final int AT_ONCE = 4_000;

    private final OffersModel offers;
    private final Clocks clocks;
    private final Latest<List<PickerRow>> latest;
    private final ObservableList<PickerRow> shown = FXCollections.observableArrayList();
    // One wrapper for good: it holds its source weakly, and a listener on a passing one would be lost with it.
    private final ObservableList<PickerRow> view = FXCollections.unmodifiableObservableList(shown);
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<ModelChoice> selected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private String preferred;
    private Consumer<ModelChoice> once;
    private String onceFor = "";

    /** @param work runs what takes longer than a frame, away from the JavaFX thread */
    public PickerModel(OffersModel offers, Clocks clocks, Executor work, Executor fx) {
        this.offers = offers;
        this.clocks = clocks;
        this.latest = new Latest<>(work, fx, shown::setAll);
        filter.addListener((_, _, _) -> arrange());
        offers.watch(this::offered);
        offered();
    }

    /** What the user typed to narrow the list. */
    public StringProperty filter() {
        return filter;
    }

    /** The rows that match, each account's models together; the last may offer the typed id itself. */
    public ObservableList<PickerRow> shown() {
        return view;
    }

    /** Null until there is an account with a model. */
    public ReadOnlyObjectProperty<ModelChoice> selected() {
        return selected.getReadOnlyProperty();
    }

    /** True while a provider is being asked for its list. */
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    public void select(ModelChoice choice) {
        preferred = choice.account().id();
        selected.set(choice);
        filter.set("");
    }

    /** What the user chooses next goes to {@code taker} and the selection stays; null for the usual way. */
    public void askOnce(Consumer<ModelChoice> taker) {
        askOnce(taker, Texts.get("picker.once"));
    }

    /** The same. @param question stands in the empty filter */
    public void askOnce(Consumer<ModelChoice> taker, String question) {
        once = taker;
        onceFor = question;
    }

    /** What stands in the empty filter. */
    public String question() {
        return once == null ? Texts.get("picker.prompt") : onceFor;
    }

    /** The user chose {@code choice}. */
    public void take(ModelChoice choice) {
        if (once == null) {
            select(choice);
        } else {
            var taker = once;
            once = null;
            taker.accept(choice);
        }
    }

    /** Selects a model by id, known or not. */
    public void select(Account account, String modelId) {
        select(offers.offer(account.id()).flatMap(offer -> offer.find(modelId))
                .orElseGet(() -> ModelChoice.typed(account, modelId)));
    }

    /** Selects the first model of {@code account} that answers, at once or as soon as its list is known. */
    public void prefer(Account account) {
        preferred = account.id();
        fallBack();
    }

    /** The account that the next request goes to; null only if there is none at all. */
    public Account account() {
        return selected.get() == null
                ? offers.offer(preferred).map(Offer::account).orElse(null)
                : selected.get().account();
    }

    /** The picker is about to be looked at: lists that are old are asked for again. */
    public void opening() {
        offers.refreshAll(false);
    }

    /** Asks every provider anew, however fresh its list is. */
    public void refresh() {
        offers.refreshAll(true);
    }

    /** The day, by which models are retired or not: that of UTC. */
    public LocalDate today() {
        return LocalDate.ofInstant(now(), ZoneOffset.UTC);
    }

    public Instant now() {
        return clocks.now();
    }

    /** Where the list of {@code row} comes from and how old it is; empty if that is no account's. */
    public String age(PickerRow row) {
        var account = switch (row) {
            case PickerRow.Group group -> group.offer().account();
            case PickerRow.Item item -> item.choice().account();
            case PickerRow.TypedGroup _ -> null;
            case null -> null;
        };
        return account == null
                ? ""
                : offers.offer(account.id())
                        .map(offer -> account.name() + ": " + OfferWords.age(offer.listing(), now())).orElse("");
    }

    private void offered() {
        busy.set(offers.busy());
        keepSelection();
        arrange();
    }

    private void keepSelection() {
        var now = selected.get();
        var offer = now == null ? null : offers.offer(now.account().id()).orElse(null);
        if (offer == null) {
            fallBack();
            return;
        }
        preferred = offer.account().id();
        var same = offer.find(now.model().id()).orElseGet(() -> ModelChoice.typed(offer.account(), now.model().id()));
        if (!same.equals(now)) {
            selected.set(same);
        }
    }

    /** To the preferred account's first model that answers; if that account is gone, to the first that has one. */
    private void fallBack() {
        var offer = offers.offer(preferred).or(this::anyAccount).orElse(null);
        preferred = offer == null ? null : offer.account().id();
        selected.set(offer == null ? null : first(offer).orElse(null));
    }

    private Optional<Offer> anyAccount() {
        var all = offers.offers();
        // At first nothing is known yet of what the first account offers; later one that has a model is of more use.
        return preferred == null
                ? all.stream().findFirst()
                : all.stream().filter(each -> first(each).isPresent()).findFirst().or(() -> all.stream().findFirst());
    }

    private Optional<ModelChoice> first(Offer offer) {
        var today = today();
        return offer.choices().stream().filter(choice -> !choice.retired(today)).findFirst();
    }

    private void arrange() {
        var all = offers.offers();
        var typed = filter.get();
        var chosen = selected.get();
        var today = today();
        if (all.stream().mapToInt(Offer::size).sum() <= AT_ONCE) {
            latest.now(() -> PickerRows.of(all, typed, chosen, today));
        } else {
            latest.later(() -> PickerRows.of(all, typed, chosen, today));
        }
    }
}
