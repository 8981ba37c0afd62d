package app.pitot.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.accounts.NewSecrets;
import app.pitot.keys.Secret;
import app.pitot.keys.SecretResult;
import app.pitot.provider.AccountEntry;
import app.pitot.provider.AccountEntry.Route;
import app.pitot.provider.KeyPlace;
import app.pitot.provider.KeyPlace.Kind;
import app.pitot.ui.connect.Desk;
import app.pitot.ui.connect.FakeBook;
import app.pitot.ui.connect.Said;
import app.pitot.ui.connect.Said.Tone;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeysPageModelTest {
    private final Desk desk = new Desk();
    private final Secret read = FakeBook.secret("csk-0123456789abcdef4f2a");
    private KeysPageModel model;

    @BeforeEach
    void open() throws Exception {
        add("Cerebras", "cerebras", new KeyPlace(Kind.KEYCHAIN, null, null));
        add("Groq", "groq", new KeyPlace(Kind.ENVIRONMENT, "GROQ_API_KEY", null));
        desk.keychain.items.put("account-id-1/1", new SecretResult.Found(read));
        model = new KeysPageModel(desk.tools());
    }

    private void add(String name, String provider, KeyPlace place) throws Exception {
        var draft = new AccountEntry(null, provider, name, desk.catalogue.provider(provider).baseUrl(), null, null,
                List.of(), place, true, List.of(), Route.DIRECT);
        desk.book.add(draft, place.kind() == Kind.KEYCHAIN
                ? NewSecrets.of(FakeBook.secret("csk-0123456789abcdef4f2a"))
                : NewSecrets.none());
    }

    private void check() {
        model.checkNow();
        desk.background.runAll();
    }

    @Test
    void eachSecretIsNamedByItsPlaceWithoutAskingAnybody() {
        assertThat(model.lines()).extracting(KeysPageModel.Line::title).containsExactly("Cerebras · key ••••4f2a",
                "Groq · key");
        assertThat(model.lines().getFirst().row().item()).endsWith("account-id-1/1");
        assertThat(model.lines()).allMatch(line -> line.found().nothing() && !line.row().look().isEmpty());
        assertThat(desk.background.size()).isZero();
        assertThat(model.state().get().text()).contains("has not been asked");
    }

    @Test
    void aCheckReadsEachOnceAndLetsGoOfIt() {
        desk.variables.add("GROQ_API_KEY");
        check();
        assertThat(model.lines()).allMatch(line -> line.found().tone() == Tone.GOOD);
        assertThat(model.state().get()).isEqualTo(Said.good("GNOME Keyring answers and is open."));
        assertThat(read.plain()).doesNotContain("csk");
    }

    @Test
    void whatIsMissingAndWhatIsNotSetAreSaid() {
        desk.keychain.items.clear();
        check();
        assertThat(model.lines().getFirst().found().text()).startsWith("Missing");
        assertThat(model.lines().getLast().found().text()).startsWith("Not set");
    }

    @Test
    void aLockedKeychainSaysSoAndIsAskedAgainOnlyWhenTheUserSaysSo() {
        desk.keychain.state = new SecretResult.Locked("GNOME Keyring is locked.");
        check();
        assertThat(model.locked().get()).isTrue();
        assertThat(model.state().get()).isEqualTo(Said.warn("GNOME Keyring is locked."));
        assertThat(model.lines().getFirst().found()).isEqualTo(Said.bad("GNOME Keyring is locked."));
        assertThat(desk.keychain.retries).isZero();

        desk.keychain.state = new SecretResult.Ready();
        model.unlock();
        desk.background.runAll();
        assertThat(desk.keychain.retries).isEqualTo(1);
        assertThat(model.locked().get()).isFalse();
        assertThat(model.lines().getFirst().found().tone()).isEqualTo(Tone.GOOD);
    }

    @Test
    void aKeychainThatHangsCanBeLeft() {
        model.checkNow();
        model.cancel();
        assertThat(model.waiting().busy().get()).isFalse();
        desk.background.runAll();
        assertThat(model.lines()).allMatch(line -> line.found().nothing());
    }

    @Test
    void whatBelongsToNoAccountIsListedAndCanBeDeletedAgain() {
        desk.doubtful = List.of(new KeyPlace(Kind.KEYCHAIN, "account-old/1", null));
        model.refresh();
        assertThat(model.doubtful().get()).isTrue();
        desk.book.removal = FakeBook.remains("It may still be there.");
        model.clear();
        desk.background.runAll();
        assertThat(model.state().get()).isEqualTo(Said.warn("It may still be there."));

        desk.book.removal = new app.pitot.accounts.AccountBook.Removal(null, null);
        desk.doubtful = List.of();
        model.clear();
        desk.background.runAll();
        assertThat(desk.clears).isEqualTo(2);
        assertThat(model.doubtful().get()).isFalse();
        assertThat(model.state().get().tone()).isEqualTo(Tone.GOOD);
    }

    @Test
    void aRemovedAccountLeavesThePage() {
        desk.book.remove("id-1");
        assertThat(model.lines()).hasSize(1);
    }
}
