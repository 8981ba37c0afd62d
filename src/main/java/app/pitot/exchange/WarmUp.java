package app.pitot.exchange;

import app.pitot.api.ChatClient;
import app.pitot.api.ChatMessage;
import app.pitot.api.ChatMessage.Role;
import app.pitot.api.ChatRequest;
import app.pitot.base.Clocks;
import app.pitot.provider.ModelInfo;
import app.pitot.provider.Plan;
import app.pitot.simulator.SimulatorConfig;
import app.pitot.simulator.SimulatorServer;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs exchanges against a private simulator, so that the first measured stream does not time the loading of our own
 * classes: without it a cold JVM reads the first token of its first reply several milliseconds late, and a fast reply then
 * seems faster than it was. Nothing of it is recorded, metered or sent over a network.
 */
public final class WarmUp {
    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
    private static final Plan NO_LIMITS = new Plan("warm-up", "warm-up", "simulator", LocalDate.EPOCH, "none",
            List.of(),
            null, null, "");
    private static final double TOKENS_PER_SECOND = 20_000;
    private static final int ROUNDS = 3;

    private WarmUp() {}

    /** Takes a few tenths of a second. Blocks; never on the JavaFX thread. If no port is free, nothing is warmed. */
    public static void run(ChatClient client) {
        var config = SimulatorConfig.of(NO_LIMITS).withSpeed(TOKENS_PER_SECOND).withTtftMs(1);
        try (var server = SimulatorServer.start(config)) {
            var account = Accounts.simulator(server.baseUrl().toString(), NO_LIMITS);
            var engine = new ExchangeEngine(Clocks.system(), client, Ledger.none());
            var model = ModelInfo.ofId("gpt-oss-120b");
            var request = new ChatRequest(model.id(),
                    List.of(new ChatMessage(Role.USER, "Write 1500 tokens")), null, null);
            for (int round = 0; round < ROUNDS; round++) {
                var result = engine.start(new ExchangeSpec(account, model, request)).result().join();
                LOG.debug("warm-up round {} ended {}", round, result.outcome());
            }
        } catch (IOException e) {
            LOG.info("no warm-up: {}", e.getMessage());
        }
    }
}
