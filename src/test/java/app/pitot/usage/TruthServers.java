package app.pitot.usage;

import app.pitot.provider.Catalogue;
import app.pitot.provider.Plan;
import app.pitot.simulator.Dialect;
import app.pitot.simulator.SimulatorConfig;
import app.pitot.simulator.SimulatorServer;
import app.pitot.usage.TruthTrial.Server;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The simulators that {@link TruthTrial} asks; as a program, in a process of their own. */
final class TruthServers {
    private static final double SPEED = 1_500;
    private static final int TTFT_MS = 20;

    private TruthServers() {}

    /** One to start. */
    record Make(String name, String provider, List<String> models, boolean stalls, SimulatorConfig config) {
        Server at(String base) {
            return new Server(name, base, provider, models, stalls);
        }
    }

    /** Three providers without limits, one with those of a trial, one that nobody knows, and one for replies that halt. */
    static List<Make> all() {
        var cerebras = List.of("gpt-oss-120b", "llama3.1-8b");
        return List.of(
                make("cerebras", "cerebras", cerebras, false, Dialect.CEREBRAS, "cerebras-trial-2026-09", false),
                make("groq", "groq", List.of("openai/gpt-oss-120b", "openai/gpt-oss-20b"), false, Dialect.GROQ,
                        "groq-free-2026-10", false),
                make("openrouter", "openrouter",
                        List.of("openai/gpt-oss-20b:free", "openai/gpt-oss-120b", "meta-llama/llama-3.3-70b-instruct"),
                        false, Dialect.OPENROUTER, "openrouter-free", false),
                make("trial", "cerebras", cerebras, false, Dialect.CEREBRAS, "cerebras-trial-2026-09", true),
                make("unknown", "custom", cerebras, false, Dialect.CEREBRAS, "cerebras-trial-2026-09", false),
                make("halting", "cerebras", cerebras, true, Dialect.CEREBRAS, "cerebras-trial-2026-09", false));
    }

    private static Make make(String name, String provider, List<String> models, boolean stalls, Dialect dialect,
            String planId, boolean limits) {
        var plan = Catalogue.shipped().plan(planId).orElseThrow();
        var config = SimulatorConfig.of(limits ? plan : unlimited(planId)).withDialect(dialect).withSpeed(SPEED)
                .withTtftMs(TTFT_MS);
        return new Make(name, provider, models, stalls, config);
    }

    private static Plan unlimited(String planId) {
        var plan = Catalogue.shipped().plan(planId).orElseThrow();
        return new Plan(plan.id(), plan.name(), plan.providerId(), plan.asOf(), plan.source(),
                List.of(), plan.contextTokens(), plan.unsetOutputReserve(), plan.notes());
    }

    /** Prints the address of each, and ends when nobody holds its input any more. */
    public static void main(String[] args) throws IOException {
        var servers = new ArrayList<SimulatorServer>();
        for (var each : all()) {
            servers.add(SimulatorServer.start(each.config()));
        }
        servers.forEach(each -> System.out.println(each.baseUrl()));
        while (System.in.read() >= 0) {
            continue;
        }
        servers.forEach(SimulatorServer::close);
    }
}
