package app.pitot.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.accounts.NewSecrets;
import app.pitot.api.CheckStep;
import app.pitot.api.CheckStep.Kind;
import app.pitot.api.CheckStep.State;
import app.pitot.keys.Secret;
import app.pitot.provider.AccountEntry;
import app.pitot.provider.AccountEntry.Route;
import app.pitot.provider.KeyPlace;
import app.pitot.ui.connect.Desk;
import app.pitot.ui.connect.FakeBook;
import app.pitot.ui.connect.Said;
import app.pitot.ui.connect.Said.Tone;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectionTestModelTest {
    private final Desk desk = new Desk();
    private final ConnectionTestModel model = new ConnectionTestModel(desk.tools());
    private final Secret key = FakeBook.secret("csk-0123456789abcdef4f2a");

    private void start() {
        model.start(new AccountEntry(null, "custom", "Mine", "https://llm.example.com/v1", null, null, List.of(),
                KeyPlace.NONE, true, List.of(), Route.DIRECT), NewSecrets.of(key));
    }

    @Test
    void everyStepStandsThereFirstAndIsFilledInAsItEnds() {
        desk.steps.add(new CheckStep(Kind.DNS, State.OK, 8_300_000L, "192.0.2.1"));
        desk.steps.add(new CheckStep(Kind.PROXY, State.SKIPPED, null, "none"));
        start();
        assertThat(model.lines()).extracting(ConnectionTestModel.Line::kind).containsExactly(Kind.values());
        assertThat(model.lines()).allMatch(line -> line.state() == null && line.word().isEmpty());
        assertThat(model.waiting().busy().get()).isTrue();

        desk.background.runAll();
        assertThat(model.lines().getFirst().time()).isEqualTo("8.3 ms");
        assertThat(model.lines().getFirst().word()).isEqualTo("works");
        assertThat(model.lines().get(1).word()).isEqualTo("not needed");
        assertThat(model.waiting().busy().get()).isFalse();
        assertThat(model.said().get()).isEqualTo(Said.good("Every step worked."));
    }

    @Test
    void theStepThatFailedIsNamed() {
        desk.steps.add(new CheckStep(Kind.TLS, State.FAILED, 1_000_000L, "The certificate has expired."));
        desk.steps.add(new CheckStep(Kind.HTTP, State.NOT_REACHED, null, ""));
        start();
        desk.background.runAll();
        assertThat(model.said().get()).isEqualTo(Said.bad("TLS failed: The certificate has expired."));
    }

    @Test
    void aTestCanBeStoppedAndItsLateStepsAreDropped() {
        desk.steps.add(new CheckStep(Kind.DNS, State.OK, 1L, "late"));
        start();
        model.cancel();
        desk.background.runAll();
        assertThat(model.lines().getFirst().state()).isNull();
        assertThat(model.said().get().tone()).isEqualTo(Tone.PLAIN);
    }

    @Test
    void theSecretsAreWipedWhateverHappens() {
        start();
        desk.background.runAll();
        assertThat(key.plain()).doesNotContain("csk");
    }
}
