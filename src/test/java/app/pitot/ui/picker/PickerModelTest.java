package app.pitot.ui.picker;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.base.Clocks;
import app.pitot.catalogue.Listing;
import app.pitot.catalogue.ModelEntry;
import app.pitot.catalogue.ModelEntry.Gone;
import app.pitot.keys.KeySource;
import app.pitot.provider.Account;
import app.pitot.provider.Connection;
import app.pitot.provider.ModelInfo;
import app.pitot.provider.Provider;
import app.pitot.ui.offer.FakeCatalogue;
import app.pitot.ui.offer.OffersModel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PickerModelTest {
    private final Account one = account("one", "First", "Cerebras");
    private final Account two = account("two", "Second", "Groq");
    private final Clocks clocks = new Clocks(() -> 0, () -> Instant.parse("2026-11-24T15:00:00Z"));
    private final FakeCatalogue catalogue = new FakeCatalogue();
    private final ArrayDeque<Runnable> work = new ArrayDeque<>();
    private OffersModel offers;
    private PickerModel picker;

    @BeforeEach
    void build() {
        offers = new OffersModel(catalogue, List.of(one, two), Runnable::run);
        picker = new PickerModel(offers, clocks, work::add, Runnable::run);
    }

    private static Account account(String id, String name, String provider) {
        return new Account(id, name, new Provider("custom", provider, null, "auto"), "http://h/v1", null,
                KeySource.none(), "", Connection.DIRECT);
    }

    private static ModelEntry retired(String id, String on, String use) {
        return new ModelEntry(
                new ModelInfo(id, id, null, null, null, null, null, null, LocalDate.parse(on), use), false, null,
                null);
    }

    private static ModelEntry listed(String id) {
        return new ModelEntry(ModelInfo.ofId(id), true, null, null);
    }

    private List<String> shown() {
        return picker.shown().stream().map(row -> switch (row) {
            case PickerRow.Group group -> "= " + group.offer().account().name();
            case PickerRow.TypedGroup typed -> "= \"" + typed.modelId() + "\"";
            case PickerRow.Item item -> item.choice().account().name() + " " + item.choice().model().id();
        }).toList();
    }

    private String selected() {
        var now = picker.selected().get();
        return now == null ? null : now.account().name() + " " + now.model().id();
    }

    @Test
    void modelsStandBelowTheirAccount() {
        catalogue.put(two, "b");
        catalogue.put(one, "a");
        assertThat(shown()).containsExactly("= First", "First a", "= Second", "Second b");
    }

    @Test
    void everyTypedWordNarrowsTheListByModelAccountOrProvider() {
        catalogue.put(one, "gpt-oss-120b", "qwen-3.8-27b");
        catalogue.put(two, "openai/gpt-oss-20b");

        picker.filter().set("GPT groq");
        assertThat(shown()).containsExactly("= Second", "Second openai/gpt-oss-20b");
        picker.filter().set("first qwen");
        assertThat(shown()).containsExactly("= First", "First qwen-3.8-27b");
    }

    @Test
    void anUnknownIdIsOfferedAtEveryAccount() {
        catalogue.put(one, "a");
        picker.filter().set("New-Model");
        assertThat(shown()).containsExactly("= \"New-Model\"", "First New-Model", "Second New-Model");
        picker.filter().set("a");
        assertThat(shown()).as("a known id is not offered as typed").containsExactly("= First", "First a");
        picker.filter().set("two words");
        assertThat(shown()).isEmpty();
    }

    @Test
    void theFirstModelOfTheFirstAccountIsSelectedOnceItsListIsKnown() {
        catalogue.put(two, "b");
        assertThat(selected()).as("not another account's meanwhile").isNull();
        assertThat(picker.account()).isEqualTo(one);
        catalogue.put(one, List.of(retired("old", "2026-02-16", "a"), listed("a")));
        assertThat(selected()).isEqualTo("First a");
    }

    @Test
    void theSelectionTakesOverWhatTheListKnows() {
        picker.select(one, "a");
        assertThat(picker.selected().get().listed()).isFalse();
        catalogue.put(one, "a");
        assertThat(picker.selected().get().listed()).isTrue();
    }

    @Test
    void selectingEmptiesTheFilter() {
        catalogue.put(one, "a", "zeta");
        picker.filter().set("zeta");
        picker.select(((PickerRow.Item) picker.shown().get(1)).choice());
        assertThat(picker.filter().get()).isEmpty();
        assertThat(selected()).isEqualTo("First zeta");
    }

    @Test
    void retiredModelsAreShownOnlyToAFilterThatFindsThem() {
        catalogue.put(one, List.of(listed("a"), retired("a-old", "2026-11-24", "a"), retired("a-next", "2026-11-25",
                null)));
        assertThat(shown()).startsWith("= First", "First a", "First a-next", "= Second");
        assertThat(((PickerRow.Group) picker.shown().getFirst()).hidden()).isEqualTo(1);
        picker.filter().set("old");
        assertThat(shown()).startsWith("= First", "First a-old");
    }

    @Test
    void aRefusedModelStaysInItsPlaceAndSelected() {
        catalogue.put(one, List.of(retired("x", "2026-02-16", "a"), listed("a")));
        picker.select(one, "x");
        catalogue.gone(one, "x", "archived");
        assertThat(shown()).startsWith("= First", "First x", "First a");
        assertThat(selected()).isEqualTo("First x");
        assertThat(picker.selected().get().entry().gone()).isEqualTo(new Gone(FakeCatalogue.FETCHED, "archived", null));
    }

    @Test
    void anAccountThatStaysKeepsTheSelectionAndOneThatGoesGivesItToTheNext() {
        catalogue.put(one, "a");
        catalogue.put(two, "b");
        picker.select(two, "b");
        var three = account("three", "Third", "Groq");
        offers.setAccounts(List.of(three, two));
        assertThat(selected()).isEqualTo("Second b");

        offers.setAccounts(List.of(three, one));
        assertThat(selected()).as("the first that has a model").isEqualTo("First a");
        offers.setAccounts(List.of());
        assertThat(selected()).isNull();
        assertThat(shown()).isEmpty();
    }

    @Test
    void anEditedAccountTakesTheOldOnesPlaceInTheSelection() {
        catalogue.put(one, "a");
        picker.select(one, "a");
        var renamed = account("one", "Renamed", "Cerebras");
        offers.setAccounts(List.of(renamed, two));
        assertThat(selected()).isEqualTo("Renamed a");
    }

    @Test
    void nobodyIsAskedAtTheStartAndOnlyTheNewOneWhenAnAccountIsAdded() {
        assertThat(catalogue.refreshed).isEmpty();
        offers.setAccounts(List.of(one, two, account("three", "Third", "Groq")));
        assertThat(catalogue.refreshed).containsExactly("three");
        catalogue.refreshed.clear();
        picker.opening();
        assertThat(catalogue.refreshed).containsExactly("one", "two", "three");
        catalogue.refreshed.clear();
        picker.refresh();
        assertThat(catalogue.refreshed).containsExactly("one!", "two!", "three!");
    }

    @Test
    void theAgeOfAListIsSaidWithWhatWentWrong() {
        catalogue.put(new Listing("one", List.of(listed("a")), FakeCatalogue.FETCHED, true, false, "It broke.",
                List.of()));
        assertThat(picker.age(picker.shown().getFirst()))
                .isEqualTo("First: as of 3 h ago, could not be refreshed: It broke.");
        assertThat(picker.age(picker.shown().getLast())).isEqualTo("Second: as shipped with Pitot");
    }

    @Test
    void aLongListIsFilteredElsewhereAndOnlyTheLastFilterIsShown() {
        var many = new ArrayList<ModelEntry>();
        IntStream.range(0, 100_000).forEach(i -> many.add(listed("vendor/model-" + i)));
        catalogue.put(one, many);
        drain();
        assertThat(picker.shown()).hasSize(100_002);

        picker.filter().set("9");
        picker.filter().set("model-99999");
        assertThat(picker.shown()).as("still the old rows").hasSize(100_002);
        drain();
        assertThat(shown()).containsExactly("= First", "First vendor/model-99999", "= \"model-99999\"",
                "First model-99999", "Second model-99999");
    }

    private void drain() {
        while (!work.isEmpty()) {
            work.poll().run();
        }
    }
}
