package app.pitot.advice;

import app.pitot.api.ErrorKind;
import app.pitot.api.Outcome;
import app.pitot.base.Provenance;
import app.pitot.provider.Catalogue;
import app.pitot.provider.ModelInfo;
import app.pitot.provider.Plan;
import app.pitot.speed.TokenBasis;
import app.pitot.usage.RequestRow;
import app.pitot.usage.UsageException;
import java.time.Duration;
import java.time.Instant;

/** A week that ends on a Saturday at noon, to be filled with requests. */
public final class Week {
    public static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    public static final Instant FROM = NOW.minus(Duration.ofDays(7));
    public static final String ACCOUNT = "acc";
    public static final String LLAMA = "llama3.1-8b";
    public static final String GPT = "gpt-oss-120b";

    public final RowUsages usages = new RowUsages();
    public final Catalogue catalogue = Catalogue.shipped();
    private String model = LLAMA;
    private int number;

    public Week model(String id) {
        model = id;
        return this;
    }

    public Plan plan(String id) {
        return catalogue.plan(id).orElseThrow();
    }

    public Terms terms(Plan plan) {
        return new Terms(plan, false, id -> catalogue.model("cerebras", id).orElseGet(() -> ModelInfo.ofId(id)));
    }

    /** {@code count} requests that came through, {@code every} seconds. */
    public Week complete(String at, int count, double every, Integer prompt, Integer completion) {
        var start = Instant.parse(at);
        for (int i = 0; i < count; i++) {
            add(start.plusMillis((long) (i * every * 1_000)), Outcome.COMPLETE, null, null, prompt, completion, null);
        }
        return this;
    }

    /** {@code count} requests that a window refused, a second apart. */
    public Week limited(String at, int count, String window) {
        var start = Instant.parse(at);
        for (int i = 0; i < count; i++) {
            add(start.plusSeconds(i), Outcome.REFUSED, ErrorKind.RATE_LIMIT, window, null, null, null);
        }
        return this;
    }

    public Week refused(String at, int count, ErrorKind error, long reserved) {
        var start = Instant.parse(at);
        for (int i = 0; i < count; i++) {
            add(start.plusSeconds(i), Outcome.REFUSED, error, null, null, null, reserved);
        }
        return this;
    }

    private void add(Instant at, Outcome outcome, ErrorKind error, String window, Integer prompt, Integer completion,
            Long reserved) {
        var id = "r" + number++;
        usages.rows.add(row(id, at, at.plusMillis(500), outcome, error, window, prompt, completion, null,
                reserved != null ? reserved : prompt == null ? 0 : prompt + completion));
    }

    public RequestRow row(String id, Instant at, Instant end, Outcome outcome, ErrorKind error, String window,
            Integer prompt, Integer completion, Integer cached, long reserved) {
        return new RequestRow(id, id, 1, at, end, "cerebras", ACCOUNT, model, outcome, true, null,
                error == null ? 200 : 429, error, window, reserved, prompt, completion, null, cached,
                prompt == null ? null : TokenBasis.USAGE, null, 100.0, null, 500.0, null, null, null, null,
                (Provenance) null, null, null, null, null, true);
    }

    public Past past() {
        return past(NOW);
    }

    public Past past(Instant now) {
        try {
            return new PastReader(usages).read(ACCOUNT, false, now.minus(Duration.ofDays(7)), now);
        } catch (UsageException e) {
            throw new IllegalStateException(e);
        }
    }

    public Advice judge(Plan plan) {
        return Advisor.judge(past(), terms(plan), NOW);
    }
}
