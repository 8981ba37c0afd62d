package app.pitot.catalogue;

import app.pitot.api.ApiException;
import app.pitot.api.ChatClient;
import app.pitot.api.ErrorKind;
import app.pitot.api.Target;
import app.pitot.base.Texts;
import app.pitot.keys.KeyException;
import app.pitot.provider.Account;
import app.pitot.provider.ModelInfo;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a provider for its lists. Blocks on the keychain and the network. */
final class Fetch {
    private static final Logger LOG = LoggerFactory.getLogger(Fetch.class);

    private final ChatClient client;

    Fetch(ChatClient client) {
        this.client = client;
    }

    /**
     * What came of it.
     *
     * @param own the key's own list; null if there is none or it could not be had
     * @param open the public list; null if there is none or it could not be had
     * @param problem a sentence; null if nothing failed
     */
    record Heard(List<ModelInfo> own, List<ModelInfo> open, String problem) {
        /** A defect of ours stood in the way. */
        static final Heard BROKEN = new Heard(null, null, Texts.get("catalogue.unreadable"));

        /** True if what decides which models are there was had. */
        boolean answered() {
            return own != null || problem == null;
        }
    }

    /** Never throws: whatever fails is in the answer. */
    Heard ask(Account account) {
        if (PublicLists.only(account)) {
            return everybodys(account);
        }
        var own = own(account);
        var url = account.provider().facts().publicModels();
        if (url == null || url.equals(account.baseUrl() + "/models") || !sameHost(url, account.baseUrl())) {
            return new Heard(own.models(), null, own.problem());
        }
        var open = open(account, url);
        if (own.absent() && open.models() != null) {
            return new Heard(null, open.models(), null);
        }
        if (own.problem() != null) {
            return new Heard(null, open.models(), own.problem());
        }
        return new Heard(own.models(), open.models(), open.problem() == null
                ? null
                : Texts.get("catalogue.public.failed", open.problem()));
    }

    private Heard everybodys(Account account) {
        var url = account.provider().facts().publicModels();
        if (url == null) {
            return new Heard(null, null, Texts.get("catalogue.key.needed", account.provider().name()));
        }
        var open = open(account, url);
        return new Heard(null, open.models(), open.problem());
    }

    /** An account that talks to another host, such as a company's gateway, is not left for the provider's own. */
    private static boolean sameHost(String publicUrl, String baseUrl) {
        int path = publicUrl.indexOf('/', publicUrl.indexOf("://") + 3);
        return baseUrl.startsWith(publicUrl.substring(0, path + 1));
    }

    private One own(Account account) {
        return one(() -> client.models(Target.open(account)));
    }

    private One open(Account account, String url) {
        return one(() -> client.models(withoutKey(account), url));
    }

    /** The way through the user's proxy, without the key and the user's own headers: the list is open to all. */
    private static Target withoutKey(Account account) throws KeyException {
        var way = account.connection();
        var password = way.proxy() == null || way.proxy().password() == null
                ? null
                : way.proxy().password().read().orElse(null);
        return new Target(account.baseUrl(), account.provider().dialect(), account.provider().wire(), null, List.of(),
                way.proxy(), password, way.certificatePem(), way.waits());
    }

    private static One one(Asking asking) {
        try {
            return new One(asking.ask(), null, false);
        } catch (ApiException e) {
            return new One(null, e.error().message(), e.error().kind() == ErrorKind.NOT_FOUND);
        } catch (KeyException e) {
            return new One(null, e.getMessage(), false);
        } catch (RuntimeException e) {
            LOG.error("a model list could not be read", e);
            return new One(null, Texts.get("catalogue.unreadable"), false);
        }
    }

    /**
     * One question.
     *
     * @param absent true if the server answered that there is no such list
     */
    private record One(List<ModelInfo> models, String problem, boolean absent) {}

    private interface Asking {
        List<ModelInfo> ask() throws ApiException, KeyException;
    }
}
