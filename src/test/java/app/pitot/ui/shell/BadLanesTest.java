package app.pitot.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.Outcome;
import app.pitot.compare.Comparison;
import app.pitot.compare.Sample;
import app.pitot.exchange.Accounts;
import app.pitot.keys.KeySource;
import app.pitot.provider.Account;
import app.pitot.provider.Catalogue;
import app.pitot.provider.Provider;
import app.pitot.simulator.Fault;
import app.pitot.simulator.SimulatorConfig;
import app.pitot.simulator.SimulatorServer;
import app.pitot.ui.compare.CompareModel;
import app.pitot.ui.compare.LaneModel;
import app.pitot.ui.compare.RunModel;
import app.pitot.ui.offer.ModelChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Lanes that go wrong beside one that does not, over real connections. */
@Timeout(120)
class BadLanesTest extends WindowTest {
    private static final String MODEL = "llama3.1-8b";

    private final List<SimulatorServer> servers = new ArrayList<>();
    private final List<Account> accounts = new ArrayList<>();
    private CompareModel model;

    @BeforeEach
    void open() throws IOException {
        add("never", config -> config.withFault(new Fault(Fault.Kind.STALL, 0, null)));
        add("burst", config -> config.withFault(new Fault(Fault.Kind.BURST, 0, null)));
        add("refuses", config -> config.withFault(new Fault(Fault.Kind.STATUS_401, 0, null)));
        add("cut", config -> config.withFault(new Fault(Fault.Kind.CUT, 4_000, null)));
        add("slow", config -> config.withSpeed(30.0));
        open("custom", MODEL, 1366, 768, accounts);
        model = fx(() -> window.compare());
        press(KeyCode.CONTROL, KeyCode.DIGIT2);
        comes(() -> model.setup().lanes().size() == 2);
    }

    @AfterEach
    void closeServers() {
        servers.forEach(SimulatorServer::close);
    }

    @Test
    void whateverHappensInOneLaneTheOthersGoOnAndAllOfItIsSaid() {
        onFx(() -> {
            model.setup().prompt().set("Write 300 tokens");
            model.setup().warmUp().set(false);
            model.setup().remove(model.setup().lanes().getLast());
            accounts.forEach(account -> model.setup().add(choice(account)));
            model.start();
        });
        assertThat(comes(() -> sample(0) != null && sample(2) != null && sample(3) != null && sample(4) != null))
                .as("good, burst, refused, cut").isTrue();
        assertThat(comes(() -> tokens(5) > 2)).as("the slow one is on its way").isTrue();
        assertThat(sample(0).outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(sample(2).outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(sample(3).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(sample(4).outcome()).isEqualTo(Outcome.TRUNCATED);
        assertThat(comes(() -> lane(1).live().face().get().state().startsWith("waiting")
                || lane(1).live().face().get().state().startsWith("no text"))).isTrue();
        pulses(3);
        write(snapshot(window.scene()), Path.of("target/shots/compare-bad.png"));

        onFx(() -> model.run().stop(lane(1)));
        onFx(() -> model.run().stop(lane(5)));
        assertThat(comes(() -> !model.run().active())).isTrue();
        assertThat(sample(5).outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(sample(5).answer()).as("what came is kept").isNotBlank();
    }

    @Test
    void anAccountThatGoesEndsItsLane() {
        onFx(() -> {
            model.setup().prompt().set("Write 300 tokens");
            model.setup().remove(model.setup().lanes().getLast());
            model.setup().add(choice(accounts.getLast()));
            model.start();
        });
        assertThat(comes(() -> tokens(1) > 2)).isTrue();
        // As the account feed tells it once the user has removed it.
        onFx(() -> window.offers().setAccounts(List.of(lane(0).choice().get().account())));
        assertThat(comes(() -> !model.run().active())).isTrue();
        assertThat(fx(() -> lane(1).orphaned())).isTrue();
        assertThat(sample(0).outcome()).isEqualTo(Outcome.COMPLETE);
        assertThat(fx(() -> model.estimate().get().ready())).isFalse();
    }

    @Test
    void closingTheWindowInMidRunKeepsWhatWasMeasured() throws Exception {
        onFx(() -> {
            model.setup().prompt().set("Write 300 tokens");
            model.setup().remove(model.setup().lanes().getLast());
            model.setup().add(choice(accounts.getLast()));
            model.start();
        });
        assertThat(comes(() -> sample(0) != null && tokens(1) > 2)).isTrue();
        var id = fx(() -> model.run().shown().get().id());
        var closed = fx(() -> window.close());
        closed.get(5, TimeUnit.SECONDS);
        var kept = core.comparisons().read(id);
        assertThat(kept.state()).isEqualTo(Comparison.State.CANCELLED);
        assertThat(kept.samples()).anyMatch(Sample::counts);
        assertThat(fx(() -> model.run().state().get())).isIn(RunModel.State.RUNNING, RunModel.State.ENDED);
    }

    private void add(String name, UnaryOperator<SimulatorConfig> change) throws IOException {
        var plan = Catalogue.shipped().plan("custom").orElseThrow();
        var started = SimulatorServer.start(change.apply(SimulatorConfig.of(plan).withTtftMs(20)));
        servers.add(started);
        var like = Accounts.simulator(started.baseUrl().toString(), plan);
        accounts.add(new Account(name, new Provider("custom", name, null, "auto"), like.baseUrl(), null,
                KeySource.none(), "no key"));
    }

    private ModelChoice choice(Account account) {
        return ModelChoice.typed(account, MODEL);
    }

    private LaneModel lane(int at) {
        return model.setup().lanes().get(at);
    }

    /** What was measured of a lane; null before. */
    private Sample sample(int lane) {
        var run = model.run().shown().get();
        return run == null
                ? null
                : run.samples().stream().filter(each -> each.lane() == lane).findFirst().orElse(null);
    }

    private int tokens(int at) {
        var messages = lane(at).live().transcript().messages();
        return messages.isEmpty() ? 0 : messages.getLast().markdown().length() / 4;
    }
}
