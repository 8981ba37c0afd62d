package app.pitot.accounts;

import app.pitot.base.Texts;
import app.pitot.keys.SecretStore;
import app.pitot.provider.AccountEntry;
import app.pitot.provider.KeyPlace;
import app.pitot.store.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says of every secret where it is, so that users can see for themselves. Asks no keychain. Safe from any thread. */
public final class WhereKeys {
    /** The service of every item, as the system's own tools show it. */
    public static final String SERVICE = "Pitot";

    private final SecretStore keychain;
    private final SecretStore session;
    private final Tool tool;

    /** Where a user of this operating system looks. */
    private enum Tool {
        LINUX, MAC, WINDOWS;

        static Tool of(String osName) {
            var os = osName.toLowerCase(Locale.ROOT);
            return os.startsWith("mac") ? MAC : os.startsWith("windows") ? WINDOWS : LINUX;
        }
    }

    public WhereKeys(SecretStore keychain, SecretStore session) {
        this(keychain, session, System.getProperty("os.name"));
    }

    WhereKeys(SecretStore keychain, SecretStore session, String osName) {
        this.keychain = keychain;
        this.session = session;
        this.tool = Tool.of(osName);
    }

    /**
     * One secret.
     *
     * @param account the account's name; null of one that belongs to none any more and may still be there
     * @param what in words: the key, a header's value, a proxy's password
     * @param store in words
     * @param item the item as the system's own tool shows it, or the environment variable; null in memory
     * @param look how to see it by hand, in a sentence
     * @param lasting false if it is gone when the app ends
     */
    public record Row(String account, String what, KeyPlace place, String store, String item, String look,
            boolean lasting) {}

    /** In the order of the accounts, what belongs to none last. */
    public List<Row> rows(Settings settings) {
        var rows = new ArrayList<Row>();
        for (var entry : settings.accounts()) {
            SecretPart.of(entry).forEach((part, place) -> rows.add(row(entry.name(), what(part, entry), place)));
        }
        settings.doubtful().forEach(place -> rows.add(row(null, Texts.get("accounts.where.doubtful"), place)));
        return rows;
    }

    private Row row(String account, String what, KeyPlace place) {
        return switch (place.kind()) {
            case KEYCHAIN -> new Row(account, what, place, keychain.place(), item(place),
                    Texts.get("accounts.where." + tool.name().toLowerCase(Locale.ROOT), item(place), SERVICE,
                            place.item()),
                    true);
            case SESSION -> new Row(account, what, place, session.place(), null,
                    Texts.get("accounts.where.session"), false);
            case ENVIRONMENT -> new Row(account, what, place, Texts.get("accounts.where.environment"), place.item(),
                    Texts.get("accounts.where.variable", place.item()), true);
            case NONE -> throw new IllegalArgumentException("no secret");
        };
    }

    /** Keychain Access shows service and account apart, the others one name made of both. */
    private String item(KeyPlace place) {
        return tool == Tool.MAC ? place.item() : SERVICE + '|' + place.item();
    }

    private static String what(SecretPart part, AccountEntry entry) {
        return switch (part.kind()) {
            case KEY -> Texts.get("accounts.where.key");
            case PROXY -> Texts.get("accounts.where.proxy", entry.route().proxy().host());
            case HEADER -> Texts.get("accounts.where.header", entry.route().headers().stream()
                    .map(AccountEntry.Header::name).filter(name -> name.equalsIgnoreCase(part.header())).findFirst()
                    .orElse(part.header()));
        };
    }
}
