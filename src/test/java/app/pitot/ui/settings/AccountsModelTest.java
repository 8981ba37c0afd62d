package app.pitot.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.accounts.NewSecrets;
import app.pitot.provider.AccountEntry;
import app.pitot.provider.AccountEntry.Route;
import app.pitot.provider.KeyPlace;
import app.pitot.provider.KeyPlace.Kind;
import app.pitot.provider.LimitEdit;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.ui.connect.Desk;
import app.pitot.ui.connect.FakeBook;
import app.pitot.ui.connect.Said.Tone;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountsModelTest {
    private final Desk desk = new Desk();
    private AccountsModel model;

    @BeforeEach
    void open() throws Exception {
        add("Cerebras", "cerebras", Kind.KEYCHAIN, "cerebras-trial-2026-09");
        add("Groq at home", "groq", Kind.SESSION, null);
        model = new AccountsModel(desk.tools());
    }

    private void add(String name, String provider, Kind kind, String plan) throws Exception {
        var draft = new AccountEntry(null, provider, name, desk.catalogue.provider(provider).baseUrl(), null, plan,
                List.of(), new KeyPlace(kind, null, null), true, List.of(), Route.DIRECT);
        desk.book.add(draft, NewSecrets.of(FakeBook.secret("csk-0123456789abcdef4f2a")));
    }

    @Test
    void eachRowTellsWhereItsKeyIsAndItsPlan() {
        assertThat(model.rows()).hasSize(2);
        assertThat(model.rows().getFirst()).isEqualTo(new AccountRow("id-1", "Cerebras", "Cerebras",
                "••••4f2a in GNOME Keyring", desk.catalogue.plan("cerebras-trial-2026-09").orElseThrow().name(), "",
                true));
    }

    @Test
    void aKeyOfThisSessionIsSaidToBeThereOnlyWhileItIs() throws Exception {
        assertThat(model.rows().getLast().key()).startsWith("key no longer there");
        var item = desk.book.entries().getLast().key().item();
        desk.session.write(item, FakeBook.secret("csk-0123456789abcdef4f2a"));
        model.visited();
        assertThat(model.rows().getLast().key()).isEqualTo("••••4f2a for this session only");
    }

    @Test
    void editedLimitsAreSaid() throws Exception {
        var entry = desk.book.entries().getFirst();
        desk.book.update(new AccountEntry(entry.id(), entry.providerId(), entry.name(), entry.baseUrl(), null,
                entry.planId(), List.of(new LimitEdit(Metric.REQUESTS, Period.MINUTE, 7L)), entry.key(), true,
                List.of(), Route.DIRECT), NewSecrets.none());
        assertThat(model.rows().getFirst().plan()).endsWith(", edited");
    }

    @Test
    void removalIsAskedInPlaceNamesWhatGoesAndTellsThatTheKeyIsGone() {
        model.askRemoval("id-1");
        assertThat(model.asking().get()).isEqualTo("id-1");
        assertThat(model.removalQuestion("id-1")).contains("Cerebras").contains("GNOME Keyring");
        assertThat(desk.book.entries()).hasSize(2);

        model.remove();
        desk.background.runAll();
        assertThat(model.rows()).extracting(AccountRow::id).containsExactly("id-2");
        assertThat(model.said().get().tone()).isEqualTo(Tone.GOOD);
        assertThat(model.said().get().text()).isEqualTo("Cerebras is removed. The key is gone from GNOME Keyring.");
    }

    @Test
    void aKeyThatMayStillBeThereIsSaid() {
        desk.book.removal = FakeBook.remains("It may still be there: item account-id-1/1 in GNOME Keyring.");
        model.askRemoval("id-1");
        model.remove();
        desk.background.runAll();
        assertThat(model.said().get().tone()).isEqualTo(Tone.WARN);
        assertThat(model.said().get().text()).contains("account-id-1/1");
    }

    @Test
    void whoKeepsAnAccountLosesNothing() {
        model.askRemoval("id-1");
        model.keep();
        model.remove();
        desk.background.runAll();
        assertThat(model.rows()).hasSize(2);
    }

    @Test
    void anAccountIsTurnedOffAndOnAgain() {
        model.setEnabled("id-1", false);
        assertThat(model.busy().get()).isEqualTo("id-1");
        desk.background.runAll();
        assertThat(model.rows().getFirst().enabled()).isFalse();
        assertThat(desk.book.accounts()).hasSize(1);
        model.setEnabled("id-1", true);
        desk.background.runAll();
        assertThat(desk.book.accounts()).hasSize(2);
    }

    @Test
    void aNameIsTrimmedAndABlankOneChangesNothing() {
        model.rename("id-1", "  Work ");
        desk.background.runAll();
        assertThat(model.rows().getFirst().name()).isEqualTo("Work");
        assertThat(model.said().get().text()).isEqualTo("Cerebras is now called Work.");
        model.rename("id-1", " ");
        assertThat(model.busy().get()).isEmpty();
    }

    @Test
    void theOrderIsTheUsersAndEndsAtItsEnds() {
        model.move("id-2", 1);
        assertThat(model.busy().get()).isEmpty();
        model.move("id-2", -1);
        desk.background.runAll();
        assertThat(model.rows()).extracting(AccountRow::id).containsExactly("id-2", "id-1");
    }

    @Test
    void whatFailsIsSaidAndChangesNothing() {
        desk.book.remove("id-2");
        // The row is gone behind the model's back: the book refuses.
        model.setEnabled("id-1", false);
        desk.book.remove("id-1");
        desk.background.runAll();
        assertThat(model.said().get().tone()).isEqualTo(Tone.BAD);
        assertThat(model.busy().get()).isEmpty();
    }

    @Test
    void aKeychainThatDoesNotAnswerCanBeLeft() {
        model.askRemoval("id-1");
        model.remove();
        model.cancel();
        assertThat(model.busy().get()).isEmpty();
        desk.background.runAll();
        assertThat(desk.book.entries()).hasSize(2);
    }
}
