package app.pitot.accounts;

import app.pitot.base.Texts;
import app.pitot.keys.KeyException;
import app.pitot.keys.Secret;
import app.pitot.provider.AccountEntry;
import app.pitot.provider.AccountEntry.Header;
import app.pitot.provider.AccountEntry.ProxyEntry;
import app.pitot.provider.AccountEntry.Route;
import app.pitot.provider.KeyPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds a place for every secret of one account that is being written down. Used once, by one thread. */
final class Placement {
    /** Header names that promise a secret. */
    private static final Pattern TELLING = Pattern.compile(".*(authorization|cookie|key|token|secret|password).*",
            Pattern.CASE_INSENSITIVE);

    private final SecretKeeper keeper;
    private final AccountEntry wanted;
    private final Map<SecretPart, KeyPlace> before;
    private final NewSecrets secrets;
    private final List<KeyPlace> written = new ArrayList<>();

    /** @param before null for a new account */
    Placement(SecretKeeper keeper, AccountEntry wanted, AccountEntry before, NewSecrets secrets) {
        this.keeper = keeper;
        this.wanted = wanted;
        this.before = before == null ? Map.of() : SecretPart.of(before);
        this.secrets = secrets;
    }

    /**
     * The account with the places of its secrets filled in.
     *
     * @throws KeyException if one cannot be kept; what was stored until then is removed again
     */
    AccountEntry place() throws KeyException {
        try {
            var key = placeOf(SecretPart.KEY, wanted.key(), null);
            var route = route(wanted.route());
            return new AccountEntry(wanted.id(), wanted.providerId(), wanted.name(), wanted.baseUrl(),
                    wanted.dialect(), wanted.planId(), wanted.limits(), key, wanted.enabled(), wanted.models(), route);
        } catch (KeyException | RuntimeException e) {
            keeper.drop(written);
            throw e;
        }
    }

    private Route route(Route route) throws KeyException {
        var headers = new ArrayList<Header>();
        for (var header : route.headers()) {
            headers.add(header(header));
        }
        var proxy = route.proxy();
        if (proxy != null && (proxy.password() != null || secrets.proxyPassword() != null)) {
            proxy = new ProxyEntry(proxy.kind(), proxy.host(), proxy.port(), proxy.user(),
                    placeOf(SecretPart.PROXY, proxy.password(), null));
        }
        return new Route(headers, proxy, route.certificatePem(), route.waits());
    }

    private Header header(Header header) throws KeyException {
        var part = SecretPart.header(header.name());
        if (header.value() == null || part.in(secrets) != null) {
            return new Header(header.name(), null, placeOf(part, header.place(), null));
        }
        if (!TELLING.matcher(header.name()).matches() || header.value().isEmpty()) {
            return header;
        }
        // Entered as if it were no secret; in the settings it would be for anybody to read.
        try (var secret = Secret.text(header.value())) {
            return new Header(header.name(), null, placeOf(part, header.place(), secret));
        }
    }

    /** @param own the secret if it is not among the new ones */
    private KeyPlace placeOf(SecretPart part, KeyPlace asked, Secret own) throws KeyException {
        var secret = own == null ? part.in(secrets) : own;
        var old = before.get(part);
        var kind = kind(asked);
        if (kind == KeyPlace.Kind.NONE) {
            return KeyPlace.NONE;
        }
        if (kind == KeyPlace.Kind.ENVIRONMENT) {
            return new KeyPlace(kind, asked.item(), null);
        }
        if (secret != null) {
            return keep(part, kind, old, secret);
        }
        if (old == null || !SecretPart.stored(old)) {
            throw new KeyException(KeyException.Trouble.ABSENT, Texts.get("accounts.nothingToKeep"));
        }
        if (old.kind() == kind) {
            return old;
        }
        try (var moved = keeper.read(old)) {
            return keep(part, kind, old, moved);
        }
    }

    private KeyPlace keep(SecretPart part, KeyPlace.Kind kind, KeyPlace old, Secret secret) throws KeyException {
        var place = keeper.keep(wanted.id(), part, kind, old, secret);
        written.add(place);
        return place;
    }

    /** A secret without a place of its own goes where the key is. */
    private KeyPlace.Kind kind(KeyPlace asked) {
        if (asked != null) {
            return asked.kind();
        }
        return SecretPart.stored(wanted.key()) ? wanted.key().kind() : KeyPlace.Kind.KEYCHAIN;
    }
}
