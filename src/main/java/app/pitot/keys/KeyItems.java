package app.pitot.keys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Names of items in a {@link SecretStore}. Every version of a secret has a name of its own, so that a new one never
 * overwrites the one in use. Accounts are named by their id, a UUID; versions count from 1. Names hold nothing secret: settings may keep them.
 */
public final class KeyItems {
    private static final int HASH_LENGTH = 12;

    private KeyItems() {}

    /** The key of an account. */
    public static String key(String account, int version) {
        return item(account, "", version);
    }

    /** The password of an account's proxy. */
    public static String proxy(String account, int version) {
        return item(account, "proxy/", version);
    }

    /** The value of an account's extra header {@code name}, in any case of letters. */
    public static String header(String account, String name, int version) {
        return item(account, "header/" + hash(name.toLowerCase(Locale.ROOT)) + "/", version);
    }

    /**
     * The version in {@code item}.
     *
     * @throws IllegalArgumentException if it is no name that this class made
     */
    public static int version(String item) {
        var parts = item.split("/");
        if (parts.length < 2 || !parts[parts.length - 1].matches("[1-9][0-9]{0,8}")) {
            throw new IllegalArgumentException("no item name");
        }
        return Integer.parseInt(parts[parts.length - 1]);
    }

    private static String item(String account, String part, int version) {
        if (version < 1) {
            throw new IllegalArgumentException("versions count from 1");
        }
        return "account-" + account + "/" + part + version;
    }

    private static String hash(String name) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
