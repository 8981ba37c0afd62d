package app.pitot.ui.models;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.base.Clocks;
import app.pitot.catalogue.Listing;
import app.pitot.catalogue.ModelEntry;
import app.pitot.provider.Account;
import app.pitot.provider.Capability;
import app.pitot.provider.Plan;
import app.pitot.ui.models.ModelsModel.State;
import app.pitot.ui.models.ModelsQuery.Sort;
import app.pitot.ui.offer.FakeCatalogue;
import app.pitot.ui.offer.OffersModel;
import app.pitot.ui.offer.SampleOffers;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModelsModelTest {
    private final SampleOffers samples = new SampleOffers();
    private final Clocks clocks = new Clocks(() -> 0, () -> SampleOffers.NOW);
    private final ArrayDeque<Runnable> work = new ArrayDeque<>();
    private final OffersModel offers = new OffersModel(samples.catalogue, samples.accounts(), Runnable::run);
    private final ModelsModel models = model(offers);

    private ModelsModel model(OffersModel of) {
        return new ModelsModel(of, clocks, ZoneOffset.UTC, work::add, Runnable::run);
    }

    private List<String> ids() {
        return models.rows().stream().map(c -> c.model().id()).toList();
    }

    @Test
    void everyFilterNarrowsAndTheyNarrowTogether() {
        models.filter().set("gpt cerebras");
        assertThat(ids()).containsExactly("gpt-oss-120b");
        models.clearFilters();
        models.account().set(samples.router);
        models.capability().set(Capability.VISION);
        assertThat(ids()).isNotEmpty().doesNotContain("stealth/unknown").allMatch(id -> id.contains("/"));
        models.filter().set("llama");
        assertThat(ids()).containsExactly("meta-llama/llama-3.3-70b-instruct:free");
    }

    @Test
    void retiredModelsAreHiddenUntilAskedFor() {
        assertThat(ids()).doesNotContain("qwen-3-32b", "llama-3.3-70b").contains("deepseek/deepseek-r1-0528");
        models.hideRetired().set(false);
        assertThat(ids()).contains("qwen-3-32b", "llama-3.3-70b");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsUnknownIsLastInBothDirectionsOfEveryColumn(Column column) {
        models.hideRetired().set(false);
        for (var ascending : new boolean[]{true, false}) {
            models.sort().set(new Sort(column, ascending));
            var texts = models.rows().stream().map(c -> models.text(column, c)).toList();
            int first = column == Column.LISTED ? -1 : firstUnknown(texts);
            if (first >= 0) {
                assertThat(texts.subList(first, texts.size())).as(column + " " + ascending).allMatch(this::unknown);
            }
            var order = column.order(ascending);
            for (int i = 1; i < models.rows().size(); i++) {
                assertThat(order.compare(models.rows().get(i - 1), models.rows().get(i))).isLessThanOrEqualTo(0);
            }
        }
    }

    private int firstUnknown(List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            if (unknown(texts.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private boolean unknown(String text) {
        return text.equals("–") || text.isEmpty();
    }

    @Test
    void theContextIsThePlansAndThePaidOneAndSortsByWhatCanBeUsed() {
        models.hideRetired().set(false);
        models.filter().set("gpt-oss-120b");
        var texts = models.rows().stream().collect(
                Collectors.toMap(c -> c.account().id(), c -> models.text(Column.CONTEXT, c), (first, _) -> first));
        assertThat(texts.get(samples.simulator.id())).isEqualTo("8K / 128K");
        assertThat(texts.get("router")).isEqualTo("160K");
        models.sort().set(new Sort(Column.CONTEXT, true));
        assertThat(models.rows().getFirst().account()).isEqualTo(samples.simulator);
    }

    @Test
    void theRetirementColumnIsWantedOnlyWhileARowSaysSomethingOfIt() {
        assertThat(models.needs().get().wants(Column.STATUS)).isTrue();
        models.account().set(samples.work);
        models.filter().set("gpt-oss-120b");
        assertThat(models.needs().get().wants(Column.STATUS)).isFalse();
        var letters = models.needs().get().letters(Column.ACCOUNT);
        assertThat(letters).isEqualTo("Simulator · Free plan".length());
    }

    @Test
    void theProviderIsNamedUnlessTheAccountsNameSaysIt() {
        models.filter().set("gpt-oss-120b");
        models.account().set(samples.work);
        assertThat(models.text(Column.ACCOUNT, models.rows().getFirst())).isEqualTo("Work · Cerebras");
        models.account().set(samples.groq);
        assertThat(models.text(Column.ACCOUNT, models.rows().getFirst())).isEqualTo("Groq");
        offers.setAccounts(List.of(new Account("groq", "groq at home", samples.groq.provider(),
                samples.groq.baseUrl(), null, samples.groq.key(), "key", samples.groq.connection())));
        assertThat(models.text(Column.ACCOUNT, models.rows().getFirst())).isEqualTo("groq at home");
    }

    @Test
    void simulatorsGoByTheirPlansAndByTheirDatesOnlyWhereTheyWouldLookAlike() {
        models.account().set(samples.simulator);
        var choice = models.rows().getFirst();
        assertThat(models.text(Column.ACCOUNT, choice)).isEqualTo("Simulator · Free plan");
        var plan = samples.simulator.plan();
        var other = new Account("other", samples.simulator.provider(), "http://127.0.0.1:4001/v1",
                new Plan("later", "Free plan, May 2026", plan.providerId(), plan.asOf(), "", plan.limits(), null, null,
                        ""),
                samples.simulator.key(), "key");
        offers.setAccounts(List.of(samples.simulator, other));
        assertThat(models.text(Column.ACCOUNT, choice)).isEqualTo("Simulator · Free plan, April 2026");
    }

    @Test
    void pricesSortByTheirAmountAndZeroIsNoUnknown() {
        models.sort().set(new Sort(Column.PRICE_OUT, true));
        assertThat(models.text(Column.PRICE_OUT, models.rows().getFirst())).isEqualTo("0.00");
        assertThat(models.text(Column.PRICE_OUT, models.rows().getLast())).isEqualTo("–");
        models.sort().set(new Sort(Column.PRICE_OUT, false));
        assertThat(models.text(Column.PRICE_OUT, models.rows().getFirst())).isEqualTo("15.00");
    }

    @Test
    void theCountSaysHowManyOfHowMany() {
        models.clearFilters();
        var all = models.rows().size();
        assertThat(models.count().get()).isEqualTo(all + " models");
        models.filter().set("sonnet");
        assertThat(models.count().get()).isEqualTo("1 of " + all + " models");
    }

    @Test
    void theStateTellsNothingKnownFromNothingFound() {
        assertThat(models.state().get()).isEqualTo(State.ROWS);
        models.filter().set("nothing has this name");
        assertThat(models.state().get()).isEqualTo(State.NO_MATCH);
        models.clearFilters();
        assertThat(models.state().get()).isEqualTo(State.ROWS);
        offers.setAccounts(List.of());
        assertThat(models.state().get()).isEqualTo(State.NO_ACCOUNT);
        assertThat(model(new OffersModel(new FakeCatalogue(), samples.accounts(), Runnable::run)).state().get())
                .isEqualTo(State.NOTHING_KNOWN);
    }

    @Test
    void everyAccountSaysTheAgeOfItsListAndWhatFailed() {
        var words = models.sources().get();
        assertThat(words.get(0)).isEqualTo(new Source("Work: 16 models, as of 3 min ago", false));
        assertThat(words.get(1).words()).endsWith(
                "as of 3 h ago, could not be refreshed: No address is known for api.groq.com.");
        assertThat(words.get(1).failed()).isTrue();
        assertThat(words.get(3).words()).startsWith("Simulator · Free plan, April 2026: ");
    }

    @Test
    void whatChangedIsSaidInOneLineAndInFull() {
        var face = models.changes().get();
        assertThat(face.headline())
                .isEqualTo("3 changes, found 24 Nov: + qwen-3.8-27b, − gemma-4-31b, price of gpt-oss-120b");
        assertThat(face.lines()).contains(
                "Work: price of gpt-oss-120b: $0.25 in, $0.69 out → $0.35 in, $0.75 out", "Work: + qwen-3.8-27b");
        samples.catalogue.put(samples.work, "gpt-oss-120b");
        assertThat(models.changes().get()).isNull();
    }

    @Test
    void busyWhileAnyProviderIsAsked() {
        assertThat(models.busy().get()).isFalse();
        samples.catalogue.put(new Listing("work", List.of(), null, true, true, null, List.of()));
        assertThat(models.busy().get()).isTrue();
    }

    @Test
    void theChosenAccountStaysChosenWhenItIsEditedAndIsGivenUpWhenItGoes() {
        models.account().set(samples.groq);
        var renamed = new Account("groq", "Mine", samples.groq.provider(), samples.groq.baseUrl(), null,
                samples.groq.key(), "key", samples.groq.connection());
        offers.setAccounts(List.of(samples.work, renamed));
        assertThat(models.account().get().name()).isEqualTo("Mine");
        offers.setAccounts(List.of(samples.work));
        assertThat(models.account().get()).isNull();
        assertThat(ids()).contains("gpt-oss-120b");
    }

    @Test
    void aVisitAsksOnlyForWhatIsOld() {
        assertThat(samples.catalogue.refreshed).isEmpty();
        models.visited();
        assertThat(samples.catalogue.refreshed).contains("work", "groq").doesNotContain("work!");
        models.refresh();
        assertThat(samples.catalogue.refreshed).contains("work!", "groq!");
    }

    @Test
    void aLongListIsFilteredAndSortedElsewhere() {
        List<ModelEntry> many = SampleOffers.many(100_000);
        samples.catalogue.put(samples.router, many);
        models.filter().set("qwen");
        models.sort().set(new Sort(Column.PRICE_IN, false));
        int before = models.rows().size();
        assertThat(before).isLessThan(100);
        while (!work.isEmpty()) {
            work.poll().run();
        }
        assertThat(models.rows()).hasSizeGreaterThan(20_000).allMatch(c -> c.key().contains("qwen"));
    }
}
