package app.pitot.ui.shell;

import app.pitot.api.ApiException;
import app.pitot.api.ChatClient;
import app.pitot.api.Target;
import app.pitot.base.Texts;
import app.pitot.keys.KeyException;
import app.pitot.provider.Account;
import app.pitot.provider.Catalogue;
import app.pitot.provider.ModelInfo;
import app.pitot.ui.picker.PickerModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fills the picker: first with what ships, then with what each provider lists, which costs no tokens. */
final class ModelLists {
    private static final Logger LOG = LoggerFactory.getLogger(ModelLists.class);

    private final Catalogue catalogue;
    private final ChatClient client;
    private final PickerModel picker;
    private final BiConsumer<Account, Boolean> heard;
    private final Executor fx;

    /** @param heard told on the JavaFX thread whether an account's endpoint answered */
    ModelLists(Catalogue catalogue, ChatClient client, PickerModel picker, BiConsumer<Account, Boolean> heard,
            Executor fx) {
        this.catalogue = catalogue;
        this.client = client;
        this.picker = picker;
        this.heard = heard;
        this.fx = fx;
    }

    /** Shows the shipped models at once. JavaFX thread. */
    void showShipped(Account account) {
        picker.setModels(account, offered(catalogue.models(account.provider().id())), false);
    }

    /** Asks the provider in the background. JavaFX thread. */
    void fetch(Account account) {
        picker.fetching(account);
        Thread.ofVirtual().name("models-" + account.id()).start(() -> {
            try {
                var listed = client.models(Target.open(account));
                fx.execute(() -> {
                    picker.setModels(account, joined(account, listed), true);
                    heard.accept(account, true);
                });
            } catch (ApiException e) {
                fx.execute(() -> {
                    picker.fetchFailed(account, e.error().message());
                    heard.accept(account, e.error().httpStatus() != null);
                });
            } catch (KeyException e) {
                fx.execute(() -> picker.fetchFailed(account, e.getMessage()));
            } catch (RuntimeException e) {
                LOG.error("the model list could not be read", e);
                fx.execute(() -> picker.fetchFailed(account, Texts.get("picker.unreadable")));
            }
        });
    }

    /** The provider's list, with what we know of each model where the list itself does not say. */
    private List<ModelInfo> joined(Account account, List<ModelInfo> listed) {
        var byId = new LinkedHashMap<String, ModelInfo>();
        for (var model : listed) {
            byId.put(model.id(), catalogue.model(account.provider().id(), model.id()).map(known -> merge(model, known))
                    .orElse(model));
        }
        return List.copyOf(byId.values());
    }

    private static ModelInfo merge(ModelInfo live, ModelInfo known) {
        return new ModelInfo(live.id(), live.name().equals(live.id()) ? known.name() : live.name(),
                first(live.contextTokens(), known.contextTokens()),
                first(live.maxOutputTokens(), known.maxOutputTokens()), first(live.inputPrice(), known.inputPrice()),
                first(live.outputPrice(), known.outputPrice()), first(live.reasons(), known.reasons()),
                first(live.publishedSpeed(), known.publishedSpeed()), first(live.retiredOn(), known.retiredOn()),
                first(live.replacement(), known.replacement()));
    }

    private static <T> T first(T live, T known) {
        return live == null ? known : live;
    }

    /** Retired models stay in the data, to explain a 404, but are not offered. */
    private static List<ModelInfo> offered(List<ModelInfo> models) {
        return models.stream().filter(m -> m.retiredOn() == null).toList();
    }
}
