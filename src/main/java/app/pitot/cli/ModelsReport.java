package app.pitot.cli;

import app.pitot.catalogue.Listing;
import app.pitot.catalogue.ModelEntry;
import app.pitot.provider.Account;
import app.pitot.provider.Catalogue;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;

/** What {@code models --json} prints. Every field is always there; what is unknown is null. Prices in USD per million. */
final class ModelsReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ModelsReport() {}

    static String of(Catalogue catalogue, Map<Account, Listing> listings) {
        var root = JSON.createObjectNode();
        root.putObject("shipped").put("asOf", catalogue.modelsAsOf().toString()).put("source",
                catalogue.modelsSource());
        var lists = root.putArray("lists");
        listings.forEach((account, listing) -> list(lists.addObject(), account, listing));
        return write(root);
    }

    private static void list(ObjectNode node, Account account, Listing listing) {
        node.put("provider", account.provider().id()).put("name", account.name()).put("baseUrl", account.baseUrl());
        node.put("fetchedAt", text(listing.fetchedAt())).put("stale", listing.stale()).put("problem",
                listing.problem());
        var models = node.putArray("models");
        listing.models().forEach(entry -> model(models.addObject(), account, entry));
        var changes = node.putArray("changes");
        listing.changes().forEach(change -> changes.addObject()
                .put("kind", change.kind().name().toLowerCase(Locale.ROOT)).put("model", change.modelId())
                .put("detail", change.detail()).put("at", change.at().toString()));
    }

    private static void model(ObjectNode node, Account account, ModelEntry entry) {
        var model = entry.model();
        var extras = model.extras();
        node.put("id", model.id()).put("name", model.name()).put("vendor", extras.vendor())
                .put("listed", entry.listed()).put("contextTokens", model.contextTokens())
                .put("contextTokensUnderPlan", model.contextUnder(account.plan()))
                .put("freeContextTokens", extras.freeContextTokens()).put("maxOutputTokens", model.maxOutputTokens())
                .put("freeMaxOutputTokens", extras.freeMaxOutputTokens()).put("inputPrice", model.inputPrice())
                .put("cachedInputPrice", extras.cachedInputPrice()).put("outputPrice", model.outputPrice())
                .put("priceUnverified", extras.priceUnverified()).put("reasons", model.reasons());
        if (extras.capabilities() == null) {
            node.putNull("capabilities");
        } else {
            var can = node.putArray("capabilities");
            extras.capabilities().stream().sorted().forEach(each -> can.add(each.name().toLowerCase(Locale.ROOT)));
        }
        var efforts = node.putArray("efforts");
        extras.efforts().forEach(efforts::add);
        node.put("publishedTokensPerSecond", model.publishedSpeed()).put("preview", extras.preview())
                .put("deprecated", extras.deprecated()).put("retiredOn", text(model.retiredOn()))
                .put("replacement", model.replacement());
        gone(node, entry.gone());
        measured(node, entry.measured());
    }

    private static void gone(ObjectNode node, ModelEntry.Gone gone) {
        if (gone == null) {
            node.putNull("gone");
        } else {
            node.putObject("gone").put("at", gone.at().toString()).put("reason", gone.reason()).put("successor",
                    gone.successor());
        }
    }

    private static void measured(ObjectNode node, ModelEntry.Measured measured) {
        if (measured == null) {
            node.putNull("measured");
        } else {
            node.putObject("measured").put("runs", measured.runs()).put("ttftMs", measured.ttftMs())
                    .put("outputTokensPerSecond", measured.outputTps()).put("last", measured.last().toString());
        }
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    private static String write(ObjectNode root) {
        try {
            return JSON.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .with(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN).writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values can always be written", e);
        }
    }
}
