package app.pitot.ui.advice;

import app.pitot.advice.Terms;
import app.pitot.base.Texts;
import app.pitot.catalogue.Listing;
import app.pitot.provider.Account;
import app.pitot.provider.Catalogue;
import app.pitot.provider.ModelInfo;
import java.util.HashMap;
import java.util.List;

/**
 * An account that is judged or planned for.
 *
 * @param providerId whose plans it may have
 * @param terms with its plan, if one is set
 * @param models ids to choose from, the likely ones first; may be empty
 * @param gone true if it was removed and only its past is left
 */
record AdviceAccount(String id, String name, String providerId, Terms terms, List<String> models, boolean gone) {
    private static final int SHORT = 8;

    AdviceAccount {
        models = List.copyOf(models);
    }

    static AdviceAccount of(Account account, Listing listing, Catalogue catalogue) {
        var known = new HashMap<String, ModelInfo>();
        listing.models().forEach(entry -> known.put(entry.model().id(), entry.model()));
        var provider = account.provider();
        var terms = new Terms(account.plan(), provider.simulated(),
                id -> known.containsKey(id) ? known.get(id) : shipped(catalogue, provider.id(), id));
        // There are several simulators, told apart by their plans.
        var name = provider.simulated() && account.plan() != null
                ? Texts.get("advice.account.simulator", account.name(), account.plan().name())
                : account.name();
        return new AdviceAccount(account.id(), name, provider.id(), terms,
                listing.models().stream().map(entry -> entry.model().id()).toList(), false);
    }

    /** One that is no more. */
    static AdviceAccount gone(String id, String providerId, Catalogue catalogue) {
        var name = catalogue.providers().stream().filter(each -> each.id().equals(providerId))
                .map(each -> each.name()).findFirst().orElse(providerId);
        // Endpoints of the command line are named by themselves; what the user entered has an id of its own.
        int colon = id.indexOf(':');
        var called = colon >= 0
                ? Texts.get("advice.account.endpoint", name, id.substring(colon + 1))
                : Texts.get("advice.account.gone", name, id.substring(0, Math.min(SHORT, id.length())));
        return new AdviceAccount(id, called, providerId,
                new Terms(null, providerId.equals(Catalogue.SIMULATOR), model -> shipped(catalogue, providerId, model)),
                List.of(), true);
    }

    boolean simulated() {
        return terms.simulated();
    }

    private static ModelInfo shipped(Catalogue catalogue, String providerId, String modelId) {
        return catalogue.providers().stream().anyMatch(each -> each.id().equals(providerId))
                ? catalogue.model(providerId, modelId).orElseGet(() -> ModelInfo.ofId(modelId))
                : ModelInfo.ofId(modelId);
    }
}
