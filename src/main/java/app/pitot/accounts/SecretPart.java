package app.pitot.accounts;

import app.pitot.keys.KeyItems;
import app.pitot.keys.Secret;
import app.pitot.provider.AccountEntry;
import app.pitot.provider.KeyPlace;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Which secret of an account is meant.
 *
 * @param header the header's name in lower case; null for the others
 */
public record SecretPart(Kind kind, String header) {
    /** The account's key. */
    public static final SecretPart KEY = new SecretPart(Kind.KEY, null);
    /** The password of its proxy. */
    public static final SecretPart PROXY = new SecretPart(Kind.PROXY, null);

    /** What kind of secret. */
    public enum Kind {
        KEY, HEADER, PROXY
    }

    /** The value of the extra header {@code name}. */
    public static SecretPart header(String name) {
        return new SecretPart(Kind.HEADER, name.toLowerCase(Locale.ROOT));
    }

    /** Every secret of {@code entry} with its place, {@link KeyPlace#NONE} left out. */
    public static Map<SecretPart, KeyPlace> of(AccountEntry entry) {
        var places = new LinkedHashMap<SecretPart, KeyPlace>();
        places.put(KEY, entry.key());
        entry.route().headers().stream().filter(header -> header.place() != null)
                .forEach(header -> places.put(header(header.name()), header.place()));
        if (entry.route().proxy() != null && entry.route().proxy().password() != null) {
            places.put(PROXY, entry.route().proxy().password());
        }
        places.values().removeIf(Predicate.isEqual(KeyPlace.NONE));
        return places;
    }

    /** What the user entered for it; null if nothing. Stays the owner's. */
    Secret in(NewSecrets secrets) {
        return switch (kind) {
            case KEY -> secrets.key();
            case PROXY -> secrets.proxyPassword();
            case HEADER -> secrets.headers().entrySet().stream()
                    .filter(each -> each.getKey().equalsIgnoreCase(header)).map(Map.Entry::getValue).findFirst()
                    .orElse(null);
        };
    }

    /** Where to put a new version of it, so that the one before stays until the new one is proven. */
    String itemAfter(String account, KeyPlace before) {
        int version = before == null || before.item() == null || !stored(before) ? 1 : next(before.item());
        return switch (kind) {
            case KEY -> KeyItems.key(account, version);
            case PROXY -> KeyItems.proxy(account, version);
            case HEADER -> KeyItems.header(account, header, version);
        };
    }

    /** True if a secret lies in one of our stores. */
    static boolean stored(KeyPlace place) {
        return place.kind() == KeyPlace.Kind.KEYCHAIN || place.kind() == KeyPlace.Kind.SESSION;
    }

    private static int next(String item) {
        try {
            return KeyItems.version(item) + 1;
        } catch (IllegalArgumentException e) {
            // Somebody edited the settings by hand; a first version cannot stand in its way.
            return 1;
        }
    }
}
