package app.pitot.bench;

import app.pitot.api.ChatMessage;
import app.pitot.api.ChatMessage.Role;
import app.pitot.api.ChatRequest;
import app.pitot.api.OkHttpChatClient;
import app.pitot.api.Outcome;
import app.pitot.api.Wire;
import app.pitot.base.Clocks;
import app.pitot.exchange.Accounts;
import app.pitot.exchange.Attempt;
import app.pitot.exchange.Budgets;
import app.pitot.exchange.ExchangeEngine;
import app.pitot.exchange.ExchangeSpec;
import app.pitot.exchange.Ledger;
import app.pitot.exchange.Lessons;
import app.pitot.exchange.RunningExchange;
import app.pitot.exchange.Traces;
import app.pitot.exchange.WarmUp;
import app.pitot.provider.Account;
import app.pitot.provider.Catalogue;
import app.pitot.provider.ModelInfo;
import app.pitot.store.Settings;
import app.pitot.store.SqliteTraces;
import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What it costs to keep what went over the wire: the same streams without it, remembered and thrown away, and kept on the disk,
 * in turns. The server is a process of its own, so that all processor time is the app's.
 */
public final class TraceBench {
    private static final String MODEL = "llama3.1-8b";
    private static final int STREAMS = 16;
    private static final int SPEED = 3_000;
    private static final int TOKENS = 6_000;
    private static final int ROUNDS = 9;

    private static final OperatingSystemMXBean SYSTEM = (OperatingSystemMXBean) ManagementFactory
            .getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private record Cost(double cpuMicros, double bytes) {}

    public static void main(String[] args) throws Exception {
        var folder = Files.createTempDirectory("pitot-traces");
        var client = new OkHttpChatClient(Clocks.system());
        WarmUp.run(client);
        var server = simulator();
        try (var out = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
                var kept = new SqliteTraces(folder, Clocks.system(), () -> Settings.Bodies.DEFAULT, problem -> {
                    throw new IllegalStateException(problem.message());
                })) {
            var account = Accounts.simulator(out.readLine(), Catalogue.shipped().plan("custom").orElseThrow());
            var dropped = new Dropped();
            var ways = List.<Traces>of(Traces.NONE, dropped, kept);
            var engines = ways.stream().map(each -> new ExchangeEngine(Clocks.system(), client, Ledger.none(),
                    Budgets.none(Clocks.system()), Lessons.none(), each)).toList();
            var costs = new ArrayList<List<Cost>>();
            for (var engine : engines) {
                round(engine, account, kept);
                round(engine, account, kept);
                costs.add(new ArrayList<>());
            }
            for (int i = 0; i < ROUNDS; i++) {
                for (int k = 0; k < engines.size(); k++) {
                    int way = (k + i) % engines.size();
                    costs.get(way).add(round(engines.get(way), account, kept));
                }
            }
            System.out
                    .println("| 16 streams of 3,000 tokens/s | CPU per chunk, median (least) | allocated per chunk |");
            System.out.println("|---|---|---|");
            report("nothing remembered", costs.get(0));
            report("remembered, then dropped (" + dropped.bytes.get() / Math.max(1, dropped.count.get())
                    + " bytes a reply)",
                    costs.get(1));
            report("kept on the disk", costs.get(2));
            System.out.println(kept.kept());
        } finally {
            server.destroy();
            client.close();
        }
    }

    private static Cost round(ExchangeEngine engine, Account account, Traces kept) throws Exception {
        var model = ModelInfo.ofId(MODEL);
        long cpu = SYSTEM.getProcessCpuTime();
        long bytes = THREADS.getTotalThreadAllocatedBytes();
        var running = new ArrayList<RunningExchange>();
        for (int i = 0; i < STREAMS; i++) {
            var messages = List.of(new ChatMessage(Role.USER, "Write " + TOKENS + " tokens, please, number " + i));
            running.add(
                    engine.start(new ExchangeSpec(account, model, new ChatRequest(model.id(), messages, null, null))));
        }
        long chunks = 0;
        for (var each : running) {
            var result = each.result().get();
            if (result.outcome() != Outcome.COMPLETE) {
                throw new IllegalStateException("a reply ended " + result.outcome() + ": " + result.error());
            }
            chunks += result.speed().chunks();
        }
        // Behind all that waits for the disk.
        kept.kept();
        return new Cost((SYSTEM.getProcessCpuTime() - cpu) / 1e3 / chunks,
                (double) (THREADS.getTotalThreadAllocatedBytes() - bytes) / chunks);
    }

    private static void report(String name, List<Cost> costs) {
        var cpu = costs.stream().mapToDouble(Cost::cpuMicros).sorted().toArray();
        var bytes = costs.stream().mapToDouble(Cost::bytes).sorted().toArray();
        System.out.printf(Locale.US, "| %s | %.2f µs (%.2f) | %.0f B |%n", name, cpu[cpu.length / 2], cpu[0],
                bytes[bytes.length / 2]);
    }

    private static Process simulator() throws IOException {
        var command = Arrays.asList(System.getProperty("java.home") + "/bin/java", "-cp",
                System.getProperty("java.class.path"), "app.pitot.Pitot", "simulator", "--plan", "custom", "--speed",
                Integer.toString(SPEED));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    /** Has everything remembered and keeps nothing. */
    private static final class Dropped implements Traces {
        private final AtomicLong count = new AtomicLong();
        private final AtomicLong bytes = new AtomicLong();

        @Override
        public void keep(Attempt attempt, Instant at, Wire wire) {
            count.incrementAndGet();
            bytes.addAndGet(wire.bytes());
        }

        @Override
        public Wire find(String attemptId) {
            return null;
        }

        @Override
        public Set<String> holding(String text, Instant from, Instant until) {
            return Set.of();
        }

        @Override
        public Kept kept() {
            return new Kept(0, 0, null);
        }

        @Override
        public void clear() {}
    }
}
