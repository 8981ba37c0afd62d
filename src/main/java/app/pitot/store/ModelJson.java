package app.pitot.store;

import app.pitot.provider.Capability;
import app.pitot.provider.ModelExtras;
import app.pitot.provider.ModelInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** The shape of one model in a cached list: what is unknown is left out. */
final class ModelJson {
    private ModelJson() {}

    static void write(ModelInfo model, JsonGenerator out) throws IOException {
        var extras = model.extras();
        out.writeStartObject();
        out.writeStringField("id", model.id());
        text(out, "name", model.name().equals(model.id()) ? null : model.name());
        number(out, "context", model.contextTokens());
        number(out, "output", model.maxOutputTokens());
        text(out, "in", plain(model.inputPrice()));
        text(out, "out", plain(model.outputPrice()));
        flag(out, "reasons", model.reasons());
        number(out, "speed", model.publishedSpeed());
        text(out, "retiredOn", model.retiredOn() == null ? null : model.retiredOn().toString());
        text(out, "replacement", model.replacement());
        text(out, "vendor", extras.vendor());
        number(out, "freeContext", extras.freeContextTokens());
        number(out, "freeOutput", extras.freeMaxOutputTokens());
        text(out, "cachedIn", plain(extras.cachedInputPrice()));
        flag(out, "priceUnverified", extras.priceUnverified() ? true : null);
        if (extras.capabilities() != null) {
            out.writeArrayFieldStart("capabilities");
            for (var each : extras.capabilities()) {
                out.writeString(each.name());
            }
            out.writeEndArray();
        }
        if (!extras.efforts().isEmpty()) {
            out.writeArrayFieldStart("efforts");
            for (var each : extras.efforts()) {
                out.writeString(each);
            }
            out.writeEndArray();
        }
        flag(out, "preview", extras.preview() ? true : null);
        flag(out, "deprecated", extras.deprecated() ? true : null);
        out.writeEndObject();
    }

    /** @throws RuntimeException if it is none of ours */
    static ModelInfo read(JsonNode node) {
        var id = text(node, "id");
        if (id == null) {
            throw new IllegalArgumentException("a model without an id");
        }
        var name = text(node, "name");
        var retired = text(node, "retiredOn");
        return new ModelInfo(id, name == null ? id : name, number(node, "context"), number(node, "output"),
                decimal(node, "in"), decimal(node, "out"), node.path("reasons").isBoolean()
                        ? Boolean.valueOf(node.path("reasons").booleanValue())
                        : null,
                number(node, "speed"), retired == null ? null : LocalDate.parse(retired), text(node, "replacement"),
                extras(node));
    }

    /** Null unless the field is a text. */
    static String text(JsonNode node, String name) {
        return node.path(name).textValue();
    }

    private static ModelExtras extras(JsonNode node) {
        var efforts = new ArrayList<String>();
        node.path("efforts").forEach(each -> efforts.add(each.asText()));
        return new ModelExtras(text(node, "vendor"), number(node, "freeContext"), number(node, "freeOutput"),
                decimal(node, "cachedIn"), node.path("priceUnverified").asBoolean(false), capabilities(node), efforts,
                node.path("preview").asBoolean(false), node.path("deprecated").asBoolean(false));
    }

    /** One that a later version added is passed over. */
    private static Set<Capability> capabilities(JsonNode node) {
        if (!node.path("capabilities").isArray()) {
            return null;
        }
        var found = EnumSet.noneOf(Capability.class);
        node.path("capabilities").forEach(word -> Arrays.stream(Capability.values())
                .filter(each -> each.name().equals(word.asText())).forEach(found::add));
        return found;
    }

    private static BigDecimal decimal(JsonNode node, String name) {
        var text = text(node, name);
        return text == null ? null : new BigDecimal(text);
    }

    private static Integer number(JsonNode node, String name) {
        return node.path(name).isInt() ? Integer.valueOf(node.path(name).intValue()) : null;
    }

    private static String plain(BigDecimal value) {
        return value == null ? null : value.toPlainString();
    }

    private static void text(JsonGenerator out, String name, String value) throws IOException {
        if (value != null) {
            out.writeStringField(name, value);
        }
    }

    private static void number(JsonGenerator out, String name, Integer value) throws IOException {
        if (value != null) {
            out.writeNumberField(name, value);
        }
    }

    private static void flag(JsonGenerator out, String name, Boolean value) throws IOException {
        if (value != null) {
            out.writeBooleanField(name, value);
        }
    }
}
