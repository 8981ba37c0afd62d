package app.pitot.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.keys.SessionStore;
import app.pitot.provider.AccountEntry;
import app.pitot.provider.AccountEntry.Header;
import app.pitot.provider.AccountEntry.ProxyEntry;
import app.pitot.provider.AccountEntry.Route;
import app.pitot.provider.Connection;
import app.pitot.provider.KeyPlace;
import app.pitot.store.Settings;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhereKeysTest {
    private static KeyPlace place(KeyPlace.Kind kind, String item) {
        return new KeyPlace(kind, item, null);
    }

    private static AccountEntry entry(String name, KeyPlace key, Route route) {
        return new AccountEntry("id", "custom", name, "https://gate.test/v1", null, null, List.of(), key, true,
                List.of(), route);
    }

    private static Settings settings() {
        var route = new Route(List.of(new Header("X-Open", "v", null),
                new Header("X-Gate", null, place(KeyPlace.Kind.KEYCHAIN, "gate/1"))),
                new ProxyEntry(Connection.Proxy.Kind.HTTP, "proxy.test", 1, "me",
                        place(KeyPlace.Kind.SESSION, "proxy/1")),
                null, null);
        return Settings.DEFAULT
                .withAccounts(List.of(entry("A", place(KeyPlace.Kind.KEYCHAIN, "a/1"), route),
                        entry("B", place(KeyPlace.Kind.ENVIRONMENT, "B_KEY"), Route.DIRECT),
                        entry("C", KeyPlace.NONE, Route.DIRECT)))
                .withDoubtful(List.of(place(KeyPlace.Kind.KEYCHAIN, "old/1")));
    }

    private static List<WhereKeys.Row> rows(String osName) {
        return new WhereKeys(new ScriptedStore(), new SessionStore(), osName).rows(settings());
    }

    @Test
    void namesEverySecretWithItsStoreAndItem() {
        var rows = rows("Linux");
        assertThat(rows).extracting(WhereKeys.Row::account).containsExactly("A", "A", "A", "B", null);
        assertThat(rows).extracting(WhereKeys.Row::item).containsExactly("Pitot|a/1", "Pitot|gate/1", null, "B_KEY",
                "Pitot|old/1");
        assertThat(rows).extracting(WhereKeys.Row::lasting).containsExactly(true, true, false, true, true);
        assertThat(rows.get(0).store()).isEqualTo("Test Keyring");
        assertThat(rows.get(0).look()).contains("seahorse", "secret-tool search service Pitot account a/1");
        assertThat(rows.get(1).what()).contains("X-Gate");
        assertThat(rows.get(2).what()).contains("proxy.test");
        assertThat(rows.get(3).look()).contains("$B_KEY");
    }

    @Test
    void eachSystemHasItsOwnTool() {
        assertThat(rows("Mac OS X").getFirst().look()).contains("Keychain Access", "search for Pitot", "a/1");
        assertThat(rows("Mac OS X").getFirst().item()).isEqualTo("a/1");
        assertThat(rows("Windows 11").getFirst().look()).contains("keymgr.dll", "Pitot|a/1");
    }

    @Test
    void asksNoKeychain() {
        var keychain = new ScriptedStore();
        new WhereKeys(keychain, new SessionStore()).rows(settings());
        assertThat(keychain.calls).isEmpty();
    }
}
