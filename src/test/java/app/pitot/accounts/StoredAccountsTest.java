package app.pitot.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.pitot.base.Clocks;
import app.pitot.keys.KeyException;
import app.pitot.keys.Secret;
import app.pitot.keys.SecretResult;
import app.pitot.provider.Account;
import app.pitot.provider.AccountEntry;
import app.pitot.provider.AccountEntry.Header;
import app.pitot.provider.AccountEntry.ProxyEntry;
import app.pitot.provider.AccountEntry.Route;
import app.pitot.provider.Catalogue;
import app.pitot.provider.Connection;
import app.pitot.provider.KeyPlace;
import app.pitot.provider.LimitEdit;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.store.Folders;
import app.pitot.store.StoreProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredAccountsTest {
    private static final Catalogue CATALOGUE = Catalogue.shipped();
    private static final String OLD = "csk-old-canary-0000-abcd";
    private static final String NEW = "csk-new-canary-1111-wxyz";

    @TempDir
    Path folder;

    private final ScriptedStore keychain = new ScriptedStore();
    private final Map<String, String> environment = new HashMap<>();
    private final List<StoreProblem> problems = new ArrayList<>();
    private Household house;
    private StoredAccounts book;

    @BeforeEach
    void open() {
        house = new Household(Folders.in(folder), CATALOGUE, keychain, environment::get, Clocks.system(),
                problems::add);
        book = house.book();
    }

    private static AccountEntry draft(KeyPlace.Kind kind) {
        return new AccountEntry(null, "cerebras", "", null, null, null, List.of(), new KeyPlace(kind, null, null), true,
                List.of(), Route.DIRECT);
    }

    private static AccountEntry with(AccountEntry entry, KeyPlace.Kind kind) {
        return new AccountEntry(entry.id(), entry.providerId(), entry.name(), entry.baseUrl(), entry.dialect(),
                entry.planId(), entry.limits(), new KeyPlace(kind, null, null), entry.enabled(), entry.models(),
                entry.route());
    }

    private static AccountEntry with(AccountEntry entry, Route route) {
        return new AccountEntry(entry.id(), entry.providerId(), entry.name(), entry.baseUrl(), entry.dialect(),
                entry.planId(), entry.limits(), entry.key(), entry.enabled(), entry.models(), route);
    }

    private static NewSecrets key(String value) throws KeyException {
        return NewSecrets.of(Secret.of(value));
    }

    private AccountEntry added() throws KeyException {
        return book.add(draft(KeyPlace.Kind.KEYCHAIN), key(OLD));
    }

    private static String keyOf(Account account) throws KeyException {
        try (var secret = account.key().read().orElseThrow()) {
            return secret.plain();
        }
    }

    private String settingsText() throws IOException {
        return Files.readString(folder.resolve("settings.json"));
    }

    @Test
    void addsWithTheKeyInTheKeychainAndOnlyItsPlaceInTheSettings() throws Exception {
        var entry = added();
        assertThat(entry.id()).matches("[0-9a-f-]{36}");
        assertThat(entry.name()).isEqualTo("Cerebras");
        assertThat(entry.baseUrl()).isEqualTo("https://api.cerebras.ai/v1");
        assertThat(entry.key().lastFour()).isEqualTo("abcd");
        assertThat(keychain.items).containsExactly(Map.entry(entry.key().item(), OLD));
        var account = book.accounts().getFirst();
        assertThat(account.keyLabel()).isEqualTo("key ••••abcd in Test Keyring");
        assertThat(keyOf(account)).isEqualTo(OLD);
        assertThat(account.plan().id()).isEqualTo("cerebras-trial-2026-09");
        assertThat(settingsText()).contains(entry.id()).doesNotContain("canary");
        assertThat(house.settings().current().doubtful()).isEmpty();
        assertThat(problems).isEmpty();
    }

    @Test
    void namesStayApart() throws Exception {
        added();
        assertThat(added().name()).isEqualTo("Cerebras 2");
        var third = added();
        assertThat(third.name()).isEqualTo("Cerebras 3");
        assertThat(book.update(third, NewSecrets.none()).name()).isEqualTo("Cerebras 3");
    }

    @Test
    void readingTouchesNoKeychain() throws Exception {
        added();
        keychain.calls.clear();
        book.accounts();
        book.entries();
        assertThat(keychain.calls).isEmpty();
    }

    @Test
    void everyFailureOfAWriteLeavesNothingBehind() throws Exception {
        for (var failure : List.of(new SecretResult.Denied("denied."), new SecretResult.Locked("locked."),
                new SecretResult.Unavailable("away."))) {
            keychain.onWrite = failure;
            assertThatThrownBy(this::added).isInstanceOf(KeyException.class).hasMessage(failure.message());
            assertThat(book.entries()).isEmpty();
            assertThat(keychain.items).isEmpty();
            assertThat(house.settings().current().doubtful()).isEmpty();
        }
        keychain.onWrite = null;
        keychain.givesBack = "something else";
        assertThatThrownBy(this::added).isInstanceOf(KeyException.class).hasMessageContaining("Test Keyring");
        assertThat(book.entries()).isEmpty();
        assertThat(keychain.items).isEmpty();
    }

    @Test
    void notesAKeyThatAFailedWriteMayHaveLeft() throws Exception {
        keychain.onWrite = new SecretResult.Unavailable("away.");
        keychain.onDelete = new SecretResult.Unavailable("away.");
        keychain.storesAnyway = true;
        assertThatThrownBy(this::added).isInstanceOf(KeyException.class);
        assertThat(house.settings().current().doubtful()).extracting(KeyPlace::item)
                .containsExactlyElementsOf(keychain.items.keySet());
        keychain.onDelete = null;
        assertThat(book.clearDoubtful().remains()).isNull();
        assertThat(house.settings().current().doubtful()).isEmpty();
        assertThat(keychain.items).isEmpty();
    }

    @Test
    void aMachineWithoutKeychainCollectsNoNotes() {
        keychain.availability = new SecretResult.Unavailable("no keychain.");
        assertThatThrownBy(this::added).isInstanceOf(KeyException.class).hasMessage("no keychain.");
        assertThat(keychain.calls).containsExactly("availability");
        assertThat(house.settings().current().doubtful()).isEmpty();
    }

    @Test
    void aNewKeyTakesTheOldOnesPlace() throws Exception {
        var before = added();
        var after = book.update(before, key(NEW));
        assertThat(after.key().item()).isNotEqualTo(before.key().item());
        assertThat(after.key().lastFour()).isEqualTo("wxyz");
        assertThat(keychain.items).containsExactly(Map.entry(after.key().item(), NEW));
        assertThat(keyOf(book.accounts().getFirst())).isEqualTo(NEW);
        assertThat(keychain.calls.indexOf("delete " + before.key().item()))
                .isGreaterThan(keychain.calls.indexOf("read " + after.key().item()));
    }

    @Test
    void theOldKeyWorksAfterEveryFailedChange() throws Exception {
        var before = added();
        for (var failure : List.of(new SecretResult.Denied("denied."), new SecretResult.Locked("locked."),
                new SecretResult.Unavailable("away."))) {
            keychain.onWrite = failure;
            assertThatThrownBy(() -> book.update(before, key(NEW))).isInstanceOf(KeyException.class);
            assertThat(keyOf(book.accounts().getFirst())).isEqualTo(OLD);
            assertThat(keychain.items).containsExactly(Map.entry(before.key().item(), OLD));
        }
        keychain.onWrite = null;
        keychain.givesBack = "csk-changed-on-the-way";
        assertThatThrownBy(() -> book.update(before, key(NEW))).isInstanceOf(KeyException.class);
        keychain.givesBack = null;
        assertThat(keyOf(book.accounts().getFirst())).isEqualTo(OLD);
        assertThat(keychain.items).containsExactly(Map.entry(before.key().item(), OLD));
        assertThat(book.entries()).containsExactly(before);
    }

    @Test
    void anOldKeyThatMayRemainIsNoted() throws Exception {
        var before = added();
        keychain.onDelete = new SecretResult.Denied("denied.");
        var after = book.update(before, key(NEW));
        assertThat(keyOf(book.accounts().getFirst())).isEqualTo(NEW);
        assertThat(house.settings().current().doubtful()).containsExactly(before.key());
        assertThat(keychain.items).containsKeys(before.key().item(), after.key().item());
    }

    @Test
    void theOldKeyStaysWhileTheSettingsCannotBeSaved() throws Exception {
        var before = added();
        Files.delete(folder.resolve("settings.json.lock"));
        Files.createDirectory(folder.resolve("settings.json.lock"));
        book.update(before, key(NEW));
        assertThat(problems).isNotEmpty();
        assertThat(keychain.items).containsEntry(before.key().item(), OLD);
        assertThat(keyOf(book.accounts().getFirst())).isEqualTo(NEW);
        Files.delete(folder.resolve("settings.json.lock"));
        book.move(before.id(), 0);
        assertThat(book.clearDoubtful().remains()).isNull();
        assertThat(keychain.items).containsOnlyKeys(book.entries().getFirst().key().item());
    }

    @Test
    void removalIsProven() throws Exception {
        var entry = added();
        assertThat(book.remove(entry.id())).isEqualTo(new AccountBook.Removal(null, null));
        assertThat(keychain.items).isEmpty();
        assertThat(book.entries()).isEmpty();
        assertThat(settingsText()).doesNotContain(entry.id());
    }

    @Test
    void aRemovalInDoubtNamesStoreAndItem() throws Exception {
        var entry = added();
        keychain.onDelete = new SecretResult.Locked("It is locked.");
        var removal = book.remove(entry.id());
        assertThat(removal.remains()).contains("Test Keyring", entry.key().item(), "It is locked.");
        assertThat(removal.doubt()).isEqualTo(keychain.onDelete);
        assertThat(book.entries()).isEmpty();
        open();
        assertThat(house.settings().current().doubtful()).containsExactly(entry.key());
        keychain.onDelete = null;
        assertThat(book.clearDoubtful().remains()).isNull();
        assertThat(keychain.items).isEmpty();
    }

    @Test
    void aSessionKeyEndsWithTheSessionAndSaysSo() throws Exception {
        keychain.availability = new SecretResult.Unavailable("no keychain.");
        var entry = book.add(draft(KeyPlace.Kind.SESSION), key(OLD));
        assertThat(book.accounts().getFirst().keyLabel()).isEqualTo("key ••••abcd for this session only");
        assertThat(keyOf(book.accounts().getFirst())).isEqualTo(OLD);
        assertThat(settingsText()).doesNotContain("canary");
        open();
        var later = book.accounts().getFirst();
        assertThatThrownBy(() -> later.key().read()).isInstanceOfSatisfying(KeyException.class, e -> {
            assertThat(e.trouble()).isEqualTo(KeyException.Trouble.ABSENT);
            assertThat(e).hasMessageContaining("earlier session");
        });
        assertThat(later.keyLabel()).contains("no longer");
        var again = book.update(entry, key(NEW));
        assertThat(keyOf(book.accounts().getFirst())).isEqualTo(NEW);
        assertThat(again.id()).isEqualTo(entry.id());
        assertThat(keychain.calls).isEmpty();
    }

    @Test
    void aSessionKeyMovesIntoTheKeychainAndBack() throws Exception {
        var entry = book.add(draft(KeyPlace.Kind.SESSION), key(OLD));
        var kept = book.update(with(entry, KeyPlace.Kind.KEYCHAIN), NewSecrets.none());
        assertThat(keychain.items).containsExactly(Map.entry(kept.key().item(), OLD));
        assertThat(house.session().read(entry.key().item())).isInstanceOf(SecretResult.Missing.class);
        book.update(with(kept, KeyPlace.Kind.SESSION), NewSecrets.none());
        assertThat(keychain.items).isEmpty();
        assertThat(keyOf(book.accounts().getFirst())).isEqualTo(OLD);
    }

    @Test
    void aKeyOfTheEnvironmentIsReadAtEachRequest() throws Exception {
        environment.put("CEREBRAS_API_KEY", "csk-first");
        var draft = new AccountEntry(null, "cerebras", "Mine", null, null, null, List.of(),
                new KeyPlace(KeyPlace.Kind.ENVIRONMENT, "CEREBRAS_API_KEY", null), true, List.of(), Route.DIRECT);
        assertThat(house.inEnvironment("CEREBRAS_API_KEY")).isTrue();
        assertThat(house.inEnvironment("GROQ_API_KEY")).isFalse();
        assertThat(book.entries()).as("never taken unasked").isEmpty();
        book.add(draft, NewSecrets.none());
        var account = book.accounts().getFirst();
        assertThat(account.keyLabel()).isEqualTo("key from $CEREBRAS_API_KEY");
        environment.put("CEREBRAS_API_KEY", "csk-second");
        assertThat(keyOf(account)).isEqualTo("csk-second");
        assertThat(settingsText()).doesNotContain("csk-");
        assertThat(keychain.calls).isEmpty();
    }

    @Test
    void givingUpAKeyDeletesIt() throws Exception {
        var entry = added();
        var open = book.update(with(entry, KeyPlace.Kind.NONE), NewSecrets.none());
        assertThat(open.key()).isEqualTo(KeyPlace.NONE);
        assertThat(book.accounts().getFirst().keyLabel()).isEqualTo("no key needed");
        assertThat(book.accounts().getFirst().key().read()).isEmpty();
        assertThat(keychain.items).isEmpty();
    }

    @Test
    void aKeyMustBeThereToBeKept() {
        assertThatThrownBy(() -> book.add(draft(KeyPlace.Kind.KEYCHAIN), NewSecrets.none()))
                .isInstanceOf(KeyException.class);
        assertThatThrownBy(() -> book.update(with(draft(KeyPlace.Kind.NONE), KeyPlace.Kind.NONE), NewSecrets.none()))
                .isInstanceOf(KeyException.class)
                .hasMessageContaining("removed");
        assertThat(book.entries()).isEmpty();
    }

    @Test
    void headersAndProxyPasswordsAreSecretsToo() throws Exception {
        var place = new KeyPlace(KeyPlace.Kind.KEYCHAIN, null, null);
        var route = new Route(List.of(new Header("X-Team", "wind", null), new Header("X-Gate", null, place),
                new Header("X-Api-Key", "plain-canary", null)),
                new ProxyEntry(Connection.Proxy.Kind.HTTP, "proxy.test", 3128, "me", place), null, null);
        var secrets = new NewSecrets(Secret.of(OLD), Map.of("x-gate", Secret.of("gate-canary")),
                Secret.text("proxy canary"));
        var entry = book.add(with(draft(KeyPlace.Kind.KEYCHAIN), route), secrets);
        assertThat(keychain.items.values()).containsExactlyInAnyOrder(OLD, "gate-canary", "plain-canary",
                "proxy canary");
        assertThat(settingsText()).doesNotContain("canary").contains("wind");
        var connection = book.accounts().getFirst().connection();
        assertThat(connection.headers().get(0).value()).isEqualTo("wind");
        assertThat(connection.headers().get(1).secret().read().orElseThrow().plain()).isEqualTo("gate-canary");
        assertThat(connection.headers().get(2).secret().read().orElseThrow().plain()).isEqualTo("plain-canary");
        assertThat(connection.proxy().password().read().orElseThrow().plain()).isEqualTo("proxy canary");
        assertThat(book.update(entry, NewSecrets.none())).isEqualTo(entry);
        book.update(with(entry, Route.DIRECT), NewSecrets.none());
        assertThat(keychain.items.values()).containsExactly(OLD);
        book.remove(entry.id());
        assertThat(keychain.items).isEmpty();
    }

    @Test
    void allOfItIsThereAgainAfterAStart() throws Exception {
        var place = new KeyPlace(KeyPlace.Kind.KEYCHAIN, null, null);
        var route = new Route(List.of(new Header("X-Gate", null, place)),
                new ProxyEntry(Connection.Proxy.Kind.SOCKS, "proxy.test", 1080, "me", place), null, null);
        var limit = new LimitEdit(Metric.REQUESTS, Period.MINUTE, 3L);
        var entry = book.add(
                new AccountEntry(null, "cerebras", "Mine", null, "groq", null, List.of(limit), place, true, List.of(),
                        route),
                new NewSecrets(Secret.of(OLD), Map.of("X-Gate", Secret.of("gate-canary")),
                        Secret.text("proxy canary")));
        house.close();
        open();
        assertThat(book.entries()).containsExactly(entry);
        var account = book.accounts().getFirst();
        assertThat(keyOf(account)).isEqualTo(OLD);
        assertThat(account.connection().headers().getFirst().secret().read().orElseThrow().plain())
                .isEqualTo("gate-canary");
        assertThat(account.connection().proxy().password().read().orElseThrow().plain()).isEqualTo("proxy canary");
        assertThat(account.provider().dialect()).isEqualTo("groq");
        assertThat(account.plan().limits()).filteredOn(each -> each.set()).singleElement()
                .satisfies(each -> assertThat(each.value()).isEqualTo(3));
    }

    @Test
    void withoutAKeychainSecretsBesideAMissingKeyCanBeKeptForTheSession() throws Exception {
        var session = new KeyPlace(KeyPlace.Kind.SESSION, null, null);
        var route = new Route(List.of(new Header("X-Gate", null, session)), null, null, null);
        var entry = book.add(new AccountEntry(null, "custom", "Mine", "https://gate.test/v1", null, null, List.of(),
                KeyPlace.NONE, true, List.of(), route),
                new NewSecrets(null, Map.of("X-Gate", Secret.of("gate-canary")), null));
        assertThat(keychain.items).isEmpty();
        assertThat(entry.route().headers().getFirst().place().kind()).isEqualTo(KeyPlace.Kind.SESSION);
        assertThat(book.accounts().getFirst().connection().headers().getFirst().secret().read().orElseThrow().plain())
                .isEqualTo("gate-canary");
    }

    @Test
    void whenTheSecondSecretFailsTheFirstIsTakenBack() throws Exception {
        var place = new KeyPlace(KeyPlace.Kind.KEYCHAIN, null, null);
        var route = new Route(List.of(new Header("X-Gate", null, place)), null, null, null);
        assertThatThrownBy(() -> book.add(with(draft(KeyPlace.Kind.KEYCHAIN), route), key(OLD)))
                .isInstanceOf(KeyException.class);
        assertThat(keychain.items).isEmpty();
        assertThat(house.settings().current().doubtful()).isEmpty();
    }

    @Test
    void modelsAddedByHandComeWithTheAccount() throws Exception {
        var added = book.add(new AccountEntry(null, "custom", "Mine", "https://gate.test/v1", null, null, List.of(),
                KeyPlace.NONE, true, List.of("mine", "yours"), AccountEntry.Route.DIRECT), NewSecrets.none());
        assertThat(added.models()).containsExactly("mine", "yours");
        assertThat(book.accounts().getFirst().models()).containsExactly("mine", "yours");
    }

    @Test
    void limitsOfTheUserAreMarked() throws Exception {
        var edit = new LimitEdit(Metric.REQUESTS, Period.MINUTE, 3L);
        var entry = new AccountEntry(null, "custom", "Mine", "https://gate.test/v1", null, null, List.of(edit),
                KeyPlace.NONE, true, List.of(), Route.DIRECT);
        book.add(entry, NewSecrets.none());
        var plan = book.accounts().getFirst().plan();
        assertThat(plan.limits()).singleElement().satisfies(limit -> {
            assertThat(limit.value()).isEqualTo(3);
            assertThat(limit.set()).isTrue();
        });
    }

    @Test
    void oneProvidersMarksGoToItsOwnHostsOnly() throws Exception {
        var own = CATALOGUE.provider("openrouter").wire().headers();
        assertThat(own).isNotEmpty();
        assertThat(wire("openrouter", null, null).headers()).isEqualTo(own);
        assertThat(wire("openrouter", "https://gate.test/v1", null).headers()).isEmpty();
        var gate = book.trial(endpoint("custom", "https://gate.test/v1", "groq"), NewSecrets.none());
        assertThat(gate.provider().dialect()).isEqualTo("groq");
        assertThat(gate.provider().wire().headers()).isEmpty();
        assertThat(gate.provider().wire().completionCap()).isTrue();
        assertThat(gate.provider().wire().asksUsage()).isTrue();
    }

    private app.pitot.provider.WireRules wire(String provider, String baseUrl, String dialect) {
        return book.trial(endpoint(provider, baseUrl, dialect), NewSecrets.none()).provider().wire();
    }

    private static AccountEntry endpoint(String provider, String baseUrl, String dialect) {
        return new AccountEntry(null, provider, "", baseUrl, dialect, null, List.of(), KeyPlace.NONE, true, List.of(),
                Route.DIRECT);
    }

    @Test
    void aTrialWritesNothingDown() throws Exception {
        try (var secrets = key(NEW)) {
            var trial = book.trial(draft(KeyPlace.Kind.KEYCHAIN), secrets);
            assertThat(keyOf(trial)).isEqualTo(NEW);
            assertThat(keyOf(trial)).isEqualTo(NEW);
        }
        assertThat(keychain.calls).isEmpty();
        assertThat(folder.resolve("settings.json")).doesNotExist();
        var entry = added();
        assertThat(keyOf(book.trial(with(entry, KeyPlace.Kind.KEYCHAIN), NewSecrets.none()))).isEqualTo(OLD);
    }

    @Test
    void onlyTheEnabledAreOfferedInTheUsersOrder() throws Exception {
        var first = added();
        var second = added();
        var told = new ArrayList<String>();
        try (var _ = book.subscribe(() -> told.add("changed"))) {
            book.move(second.id(), 0);
            assertThat(book.accounts()).extracting(Account::id).containsExactly(second.id(), first.id());
            book.update(new AccountEntry(second.id(), second.providerId(), second.name(), second.baseUrl(), null, null,
                    List.of(), second.key(), false, List.of(), Route.DIRECT), NewSecrets.none());
        }
        book.move(second.id(), 9);
        assertThat(told).hasSize(2);
        assertThat(book.accounts()).extracting(Account::id).containsExactly(first.id());
        assertThat(book.entries()).extracting(AccountEntry::id).containsExactly(first.id(), second.id());
    }

    @Test
    void connectionsOfAChangedAccountAreLetGo() throws Exception {
        var forgotten = new ArrayList<String>();
        var first = added();
        try (var _ = StaleConnections.follow(book, forgotten::add)) {
            added();
            book.move(first.id(), 1);
            assertThat(forgotten).isEmpty();
            book.update(first, key(NEW));
            assertThat(forgotten).containsExactly(first.baseUrl());
            book.remove(first.id());
            assertThat(forgotten).hasSize(2);
        }
    }

    @Test
    void secretsAreWipedWhateverHappens() throws Exception {
        var secret = Secret.of(OLD);
        keychain.onWrite = new SecretResult.Denied("denied.");
        assertThatThrownBy(() -> book.add(draft(KeyPlace.Kind.KEYCHAIN), NewSecrets.of(secret)))
                .isInstanceOf(KeyException.class);
        assertThat(secret.plain()).doesNotContain("canary");
    }

    @Test
    void whatAnotherProcessChangedIsTakenOverAndTold() throws Exception {
        var entry = added();
        var told = new AtomicInteger();
        book.subscribe(told::incrementAndGet);
        book.refresh();
        assertThat(told).hasValue(0);

        another().update(entry.withName("Renamed there"), NewSecrets.none());
        book.refresh();
        assertThat(book.entries()).extracting(AccountEntry::name).containsExactly("Renamed there");
        assertThat(told).hasValue(1);
    }

    /** The same files and the same keychain in another process. */
    private StoredAccounts another() {
        var other = new Household(Folders.in(folder), CATALOGUE, keychain, environment::get, Clocks.system(),
                problems::add);
        other.settings().load();
        return other.book();
    }

    @Test
    void anAccountWhoseKeyWasChangedElsewhereKeepsThatKeyWhenItIsRenamedHere() throws Exception {
        var entry = added();
        var other = another();
        book.update(with(entry, KeyPlace.Kind.KEYCHAIN), key(NEW));

        var renamed = other.update(other.entries().getFirst().withName("Mine"), NewSecrets.none());
        assertThat(keychain.items).containsExactly(Map.entry(renamed.key().item(), NEW));
        assertThat(renamed.key().lastFour()).isEqualTo("wxyz");
        assertThat(keyOf(other.accounts().getFirst())).isEqualTo(NEW);
    }

    @Test
    void keysChangedHereAndElsewhereLeaveNoneBehind() throws Exception {
        var entry = added();
        var other = another();
        entry = book.update(with(entry, KeyPlace.Kind.KEYCHAIN), key(OLD));
        book.update(with(entry, KeyPlace.Kind.KEYCHAIN), key(OLD));

        var changed = other.update(with(other.entries().getFirst(), KeyPlace.Kind.KEYCHAIN), key(NEW));
        assertThat(keychain.items).containsExactly(Map.entry(changed.key().item(), NEW));
        assertThat(house.settings().load().doubtful()).isEmpty();
        assertThat(other.remove(entry.id()).remains()).isNull();
        assertThat(keychain.items).isEmpty();
    }

    @Test
    void anAccountThatWasRemovedElsewhereDoesNotComeBack() throws Exception {
        var entry = added();
        var other = another();
        book.remove(entry.id());

        var mine = other.entries().getFirst();
        assertThatThrownBy(() -> other.update(mine.withName("Mine"), NewSecrets.none()))
                .isInstanceOf(KeyException.class).hasMessageContaining("removed").hasMessageContaining("Nothing");
        assertThatThrownBy(() -> other.update(with(mine, KeyPlace.Kind.KEYCHAIN), key(NEW)))
                .isInstanceOf(KeyException.class);
        assertThat(other.remove(mine.id()).remains()).isNull();
        assertThat(other.entries()).isEmpty();
        assertThat(house.settings().load().accounts()).isEmpty();
        assertThat(keychain.items).isEmpty();
    }

    @Test
    void whatWasRemovedElsewhereTakesItsNewestKeyAlong() throws Exception {
        var entry = added();
        var other = another();
        book.update(with(entry, KeyPlace.Kind.KEYCHAIN), key(NEW));
        assertThat(other.remove(entry.id()).remains()).isNull();
        assertThat(keychain.items).isEmpty();
    }

    @Test
    void aKeyThatWasChangedElsewhereIsFoundWhereItIsNow() throws Exception {
        var entry = added();
        var other = another();
        var account = other.accounts().getFirst();
        var told = new ArrayList<String>();
        try (var _ = other.subscribe(() -> told.add(other.accounts().getFirst().keyLabel()))) {
            book.update(with(entry, KeyPlace.Kind.KEYCHAIN), key(NEW));
            assertThat(keyOf(account)).isEqualTo(NEW);
            assertThat(told).containsExactly("key ••••wxyz in Test Keyring");
            keychain.items.clear();
            assertThatThrownBy(() -> keyOf(account)).isInstanceOf(KeyException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"csk-caf\u00e9-0123", "csk changed behind", "csk-\u200b0123"})
    void whatAnotherProgramPutIntoTheKeychainIsNotSentIfItIsNoKey(String odd) throws Exception {
        var entry = added();
        keychain.items.put(entry.key().item(), odd);
        assertThatThrownBy(() -> keyOf(book.accounts().getFirst())).isInstanceOf(KeyException.class)
                .hasMessageContaining("cannot be a key").hasMessageContaining(entry.key().item())
                .message().doesNotContain(odd);
        assertThatThrownBy(() -> keyOf(book.trial(entry, NewSecrets.none()))).hasMessageContaining("cannot be a key");
        assertThat(keychain.items).containsEntry(entry.key().item(), odd);
    }

    @Test
    void namesAreOneLineThatSaysWhatItSeemsToSay() throws Exception {
        var entry = added();
        assertThat(book.update(entry.withName("a\u202eb\u001b[31m\nc"), NewSecrets.none()).name())
                .isEqualTo("a\ufffdb\ufffd[31m\ufffdc");
        var path = folder.resolve("settings.json");
        Files.writeString(path, Files.readString(path).replace("\ufffd[31m", "\\u2067" + "x".repeat(100_000)));
        assertThat(another().entries().getFirst().name()).startsWith("a\ufffdb\ufffdxx").hasSize(60).endsWith("…");
    }
}
