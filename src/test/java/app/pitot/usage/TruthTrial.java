package app.pitot.usage;

import app.pitot.api.ChatMessage;
import app.pitot.api.ChatRequest;
import app.pitot.api.OkHttpChatClient;
import app.pitot.api.Outcome;
import app.pitot.base.Clocks;
import app.pitot.exchange.ExchangeEngine;
import app.pitot.exchange.ExchangeSpec;
import app.pitot.exchange.KeyNews;
import app.pitot.exchange.RunningExchange;
import app.pitot.exchange.Sending;
import app.pitot.exchange.TextTap;
import app.pitot.keys.KeySource;
import app.pitot.provider.Account;
import app.pitot.provider.Catalogue;
import app.pitot.provider.Connection;
import app.pitot.provider.ModelInfo;
import app.pitot.speed.TokenBasis;
import app.pitot.store.Database;
import app.pitot.store.SqliteLedger;
import app.pitot.store.SqliteUsages;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Requests of every kind that can end in any way, sent by the app's own engine over real HTTP into a real ledger; and what Usage
 * then says of them, beside what the simulators counted. Each server is one account.
 */
final class TruthTrial {
    private static final int AT_ONCE = 24;
    private static final Duration IDLE = Duration.ofMillis(1_500);
    private static final Duration SETTLED = Duration.ofSeconds(20);

    private final Catalogue catalogue = Catalogue.shipped();
    private final List<Server> servers;
    private final SplittableRandom random;
    private final Path folder;

    /**
     * One account.
     *
     * @param base where the simulator listens
     * @param provider id of the one that the account is set up for
     * @param models that it serves
     * @param stalls true if replies that come to a halt are asked for here, so that waiting for them is short
     */
    record Server(String name, String base, String provider, List<String> models, boolean stalls) {
        String account() {
            return "truth-" + name;
        }
    }

    /** What a request is made to become. */
    private enum Kind {
        PLAIN("", 46), NO_USAGE("no-usage", 7), CACHED("cached", 6), CUT("cut:after-1200", 4), END("end:after-1200", 3),
        ERROR("error:after-1200", 3), MALFORMED("malformed:after-600", 2), BURST("burst", 2), STOP("", 5),
        MINUTE("429-requests", 4), TOKENS("429-tokens", 3), DAY("429-day", 2), BUSY("503", 1), BROKEN("500", 2),
        KEY("401", 2), GONE("", 2), BAD("", 2), LONG("", 4);

        private final String fault;
        private final int weight;

        Kind(String fault, int weight) {
            this.fault = fault;
            this.weight = weight;
        }

        static Kind any(SplittableRandom random) {
            int at = random.nextInt(100);
            for (var kind : values()) {
                at -= kind.weight;
                if (at < 0) {
                    return kind;
                }
            }
            throw new IllegalStateException("the weights add up to 100");
        }
    }

    /**
     * What came of it.
     *
     * @param report by account, of all
     * @param truths by account: each server's own counts
     * @param rows of the ledger
     * @param news what servers said of keys, by account
     */
    record Result(UsageReport report, UsageReport models, Map<String, List<JsonNode>> truths, List<RequestRow> rows,
            Map<String, KeyNews> news, Map<String, Totals> day) {
        Totals totals(String account) {
            return report.groups().stream().filter(each -> account.equals(each.key().account())).findFirst()
                    .map(UsageReport.Group::totals).orElse(Totals.NOTHING);
        }

        Totals totals(String account, String model) {
            var own = rows.stream().filter(each -> each.account().equals(account) && each.model().equals(model))
                    .toList();
            return Sum.of(own);
        }

        long truth(String account, String name) {
            return truths.get(account).stream().mapToLong(each -> each.path(name).asLong()).sum();
        }

        long refused(String account) {
            return truths.get(account).stream().flatMap(each -> each.path("statuses").valueStream())
                    .mapToLong(JsonNode::asLong).sum();
        }

        /** Of those rows whose tokens the provider counted. */
        long reported(String account, Function<RequestRow, Integer> figure) {
            return rows.stream().filter(each -> each.account().equals(account) && counted(each))
                    .mapToLong(each -> figure.apply(each) == null ? 0 : figure.apply(each)).sum();
        }

        static boolean counted(RequestRow row) {
            return row.basis() == TokenBasis.USAGE && row.completionTokens() != null;
        }
    }

    TruthTrial(List<Server> servers, long seed, Path folder) {
        this.servers = servers;
        this.random = new SplittableRandom(seed);
        this.folder = folder;
    }

    Result run(int requests) throws Exception {
        var clocks = Clocks.system();
        var begin = clocks.now();
        var problems = new ArrayList<String>();
        try (var client = new OkHttpChatClient(clocks);
                var ledger = new SqliteLedger(new Database(folder, clocks, each -> problems.add(each.message())),
                        clocks)) {
            var engine = new ExchangeEngine(clocks, client, ledger);
            var room = new Semaphore(AT_ONCE);
            for (int i = 0; i < requests; i++) {
                room.acquire();
                start(engine, i).result().whenComplete((_, _) -> room.release());
            }
            if (!room.tryAcquire(AT_ONCE, 3, TimeUnit.MINUTES)) {
                throw new IllegalStateException("requests do not end");
            }
            settle();
            var news = new LinkedHashMap<String, KeyNews>();
            for (var server : servers) {
                var said = engine.keyStatus(account(server));
                if (said != null) {
                    news.put(server.account(), said);
                }
            }
            return read(begin, news, problems);
        }
    }

    private RunningExchange start(ExchangeEngine engine, int number) {
        var server = servers.get(random.nextInt(servers.size()));
        var kind = server.stalls() ? Kind.PLAIN : Kind.any(random);
        var model = kind == Kind.GONE ? "no-such-model" : server.models().get(random.nextInt(server.models().size()));
        var fault = server.stalls() && number % 2 == 0 ? "stall:after-900" : kind.fault;
        int tokens = kind == Kind.STOP ? 3_000 : random.nextInt(150, 260);
        var prompt = (fault.isEmpty() ? "" : "/fault " + fault + "\n") + "word ".repeat(random.nextInt(200)) + tokens
                + " tokens";
        var request = new ChatRequest(model, List.of(new ChatMessage(ChatMessage.Role.USER, prompt)),
                kind == Kind.BAD ? 3.0 : null, kind == Kind.LONG ? 900_000 : tokens + 50);
        var info = catalogue.model(server.provider(), model).orElseGet(() -> ModelInfo.ofId(model));
        var running = engine.start(new ExchangeSpec(account(server), info, request),
                UUID.randomUUID().toString(), TextTap.NONE, Sending.NOW.again(kind == Kind.BUSY));
        if (kind == Kind.STOP) {
            Thread.ofVirtual().start(() -> stop(running));
        }
        return running;
    }

    /** In the middle of the reply. */
    private static void stop(RunningExchange running) {
        var answer = new StringBuilder();
        var reasoning = new StringBuilder();
        try {
            while (!running.result().isDone()) {
                running.drain(answer, reasoning);
                if (answer.length() + reasoning.length() > 100) {
                    running.stop();
                    return;
                }
                Thread.sleep(2);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Account account(Server server) {
        var provider = catalogue.provider(server.provider());
        return new Account(server.account(), server.name(), provider, server.base(), null, KeySource.none(), "no key",
                server.stalls()
                        ? new Connection(List.of(), null, null,
                                new Connection.Waits(Duration.ofSeconds(10), Duration.ofSeconds(60), IDLE))
                        : Connection.DIRECT);
    }

    /** Waits until the servers have noticed who left. */
    private void settle() throws Exception {
        var until = System.nanoTime() + SETTLED.toNanos();
        while (System.nanoTime() < until) {
            boolean open = false;
            for (var server : servers) {
                for (var each : tallies(server)) {
                    long refused = each.path("statuses").valueStream().mapToLong(JsonNode::asLong).sum();
                    open |= each.path("requests").asLong() != refused + each.path("whole").asLong()
                            + each.path("broken").asLong() + each.path("left").asLong();
                }
            }
            if (!open) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static List<JsonNode> tallies(Server server) throws IOException {
        var origin = URI.create(server.base());
        try (var in = origin.resolve("/simulator/state").toURL().openStream()) {
            var found = new ArrayList<JsonNode>();
            new ObjectMapper().readTree(in).path("tallies").forEach(found::add);
            return found;
        }
    }

    /** With a database of its own, as after a restart. */
    private Result read(Instant begin, Map<String, KeyNews> news, List<String> problems) throws Exception {
        var clocks = Clocks.system();
        try (var database = new Database(folder, clocks, each -> problems.add(each.message()))) {
            var usages = new SqliteUsages(database);
            var truths = new LinkedHashMap<String, List<JsonNode>>();
            var day = new LinkedHashMap<String, Totals>();
            for (var server : servers) {
                truths.put(server.account(), tallies(server));
                var said = news.get(server.account());
                if (said != null) {
                    day.put(server.account(), usages.report(Reconciliation.query(server.account(), said.at())).total());
                }
            }
            var rows = new ArrayList<RequestRow>();
            while (true) {
                var page = usages.requests(RequestFilter.ALL, rows.isEmpty() ? null : rows.getLast(), 500);
                if (page.isEmpty()) {
                    break;
                }
                rows.addAll(page);
            }
            if (!problems.isEmpty()) {
                throw new IllegalStateException(problems.toString());
            }
            return new Result(report(usages, begin, Grouping.ACCOUNT), report(usages, begin, Grouping.MODEL), truths,
                    rows, news, day);
        }
    }

    private static UsageReport report(Usages usages, Instant begin, Grouping by) throws UsageException {
        return usages.report(new UsageQuery(begin.minusSeconds(3_600), Instant.now().plusSeconds(3_600), Step.DAY, by,
                ZoneOffset.UTC, Set.of(), Set.of(), true));
    }

    /** Totals of rows, added up one by one. */
    static final class Sum {
        private Sum() {}

        static Totals of(List<RequestRow> rows) {
            var ended = rows.stream().filter(each -> each.outcome() != null).toList();
            return new Totals(ended.size(), count(ended, RequestRow::sent),
                    count(ended, each -> each.outcome() == Outcome.COMPLETE),
                    count(ended, each -> each.outcome() == Outcome.TRUNCATED),
                    count(ended, each -> each.outcome() == Outcome.STOPPED),
                    count(ended, each -> each.outcome() == Outcome.REFUSED),
                    count(ended, each -> each.status() == RequestFilter.Status.LIMITED),
                    count(ended, each -> each.status() == RequestFilter.Status.TOO_LONG),
                    count(ended, each -> each.outcome() == Outcome.FAILED), sum(ended, RequestRow::promptTokens),
                    sum(ended, RequestRow::completionTokens), sum(ended, RequestRow::reasoningTokens),
                    sum(ended, RequestRow::cachedTokens),
                    count(ended, each -> each.completionTokens() != null && each.basis() == TokenBasis.ESTIMATE), 0,
                    ended.stream().mapToLong(each -> each.costMicros() == null ? 0 : each.costMicros()).sum(), 0,
                    count(ended, each -> each.costMicros() != null), Map.of(), null, null);
        }

        private static long count(List<RequestRow> rows, Predicate<RequestRow> which) {
            return rows.stream().filter(which).count();
        }

        private static long sum(List<RequestRow> rows, Function<RequestRow, Integer> figure) {
            return rows.stream().map(figure).filter(Objects::nonNull).mapToLong(Integer::longValue).sum();
        }
    }
}
