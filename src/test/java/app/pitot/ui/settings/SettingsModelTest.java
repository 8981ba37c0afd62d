package app.pitot.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.accounts.KeyCheck.Verdict;
import app.pitot.accounts.NewSecrets;
import app.pitot.provider.AccountEntry;
import app.pitot.provider.AccountEntry.Route;
import app.pitot.provider.KeyPlace;
import app.pitot.provider.KeyPlace.Kind;
import app.pitot.ui.connect.ConnectModel.Step;
import app.pitot.ui.connect.Desk;
import app.pitot.ui.connect.FakeBook;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsModelTest {
    private static final String KEY = "csk-0123456789abcdef4f2a";

    private final Desk desk = new Desk();
    private final SettingsModel model = new SettingsModel(desk.tools(), new BudgetDesk().tools(), (_, _) -> {});

    @Test
    void aWizardThatHasDoneItsWorkIsGoneAtTheNextVisitAndOneThatHasNotStays() {
        desk.answers(Verdict.GOOD, "fine", "gpt-oss-120b");
        model.connect();
        var wizard = model.wizard().get();
        wizard.choose(desk.catalogue.provider("cerebras"));
        desk.background.runAll();
        wizard.key().type(KEY);
        model.visited();
        assertThat(model.wizard().get()).isSameAs(wizard);
        assertThat(wizard.key().filled().get()).isTrue();

        wizard.submit();
        desk.background.runAll();
        assertThat(wizard.step().get()).isEqualTo(Step.FINISH);
        model.visited();
        assertThat(model.wizard().get()).isNull();
    }

    @Test
    void aVisitShowsTheKeychainsNameThatIsKnownByNowAndNoMessageOfBefore() throws Exception {
        desk.keychain.place = "Secret Service";
        var draft = new AccountEntry(null, "cerebras", "Cerebras", "https://api.cerebras.ai/v1", null, null, List.of(),
                new KeyPlace(Kind.KEYCHAIN, null, null), true, List.of(), Route.DIRECT);
        var entry = desk.book.add(draft, NewSecrets.of(FakeBook.secret(KEY)));
        model.accounts().saved(entry);
        assertThat(model.accounts().rows().getFirst().toString()).contains("Secret Service");

        desk.keychain.place = "GNOME Keyring";
        model.visited();
        assertThat(model.accounts().rows().getFirst().toString()).contains("GNOME Keyring");
        assertThat(model.accounts().said().get().nothing()).isTrue();
    }

    @Test
    void whoHasABudgetSeesItAndWhoHasNoneGetsAForm() {
        model.budgets(null, true);
        assertThat(model.section().get()).isEqualTo(SettingsSection.BUDGETS);
        assertThat(model.budgets().form().get()).isNull();
        model.budgets("one", false);
        assertThat(model.budgets().form().get().account().get()).isEqualTo("one");
    }
}
