package app.pitot.cli;

import app.pitot.base.Texts;
import app.pitot.base.Ticker;
import app.pitot.provider.Plan;
import app.pitot.simulator.Dialect;
import app.pitot.simulator.Fault;
import app.pitot.simulator.SimulatorConfig;
import app.pitot.simulator.SimulatorServer;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pitot simulator}: the built-in provider in the foreground, until the process is told to end. */
@Command(name = "simulator", mixinStandardHelpOptions = true, versionProvider = Build.class, description = "${bundle:cli.simulator}", footer = "${bundle:cli.simulator.keys}")
final class SimulatorCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatorCommand.class);

    private final CliContext context;

    @Spec
    private CommandSpec spec;

    @Option(names = "--port", paramLabel = "N", defaultValue = "0", description = "${bundle:cli.simulator.port}")
    private int port;

    @Option(names = "--dialect", paramLabel = "cerebras|groq|openrouter", defaultValue = "cerebras", description = "${bundle:cli.simulator.dialect}")
    private Dialect dialect;

    @Option(names = "--plan", paramLabel = "ID", description = "${bundle:cli.simulator.plan}")
    private String planId;

    @Option(names = "--speed", paramLabel = "TOKENS_PER_SECOND", description = "${bundle:cli.simulator.speed}")
    private Double speed;

    @Option(names = "--ttft", paramLabel = "MS", description = "${bundle:cli.simulator.ttft}")
    private Integer ttftMs;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "${bundle:cli.simulator.seed}")
    private long seed;

    @Option(names = "--fault", paramLabel = "SPEC", completionCandidates = Faults.class, description = {
        "${bundle:cli.simulator.fault}",
        "${COMPLETION-CANDIDATES}"})
    private String fault;

    /** For the help. */
    static final class Faults implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return List.of(Fault.valid().split(", ")).iterator();
        }
    }

    SimulatorCommand(CliContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        var choices = new Choices(context, spec);
        var plan = choices.plan(planId == null ? dialect.defaultPlan() : planId);
        SimulatorConfig config;
        try {
            config = new SimulatorConfig(port, dialect, plan, speed, ttftMs, seed,
                    fault == null ? null : Fault.parse(fault),
                    context.clocks(), Ticker.system());
        } catch (IllegalArgumentException e) {
            throw choices.refuse(e.getMessage());
        }
        // The hook of a signal ends this wait; the server is then closed below.
        var told = new CountDownLatch(1);
        try (var signal = new OnSignal(); var server = SimulatorServer.start(config)) {
            signal.act(told::countDown);
            rehearse();
            introduce(server.baseUrl().toString(), plan);
            told.await();
        } catch (IOException e) {
            context.err().println(Texts.get("cli.simulator.port.taken", port));
            return ExitCode.OTHER;
        }
        return ExitCode.COMPLETE;
    }

    /** Not being able to costs the first reply some accuracy, which is no reason to serve none. */
    private static void rehearse() {
        try {
            SimulatorServer.rehearse();
        } catch (IOException e) {
            LOG.warn("the simulator starts cold: {}", e.getMessage());
        }
    }

    /** The base URL comes first and alone, for scripts that read one line. */
    private void introduce(String baseUrl, Plan plan) {
        var out = context.out();
        out.println(baseUrl);
        out.flush();
        out.println(Texts.get("cli.simulator.running", plan.name(), plan.id()));
        out.println(Texts.get("cli.simulator.speaks", dialect.title()));
        plan.limits().forEach(limit -> out.println(Texts.get("cli.simulator.limit", limit.value(),
                PlainWords.metric(limit.metric()), PlainWords.period(limit.period()))));
        if (dialect == Dialect.OPENROUTER)
            out.println(Texts.get("cli.simulator.free"));
        out.println(Texts.get("cli.simulator.keys." + dialect.label()));
        out.println(Texts.get("cli.simulator.faults", Fault.valid(dialect)));
        out.println(Texts.get("cli.simulator.end"));
        out.flush();
    }
}
