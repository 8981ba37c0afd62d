package app.pitot.compare;

import app.pitot.compare.Comparer.Run;
import app.pitot.exchange.Sending;
import app.pitot.provider.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One comparison from its first request to its last. {@link #run} is called once, on a thread of its own. */
final class ComparisonRun implements ComparisonThread {
    private static final Logger LOG = LoggerFactory.getLogger(ComparisonRun.class);

    private final Tools tools;
    private final Run run;
    private final Comparison head;
    private final Course course;
    private final Conduct conduct;
    private final Outlook outlook;
    private final CompletableFuture<Comparison> result = new CompletableFuture<>();

    ComparisonRun(Tools tools, Run run, boolean overBudget) {
        this.tools = tools;
        this.run = run;
        var seed = tools.seeds().getAsLong();
        head = new Comparison(UUID.randomUUID().toString(), run.setId(), run.name(), tools.clocks().now(), null,
                tools.appVersion(), run.setup(), Question.hash(run.setup()),
                LaneFacts.of(run.lanes()), seed, Comparison.State.RUNNING, List.of());
        course = new Course(tools.clocks(), head, run.lanes(), this::parted);
        var random = new SplittableRandom(seed);
        var lanes = run.lanes().size();
        var orders = orders(run, random);
        var stage = new Stage(head.id(), tools, run, course,
                new Allowed(tools.exchanges(), tools.clocks(), overBudget),
                (overBudget ? Sending.OVER_BUDGET : Sending.WHEN_FITS).again(false), new Nonces(random.split()),
                run.setup().warmUp() ? new Warming(tools.client(), tools.clocks(), lanes) : null);
        conduct = run.mode() == Mode.RACE ? new Race(stage) : new Rounds(stage, orders);
        outlook = new Outlook(tools, run, course, orders);
    }

    private static List<int[]> orders(Run run, SplittableRandom random) {
        var lanes = run.lanes().size();
        var orders = new ArrayList<int[]>();
        if (run.setup().warmUp() && run.mode() == Mode.ROUNDS) {
            orders.addAll(Orders.of(lanes, 1, random));
        }
        orders.addAll(Orders.of(lanes, run.mode() == Mode.RACE ? 1 : run.setup().rounds(), random));
        return orders;
    }

    @Override
    public void run() {
        var broke = true;
        try {
            tools.kept().begin(head);
            conduct.run();
            broke = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException defect) {
            LOG.error("Comparison {} broke", head.id(), defect);
        }
        course.stopAll();
        var state = course.ends(broke);
        var all = course.soFar();
        try {
            tools.kept().end(head.id(), state, all.endedAt());
        } catch (RuntimeException defect) {
            LOG.error("Comparison {} could not be closed", head.id(), defect);
        }
        result.complete(all);
    }

    private void parted(int lane) {
        conduct.parted(lane);
    }

    @Override
    public void gone(Account account) {
        course.part(lane -> lane.account().id().equals(account.id()), Parting.gone());
    }

    @Override
    public String id() {
        return head.id();
    }

    @Override
    public Progress progress() {
        return outlook.progress();
    }

    @Override
    public List<LaneNow> lanes() {
        var now = course.now();
        var turns = outlook.turns();
        return IntStream.range(0, now.size()).mapToObj(at -> now.get(at).with(turns.get(at))).toList();
    }

    @Override
    public void pause() {
        course.pause();
    }

    @Override
    public void resume() {
        course.resume();
    }

    @Override
    public void cancel() {
        course.cancel();
    }

    @Override
    public void stop(int lane) {
        course.part(lane, Parting.stopped());
    }

    @Override
    public Comparison soFar() {
        return course.soFar();
    }

    @Override
    public CompletableFuture<Comparison> result() {
        return result;
    }
}
