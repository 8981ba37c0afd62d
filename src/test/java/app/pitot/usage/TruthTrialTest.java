package app.pitot.usage;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.simulator.SimulatorServer;
import app.pitot.usage.TruthTrial.Server;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Four hundred requests of every kind: Usage says what the simulators counted. */
@Timeout(240)
class TruthTrialTest {
    @TempDir
    Path temp;

    @Test
    void usageIsWhatTheProvidersCounted() throws Exception {
        var servers = new ArrayList<SimulatorServer>();
        try {
            var accounts = new ArrayList<Server>();
            for (var each : TruthServers.all()) {
                var server = SimulatorServer.start(each.config());
                servers.add(server);
                accounts.add(each.at(server.baseUrl().toString()));
            }
            var result = new TruthTrial(accounts, 1, temp).run(400);
            assertThat(TruthCheck.of(accounts, result)).as("differences").isEmpty();
            assertThat(TruthCheck.kinds(result)).as("every kind of end").allSatisfy(
                    (kind, count) -> assertThat(count).as(kind).isPositive());
        } finally {
            servers.forEach(SimulatorServer::close);
        }
    }
}
