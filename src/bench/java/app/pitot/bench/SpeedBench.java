package app.pitot.bench;

import app.pitot.api.ChatMessage;
import app.pitot.api.ChatMessage.Role;
import app.pitot.api.ChatRequest;
import app.pitot.api.OkHttpChatClient;
import app.pitot.api.Outcome;
import app.pitot.base.Clocks;
import app.pitot.exchange.Accounts;
import app.pitot.exchange.ExchangeEngine;
import app.pitot.exchange.ExchangeResult;
import app.pitot.exchange.ExchangeSpec;
import app.pitot.exchange.Ledger;
import app.pitot.exchange.RunningExchange;
import app.pitot.exchange.WarmUp;
import app.pitot.provider.Account;
import app.pitot.provider.Catalogue;
import app.pitot.provider.ModelInfo;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How true the measured speed and TTFT are: the simulator in a process of its own is the truth, the app's pipeline reads it.
 * The two usual formulas, chunks per second and tokens over the whole time, are worked out from the same streams as
 * controls.
 */
public final class SpeedBench {
    private static final String MODEL = "llama3.1-8b";
    private static final int ROUNDS = 5;
    private static final int[] STREAMS = {1, 4, 16};
    private static final Map<Integer, Integer> TOKENS = Map.of(100, 500, 3_000, 6_000);

    private final OkHttpChatClient client = new OkHttpChatClient(Clocks.system());
    private final ExchangeEngine engine = new ExchangeEngine(Clocks.system(), client, Ledger.none());

    public static void main(String[] args) throws Exception {
        var bench = new SpeedBench();
        WarmUp.run(bench.client);
        System.out.println(
                "| tokens/s | streams | replies | speed error: median, largest | TTFT minus the server's: median, p95 "
                        + "| the same of a bare socket | chunks ÷ window | tokens ÷ whole time |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        for (int speed : new int[]{100, 3_000}) {
            for (int streams : STREAMS) {
                System.out.println(bench.row(speed, streams));
            }
        }
        bench.client.close();
    }

    private String row(int speed, int streams) throws Exception {
        var server = simulator(speed);
        try (var out = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
            var base = out.readLine();
            var account = Accounts.simulator(base, Catalogue.shipped().plan("custom").orElseThrow());
            round(account, speed, streams); // warms the server, not counted
            var results = new ArrayList<ExchangeResult>();
            var ttft = new ArrayList<Double>();
            var bare = new ArrayList<Double>();
            for (int i = 0; i < ROUNDS; i++) {
                var round = round(account, speed, streams);
                results.addAll(round);
                ttft.addAll(errors(round.stream().map(r -> r.speed().ttftMs()).sorted().toList(), base));
                var raw = RawReader.ttfts(base, MODEL, prompt(speed, 0), streams);
                bare.addAll(errors(raw.stream().sorted().toList(), base));
            }
            return report(speed, streams, results, ttft, bare);
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    private List<ExchangeResult> round(Account account, int speed, int streams) throws Exception {
        var model = ModelInfo.ofId(MODEL);
        var running = new ArrayList<RunningExchange>();
        for (int i = 0; i < streams; i++) {
            var request = new ChatRequest(model.id(), List.of(
                    new ChatMessage(Role.USER, prompt(speed, i))), null,
                    null);
            running.add(engine.start(new ExchangeSpec(account, model, request)));
        }
        var results = new ArrayList<ExchangeResult>();
        for (var each : running) {
            var result = each.result().get();
            if (result.outcome() != Outcome.COMPLETE) {
                throw new IllegalStateException("a reply ended " + result.outcome() + ": " + result.error());
            }
            results.add(result);
        }
        return results;
    }

    private static String prompt(int speed, int number) {
        return "Write " + TOKENS.get(speed) + " tokens, please, number " + number;
    }

    /** Ours minus the server's, matched in order of size: the replies of one round differ by nothing else. */
    private static List<Double> errors(List<Double> ours, String base) throws IOException {
        var truth = new ArrayList<Double>();
        JsonNode state;
        try (var in = URI.create(base.replace("/v1", "/simulator/state")).toURL().openStream()) {
            state = new ObjectMapper().readTree(in);
        }
        var recent = state.path("recent");
        for (int i = recent.size() - ours.size(); i < recent.size(); i++) {
            truth.add(recent.get(i).path("firstMs").asDouble());
        }
        truth.sort(null);
        var errors = new ArrayList<Double>();
        for (int i = 0; i < ours.size(); i++) {
            errors.add(ours.get(i) - truth.get(i));
        }
        return errors;
    }

    private static String report(int truth, int streams, List<ExchangeResult> results, List<Double> ttft,
            List<Double> bare) {
        var errors = new HashMap<String, double[]>();
        errors.put("ours",
                results.stream().mapToDouble(r -> percent(r.speed().outputTokensPerSecond(), truth)).toArray());
        errors.put("chunks", results.stream()
                .mapToDouble(r -> percent((r.speed().chunks() - 2) * 1000.0
                        / (r.speed().totalMs() - r.speed().ttftMs()), truth))
                .toArray());
        errors.put("whole", results.stream().mapToDouble(r -> percent(r.speed().endToEndTokensPerSecond(), truth))
                .toArray());
        var ours = errors.get("ours");
        double largest = Arrays.stream(ours).map(Math::abs).max().orElseThrow();
        var control = bare.stream().mapToDouble(Double::doubleValue).toArray();
        var lag = ttft.stream().mapToDouble(Double::doubleValue).toArray();
        return String.format(Locale.US,
                "| %,d | %d | %d | %+.2f %%, %.2f %% | %.2f ms, %.2f ms | %.2f ms, %.2f ms | %+.0f %% | %+.0f %% |",
                truth,
                streams, results.size(), median(ours), largest, median(lag), at(lag, 0.95), median(control),
                at(control, 0.95), median(errors.get("chunks")),
                median(errors.get("whole")));
    }

    private static double percent(Double measured, double truth) {
        return (measured / truth - 1) * 100;
    }

    private static double median(double[] values) {
        return at(values, 0.5);
    }

    private static double at(double[] values, double share) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }

    private static Process simulator(int speed) throws IOException {
        return new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-cp",
                System.getProperty("java.class.path"), "app.pitot.Pitot", "simulator", "--plan", "custom", "--speed",
                Integer.toString(speed)).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }
}
