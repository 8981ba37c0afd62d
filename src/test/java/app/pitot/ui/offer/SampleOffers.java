package app.pitot.ui.offer;

import app.pitot.catalogue.Listing;
import app.pitot.catalogue.ModelEntry;
import app.pitot.catalogue.ModelEntry.Gone;
import app.pitot.catalogue.ModelEntry.Measured;
import app.pitot.exchange.Accounts;
import app.pitot.keys.KeySource;
import app.pitot.provider.Account;
import app.pitot.provider.Capability;
import app.pitot.provider.Catalogue;
import app.pitot.provider.Connection;
import app.pitot.provider.ModelExtras;
import app.pitot.provider.ModelInfo;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Accounts and lists as a user of a few weeks has them: known, unknown, retired, refused, measured, in trouble. */
public final class SampleOffers {
    /** Now, a Tuesday. */
    public static final Instant NOW = Instant.parse("2026-11-24T15:00:00Z");

    private static final Catalogue SHIPPED = Catalogue.shipped();

    public final Account work = new Account("work", "Work", SHIPPED.provider("cerebras"), "https://api.cerebras.ai/v1",
            SHIPPED.plan("cerebras-trial-2026-09").orElseThrow(), KeySource.none(), "key", Connection.DIRECT);
    public final Account groq = new Account("groq", SHIPPED.provider("groq"), "https://api.groq.com/openai/v1",
            SHIPPED.defaultPlan("groq").orElse(null), KeySource.none(), "key");
    public final Account router = new Account("router", SHIPPED.provider("openrouter"), "https://openrouter.ai/api/v1",
            null, KeySource.none(), "key");
    public final Account simulator = Accounts.simulator("http://127.0.0.1:4000/v1",
            SHIPPED.plan("cerebras-free-2026-04").orElseThrow());
    public final FakeCatalogue catalogue = new FakeCatalogue();

    public SampleOffers() {
        catalogue.put(new Listing("work", cerebras(), NOW.minusSeconds(180), false, false, null,
                List.of(change(Listing.Change.Kind.ADDED, "qwen-3.8-27b", ""),
                        change(Listing.Change.Kind.REMOVED, "gemma-4-31b", ""),
                        change(Listing.Change.Kind.PRICE, "gpt-oss-120b",
                                "$0.25 in, $0.69 out → $0.35 in, $0.75 out"))));
        catalogue.put(new Listing("groq", shipped("groq"), NOW.minusSeconds(3 * 3600), true, false,
                "No address is known for api.groq.com.", List.of()));
        catalogue.put(new Listing("router", routed(), NOW.minusSeconds(40), false, false, null, List.of()));
        catalogue.put(simulator, shipped("simulator").stream()
                .map(e -> new ModelEntry(e.model(), e.model().retiredOn() == null, null, e.measured())).toList());
    }

    public List<Account> accounts() {
        return List.of(work, groq, router, simulator);
    }

    /** {@code count} models, about as varied as the largest public lists. */
    public static List<ModelEntry> many(int count) {
        var families = List.of("meta/llama", "qwen/qwen", "openai/gpt-oss", "mistral/mistral-small", "deepseek/chat");
        return IntStream.range(0, count).mapToObj(i -> new ModelEntry(new ModelInfo(
                families.get(i % families.size()) + "-" + i + "b-instruct", "Model " + i, 8_192 << i % 5, 4_096,
                BigDecimal.valueOf(i % 997, 3), BigDecimal.valueOf(i % 1_999, 3), i % 2 == 0, i % 3 == 0 ? i : null,
                null, null), true, null, null)).toList();
    }

    private static Listing.Change change(Listing.Change.Kind kind, String model, String detail) {
        return new Listing.Change(kind, model, detail, NOW.minusSeconds(180));
    }

    private static List<ModelEntry> shipped(String provider) {
        return SHIPPED.models(provider).stream().map(m -> new ModelEntry(m, false, null, null)).toList();
    }

    private static List<ModelEntry> cerebras() {
        var entries = new ArrayList<ModelEntry>();
        for (var model : SHIPPED.models("cerebras")) {
            var gone = model.id().equals("llama-3.3-70b")
                    ? new Gone(NOW.minusSeconds(3_600), "Model llama-3.3-70b has been archived.", "gpt-oss-120b")
                    : null;
            var own = model.id().equals("gpt-oss-120b")
                    ? new Measured(12, 142.0, 2_987.0, NOW.minusSeconds(7_200))
                    : model.id().startsWith("qwen-3.8")
                            ? new Measured(1, 310.0, null, NOW.minusSeconds(900_000))
                            : null;
            entries.add(new ModelEntry(model, model.retiredOn() == null, gone, own));
        }
        return entries;
    }

    private static List<ModelEntry> routed() {
        return List.of(routed("openai/gpt-oss-120b", "0.039", "0.19", null),
                routed("meta-llama/llama-3.3-70b-instruct:free", "0", "0", null),
                routed("anthropic/claude-sonnet-4.5", "3", "15", null),
                routed("deepseek/deepseek-r1-0528", "0.40", "1.75", LocalDate.parse("2026-12-24")),
                new ModelEntry(ModelInfo.ofId("stealth/unknown"), true, null, null));
    }

    private static ModelEntry routed(String id, String in, String out, LocalDate retiredOn) {
        var extras = new ModelExtras(null, null, null, new BigDecimal(in).movePointLeft(1), false,
                Set.of(Capability.TOOLS, Capability.SCHEMA, Capability.VISION), List.of(), false);
        return new ModelEntry(new ModelInfo(id, id.substring(id.indexOf('/') + 1), 163_840, 16_384, new BigDecimal(in),
                new BigDecimal(out), true, null, retiredOn, retiredOn == null ? null : "deepseek/deepseek-v3.2",
                extras), true, null, null);
    }
}
