package app.pitot.store;

import app.pitot.catalogue.Listing;
import app.pitot.catalogue.ModelEntry;
import app.pitot.catalogue.Remembered;
import app.pitot.provider.ModelInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The shape of a cached list. Models are read and written one by one, for there may be very many. */
final class CatalogueJson {
    static final int SCHEMA_VERSION = 1;

    private static final ObjectMapper JSON = new ObjectMapper();

    private CatalogueJson() {}

    static void write(Remembered heard, OutputStream to) throws IOException {
        try (var out = JSON.createGenerator(to)) {
            out.writeStartObject();
            out.writeNumberField("schemaVersion", SCHEMA_VERSION);
            out.writeStringField("baseUrl", heard.baseUrl());
            if (heard.fetchedAt() != null) {
                out.writeStringField("fetchedAt", heard.fetchedAt().toString());
            }
            models(out, "own", heard.own());
            models(out, "public", heard.open());
            out.writeArrayFieldStart("changes");
            for (var change : heard.changes()) {
                out.writeStartObject();
                out.writeStringField("kind", change.kind().name());
                out.writeStringField("model", change.modelId());
                out.writeStringField("detail", change.detail());
                out.writeStringField("at", change.at().toString());
                out.writeEndObject();
            }
            out.writeEndArray();
            gone(out, heard.gone());
            out.writeEndObject();
        }
    }

    private static void models(JsonGenerator out, String name, List<ModelInfo> models)
            throws IOException {
        if (models == null) {
            return;
        }
        out.writeArrayFieldStart(name);
        for (var model : models) {
            ModelJson.write(model, out);
        }
        out.writeEndArray();
    }

    private static void gone(JsonGenerator out, Map<String, ModelEntry.Gone> gone) throws IOException {
        out.writeArrayFieldStart("gone");
        for (var each : gone.entrySet()) {
            out.writeStartObject();
            out.writeStringField("model", each.getKey());
            out.writeStringField("at", each.getValue().at().toString());
            out.writeStringField("reason", each.getValue().reason());
            if (each.getValue().successor() != null) {
                out.writeStringField("successor", each.getValue().successor());
            }
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    /**
     * Fields that are not known are passed over.
     *
     * @throws IOException if it is no JSON, is cut off, or lacks what it must have
     */
    static Remembered read(InputStream from) throws IOException {
        try (var in = JSON.createParser(from)) {
            var fields = new Fields();
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new JsonMappingException(in, "not an object");
            }
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                fields.read(in.currentName(), in);
            }
            if (in.currentToken() != JsonToken.END_OBJECT || fields.baseUrl == null || in.nextToken() != null) {
                throw new JsonMappingException(in, "not a whole list");
            }
            return new Remembered(fields.baseUrl, fields.fetchedAt, fields.own, fields.open, fields.changes,
                    fields.gone);
        } catch (RuntimeException e) {
            // A date that is none, a kind that is unknown: the file is not what we wrote.
            throw new JsonMappingException(null, "an odd value", e);
        }
    }

    private static final class Fields {
        private String baseUrl;
        private Instant fetchedAt;
        private List<ModelInfo> own;
        private List<ModelInfo> open;
        private List<Listing.Change> changes = List.of();
        private final Map<String, ModelEntry.Gone> gone = new HashMap<>();

        void read(String name, JsonParser in) throws IOException {
            in.nextToken();
            switch (name) {
                case "baseUrl" -> baseUrl = in.getText();
                case "fetchedAt" -> fetchedAt = Instant.parse(in.getText());
                case "own" -> own = list(in, ModelJson::read);
                case "public" -> open = list(in, ModelJson::read);
                case "changes" -> changes = list(in, Fields::change);
                case "gone" -> list(in, node -> gone.put(ModelJson.text(node, "model"), gone(node)));
                default -> in.skipChildren();
            }
        }

        private static <T> List<T> list(JsonParser in, Function<JsonNode, T> read) throws IOException {
            if (in.currentToken() != JsonToken.START_ARRAY) {
                throw new JsonMappingException(in, "not a list");
            }
            var items = new ArrayList<T>();
            while (in.nextToken() != JsonToken.END_ARRAY) {
                if (in.currentToken() == null) {
                    throw new JsonMappingException(in, "cut off");
                }
                items.add(read.apply(JSON.readTree(in)));
            }
            return items;
        }

        private static Listing.Change change(JsonNode node) {
            return new Listing.Change(Listing.Change.Kind.valueOf(node.path("kind").asText()),
                    node.path("model").asText(), node.path("detail").asText(), Instant.parse(node.path("at").asText()));
        }

        private static ModelEntry.Gone gone(JsonNode node) {
            return new ModelEntry.Gone(Instant.parse(node.path("at").asText()), node.path("reason").asText(),
                    ModelJson.text(node, "successor"));
        }
    }
}
