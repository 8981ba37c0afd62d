package app.pitot.usage;

import app.pitot.usage.TruthTrial.Result;
import app.pitot.usage.TruthTrial.Server;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Whether Usage tells the truth: requests of every kind and end through the engine over real HTTP, against simulators in a process
 * of their own that count for themselves. Arguments: requests (default 10,000), seed (default 1). Ends with 1 if anything differs.
 */
final class TruthBench {
    private TruthBench() {}

    public static void main(String[] args) throws Exception {
        int requests = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        var folder = Files.createTempDirectory("truth");
        var process = new ProcessBuilder(System.getProperty("java.home") + "/bin/java", "-Xmx192m", "-cp",
                System.getProperty("java.class.path"), TruthServers.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            var servers = new ArrayList<Server>();
            for (var each : TruthServers.all()) {
                servers.add(each.at(out.readLine()));
            }
            long begin = System.nanoTime();
            var result = new TruthTrial(servers, seed, folder).run(requests);
            double seconds = (System.nanoTime() - begin) / 1e9;
            tell(servers, result, seconds);
            var differences = TruthCheck.of(servers, result);
            System.out.println("\nDifferences: " + differences.size());
            differences.forEach(System.out::println);
            if (!differences.isEmpty()) {
                System.exit(1);
            }
        } finally {
            process.destroy();
            delete(folder);
        }
    }

    private static void tell(List<Server> servers, Result result, double seconds) {
        print("%,d requests in %.0f s. In each cell what Usage says, and what the simulator counted.%n%n",
                result.report().total().requests(), seconds);
        System.out.println("| account | requests | complete | cut off | stopped | over a limit | too long"
                + " | refused in all | reported tokens: prompt | completion | reasoning | cached"
                + " | estimated or unknown |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        for (var server : servers) {
            var id = server.account();
            var t = result.totals(id);
            print("| %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |%n", server.name(),
                    both(t.sent(), result.truth(id, "requests")), both(t.complete(), result.truth(id, "whole")),
                    both(t.truncated(), result.truth(id, "broken")), both(t.stopped(), result.truth(id, "left")),
                    both(t.limited(), result.truth(id, "limited")), both(t.tooLong(), result.truth(id, "overContext")),
                    both(t.refused(), result.refused(id)),
                    both(result.reported(id, RequestRow::promptTokens), result.truth(id, "promptTokens")),
                    both(result.reported(id, RequestRow::completionTokens), result.truth(id, "completionTokens")),
                    both(result.reported(id, RequestRow::reasoningTokens), result.truth(id, "reasoningTokens")),
                    both(result.reported(id, RequestRow::cachedTokens), result.truth(id, "cachedTokens")),
                    both(t.estimated() + t.unknown(), t.taken() - result.truth(id, "told")));
        }
        System.out.println("\nKinds: " + TruthCheck.kinds(result));
        result.news().forEach((id, news) -> {
            var said = Reconciliation.of(id, news.status(), news.at(), result.day().get(id));
            print("%s: the provider said %,d, counted were %,d millionths of a dollar until then: %s%n", id,
                    said.reportedMicros(), said.countedMicros(), said.verdict());
        });
    }

    private static String both(long said, long truth) {
        return String.format(Locale.ROOT, "%,d, %,d", said, truth);
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }

    private static void delete(Path folder) throws Exception {
        try (var all = Files.walk(folder)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
