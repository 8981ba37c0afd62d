package app.pitot.accounts;

import app.pitot.api.ApiError;
import app.pitot.api.ApiException;
import app.pitot.api.ChatClient;
import app.pitot.api.Target;
import app.pitot.base.Texts;
import app.pitot.keys.KeyException;
import app.pitot.keys.KeyOwner;
import app.pitot.keys.Secret;
import app.pitot.provider.Account;
import app.pitot.provider.ModelInfo;
import java.util.List;
import java.util.Set;

/** Asks the endpoint that the provider's facts name; see {@link app.pitot.provider.ProviderFacts#keyCheck}. Safe from any thread. */
public final class ProviderKeyCheck implements KeyCheck {
    private static final String MODELS = "/models";
    /** Where a key is known to list models and yet to be answered 402, for want of credit. */
    private static final Set<String> CREDIT_UNTOLD = Set.of("cerebras");

    private final ChatClient client;

    public ProviderKeyCheck(ChatClient client) {
        this.client = client;
    }

    @Override
    public Result check(Account account) {
        return check(account, false);
    }

    @Override
    public Result insist(Account account) {
        return check(account, true);
    }

    private Result check(Account account, boolean insisting) {
        KeyOwner owner = null;
        boolean keyed;
        Target target;
        try {
            target = Target.open(account);
            keyed = target.key() != null;
        } catch (KeyException e) {
            return new Result(Verdict.NO_KEY, e.getMessage(), List.of());
        }
        owner = foreign(account, target.key());
        if (owner != null && !insisting) {
            target.close();
            return new Result(Verdict.FOREIGN,
                    Texts.get("accounts.check.foreign", owner.name(), account.provider().name()), List.of());
        }
        try {
            var models = ask(target, path(account));
            return new Result(Verdict.GOOD, good(account, keyed, models), models);
        } catch (ApiException e) {
            return refused(account, owner, keyed, e.error());
        }
    }

    private List<ModelInfo> ask(Target target, String path) throws ApiException {
        if (path.equals(MODELS)) {
            return client.models(target);
        }
        client.checkKey(target, path);
        return List.of();
    }

    private static String path(Account account) {
        var path = account.provider().facts().keyCheck();
        return path == null ? MODELS : path;
    }

    /** Null unless the provider's keys begin in a way of their own and this one begins like another's. */
    private static KeyOwner foreign(Account account, Secret key) {
        if (key == null || account.provider().facts().keyPrefix() == null) {
            return null;
        }
        return KeyOwner.of(key.plain()).filter(owner -> !owner.id().equals(account.provider().id())).orElse(null);
    }

    private static String good(Account account, boolean keyed, List<ModelInfo> models) {
        var name = account.provider().name();
        var found = path(account).equals(MODELS)
                ? Texts.get(keyed ? "accounts.check.good.models" : "accounts.check.open.models", name, models.size())
                : Texts.get("accounts.check.good", name);
        return CREDIT_UNTOLD.contains(account.provider().id())
                ? found + " " + Texts.get("accounts.check.credit")
                : found;
    }

    private static Result refused(Account account, KeyOwner owner, boolean keyed, ApiError error) {
        var name = account.provider().name();
        var words = sentence(error.message());
        return switch (error.kind()) {
            case UNAUTHORIZED, FORBIDDEN -> owner != null
                    ? result(Verdict.FOREIGN, "accounts.check.foreign.refused", name, owner.name())
                    : result(Verdict.WRONG, keyed ? "accounts.check.wrong" : "accounts.check.keyMissing", name, words);
            case BAD_KEY -> new Result(Verdict.NO_KEY, words, List.of());
            case PAYMENT_REQUIRED, CREDITS, KEY_LIMIT ->
                result(Verdict.NO_CREDIT, "accounts.check.noCredit", name, words);
            case NOT_FOUND, MODEL_NOT_FOUND, BAD_REQUEST -> new Result(Verdict.UNTOLD,
                    Texts.get("accounts.check.noList", name, words) + pathHint(account), List.of());
            case RATE_LIMIT, QUEUE, SERVER_ERROR, UNAVAILABLE -> result(Verdict.UNTOLD, "accounts.check.busy", name,
                    words);
            default -> result(Verdict.UNREACHABLE, "accounts.check.unreachable", name, words);
        };
    }

    /** A path without a version is the usual reason for finding nothing below it. */
    private static String pathHint(Account account) {
        return account.baseUrl().endsWith("/v1") ? "" : " " + Texts.get("accounts.check.noList.path");
    }

    private static String sentence(String words) {
        return words.isEmpty() || ".!?".indexOf(words.charAt(words.length() - 1)) >= 0 ? words : words + ".";
    }

    private static Result result(Verdict verdict, String key, String name, String words) {
        return new Result(verdict, Texts.get(key, name, words), List.of());
    }
}
