package app.pitot.store;

import app.pitot.usage.Grouping;
import app.pitot.usage.Span;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;

/** How past use was looked at, in the settings; what is absent or odd takes its default. */
final class UsageChoiceJson {
    private UsageChoiceJson() {}

    static UsageChoice read(JsonNode node) {
        var defaults = UsageChoice.DEFAULT;
        var by = Arrays.stream(Grouping.values()).filter(each -> each.name().equals(node.path("by").asText()))
                .findFirst().orElse(defaults.by());
        var colours = new LinkedHashMap<String, Integer>();
        node.path("colours").properties().forEach(each -> {
            if (each.getValue().isInt()) {
                colours.put(each.getKey(), each.getValue().asInt());
            }
        });
        return new UsageChoice(span(node, defaults.span()), by,
                node.path("simulated").isBoolean() ? (Boolean) node.path("simulated").asBoolean() : null, colours);
    }

    private static Span span(JsonNode node, Span otherwise) {
        try {
            var kind = Span.Kind.valueOf(node.path("span").asText());
            return kind == Span.Kind.OWN
                    ? Span.own(LocalDate.parse(node.path("from").asText()), LocalDate.parse(node.path("to").asText()))
                    : Span.of(kind);
        } catch (IllegalArgumentException | DateTimeException odd) {
            return otherwise;
        }
    }

    static void write(UsageChoice choice, ObjectNode node) {
        node.put("span", choice.span().kind().name()).put("by", choice.by().name());
        if (choice.span().kind() == Span.Kind.OWN) {
            node.put("from", choice.span().from().toString()).put("to", choice.span().to().toString());
        }
        if (choice.simulated() == null) {
            node.remove("simulated");
        } else {
            node.put("simulated", choice.simulated());
        }
        var colours = node.putObject("colours");
        choice.colours().forEach(colours::put);
    }
}
