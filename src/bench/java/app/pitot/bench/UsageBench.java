package app.pitot.bench;

import app.pitot.base.Clocks;
import app.pitot.store.BigLedger;
import app.pitot.store.Database;
import app.pitot.store.SqliteLedger;
import app.pitot.store.SqliteUsages;
import app.pitot.usage.Grouping;
import app.pitot.usage.RequestFilter;
import app.pitot.usage.RequestFilter.Status;
import app.pitot.usage.Step;
import app.pitot.usage.UsageQuery;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * What each view of past use takes beside a ledger of many requests: the first time, and p50 and p95 of those after it. Some
 * views' totals are compared with a scan of every single request of the same stretch, whose time is told beside it.
 * On a machine that has other work, the time of the processor tells what the views themselves take. Arguments: how many requests,
 * 10,000,000 without one; the folder of the ledger, which is made if it is not there, and kept; the zone.
 */
public final class UsageBench {
    private static final int ROUNDS = 40;
    private static final int PAGE = 50;
    private static final double VIEW_MS = 50;
    private static final double GAUGES_MS = 1;
    private static final double TIMES = 100;
    private static final Set<String> SCANNED = Set.of("today by hour", "7 days by hour", "7 days", "all");

    private final Clocks clocks = Clocks.system();
    private final Instant now = clocks.now();
    private final ZoneId zone;
    private final BigLedger big;
    private final SqliteUsages usages;
    private final SqliteLedger ledger;
    private int faults;

    private UsageBench(BigLedger big, Database database, ZoneId zone) {
        this.big = big;
        this.zone = zone;
        this.usages = new SqliteUsages(database);
        this.ledger = new SqliteLedger(database, clocks);
    }

    public static void main(String[] args) throws Exception {
        int rows = args.length > 0 ? Integer.parseInt(args[0]) : 10_000_000;
        var folder = args.length > 1 ? Path.of(args[1]) : Files.createTempDirectory("pitot-usage");
        var zones = args.length > 2 ? args[2] : "Europe/Berlin";
        var big = new BigLedger(folder, Clocks.system().now());
        long begun = System.nanoTime();
        big.build(rows);
        System.out.printf("%,d requests in %s, made in %.0f s, %.1f bytes each with all sums and indexes%n", rows,
                big.file(), (System.nanoTime() - begun) / 1e9, Files.size(big.file()) / (double) rows);
        int faults = 0;
        try (var database = new Database(folder, Clocks.system(), problem -> System.out.println(problem.message()))) {
            long opened = System.nanoTime();
            var bench = new UsageBench(big, database, ZoneId.of(zones));
            bench.ledger.since("nobody", null, bench.now);
            System.out.printf("opened in %.0f ms%n", (System.nanoTime() - opened) / 1e6);
            bench.gauges();
            bench.pages();
            bench.views();
            faults = bench.faults;
        }
        System.exit(faults == 0 ? 0 : 1);
    }

    private UsageQuery query(Instant from, Instant until, Step step, Grouping by) {
        return new UsageQuery(from, until, step, by, zone, Set.of(), Set.of(), false);
    }

    private void views() throws Exception {
        var today = now.atZone(zone).truncatedTo(ChronoUnit.DAYS);
        var views = new LinkedHashMap<String, UsageQuery>();
        for (var by : Grouping.values()) {
            views.put("today by hour", query(today.toInstant(), now, Step.HOUR, by));
            views.put("7 days by hour", query(today.minusDays(6).toInstant(), now, Step.HOUR, by));
            views.put("7 days", query(today.minusDays(6).toInstant(), now, Step.DAY, by));
            views.put("30 days", query(today.minusDays(29).toInstant(), now, Step.DAY, by));
            views.put("90 days", query(today.minusDays(89).toInstant(), now, Step.DAY, by));
            views.put("own stretch", query(now.minus(Duration.ofHours(4_783)), now.minus(Duration.ofHours(3_571)),
                    Step.DAY, by));
            views.put("all", query(Instant.EPOCH, now, Step.DAY, by));
            for (var view : views.entrySet()) {
                view(view.getKey() + " by " + by.name().toLowerCase(Locale.ROOT), view.getValue(),
                        by == Grouping.ACCOUNT && SCANNED.contains(view.getKey()));
            }
        }
    }

    private void view(String name, UsageQuery query, boolean compared) throws Exception {
        var times = measure(() -> usages.report(query));
        var scan = "";
        boolean ok = times.p95() <= VIEW_MS;
        if (compared) {
            long begun = System.nanoTime();
            var raw = big.raw(query);
            double ms = (System.nanoTime() - begun) / 1e6;
            var report = usages.report(query);
            boolean same = raw.total().equals(report.total()) && raw.groups().equals(report.groups());
            boolean all = name.startsWith("all");
            ok &= same && (!all || ms >= TIMES * times.p50());
            scan = String.format("  scan %,9.1f ms, %,7.0f times, %s", ms, ms / times.p50(),
                    same ? "same totals" : "OTHER TOTALS");
        }
        say(name, times, ok, scan);
    }

    private void gauges() throws Exception {
        var account = "cerebras-account-0";
        say("gauges since 60 s", measure(() -> ledger.since(account, null, now.minusSeconds(60))), GAUGES_MS);
        say("gauges of a model since 60 s",
                measure(() -> ledger.since(account, "vendor/model-0-instruct", now.minusSeconds(60))), GAUGES_MS);
    }

    private void pages() throws Exception {
        var filters = new LinkedHashMap<String, RequestFilter>();
        filters.put("all", RequestFilter.ALL);
        filters.put("200 to 190 days ago", filter(now.minus(Duration.ofDays(200)), now.minus(Duration.ofDays(190)),
                Set.of(), Set.of(), Set.of(), ""));
        for (var status : Status.values()) {
            filters.put(status.toString(), filter(null, null, Set.of(status), Set.of(), Set.of(), ""));
        }
        filters.put("account", filter(null, null, Set.of(), Set.of("custom-account-4"), Set.of(), ""));
        filters.put("account of nobody", filter(null, null, Set.of(), Set.of("nobody"), Set.of(), ""));
        filters.put("model", filter(null, null, Set.of(), Set.of(), Set.of("vendor/model-5-instruct"), ""));
        filters.put("too long, account and model", filter(null, null, Set.of(Status.TOO_LONG),
                Set.of("custom-account-4"), Set.of("vendor/model-5-instruct"), ""));
        filters.put("text in a model", filter(null, null, Set.of(), Set.of(), Set.of(), "Model-5"));
        for (Map.Entry<String, RequestFilter> each : filters.entrySet()) {
            say("page: " + each.getKey(), measure(() -> usages.requests(each.getValue(), null, PAGE)), VIEW_MS);
        }
    }

    private static RequestFilter filter(Instant from, Instant until, Set<Status> statuses, Set<String> accounts,
            Set<String> models, String text) {
        return new RequestFilter(from, until, statuses, accounts, Set.of(), models, text, null);
    }

    /** Milliseconds. @param cpu of the processor, p95 */
    private record Times(double first, double p50, double p95, double cpu) {}

    private static Times measure(Callable<?> task) throws Exception {
        var threads = ManagementFactory.getThreadMXBean();
        var times = new double[ROUNDS + 1];
        var cpu = new double[ROUNDS + 1];
        for (int i = 0; i < times.length; i++) {
            long begun = System.nanoTime();
            long worked = threads.getCurrentThreadCpuTime();
            task.call();
            times[i] = (System.nanoTime() - begun) / 1e6;
            cpu[i] = (threads.getCurrentThreadCpuTime() - worked) / 1e6;
        }
        return new Times(times[0], of(times, 50), of(times, 95), of(cpu, 95));
    }

    /** Of all but the first. */
    private static double of(double[] times, int percent) {
        var after = Arrays.copyOfRange(times, 1, times.length);
        Arrays.sort(after);
        return after[ROUNDS * percent / 100];
    }

    private void say(String name, Times times, double limit) {
        say(name, times, times.p95() <= limit, "");
    }

    private void say(String name, Times times, boolean ok, String more) {
        faults += ok ? 0 : 1;
        System.out.printf("%-34s first %9.2f ms, p50 %8.3f, p95 %8.3f, cpu %8.3f  %s%s%n", name, times.first(),
                times.p50(), times.p95(), times.cpu(), ok ? "ok" : "OVER", more);
    }
}
