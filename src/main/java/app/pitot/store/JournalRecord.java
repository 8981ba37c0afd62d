package app.pitot.store;

import app.pitot.api.ChatImage;
import app.pitot.history.Conversation;
import app.pitot.history.Message;
import app.pitot.history.Picture;
import app.pitot.history.Preset;
import app.pitot.history.ReplyFacts;
import app.pitot.history.Unsent;
import app.pitot.history.json.FactsJson;
import app.pitot.history.json.SetupJson;
import app.pitot.history.json.ToolCallsJson;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * How a change stands in the journal, as JSON: whatever carries what the user wrote, what a reply said, and what a request
 * took, what the user named, pinned and deleted, and what was compared.
 */
final class JournalRecord {
    private JournalRecord() {}

    /** Null for a change that is not journalled. */
    static byte[] write(Database.Change change) {
        var node = JsonNodeFactory.instance.objectNode();
        switch (change) {
            case HistoryChange.Save save -> node.put("kind", "save").set("conversation", write(save.conversation()));
            case HistoryChange.Add add -> node.put("kind", "add").put("owner", add.owner()).set("message",
                    write(add.message()));
            case HistoryChange.End end -> node.put("kind", "end").put("owner", end.owner()).set("message",
                    write(end.message()));
            case HistoryChange.Change edit -> {
                var patch = Patch.of(edit.change());
                if (patch == null) {
                    return null;
                }
                node.put("kind", "change").put("id", edit.id()).set("patch", patch.json());
            }
            case HistoryChange.KeepUnsent keep -> {
                node.put("kind", "unsent").put("id", keep.id()).set("results",
                        UnsentJson.results(keep.unsent().results()));
                node.set("pictures", write(keep.unsent().pictures()));
            }
            case HistoryChange.Delete delete -> node.put("kind", "delete").put("id", delete.id()).put("at",
                    Stored.micros(delete.at()));
            case HistoryChange.Restore restore -> node.put("kind", "restore").put("id", restore.id());
            case HistoryChange.Purge purge -> node.put("kind", "purge").put("id", purge.id());
            case HistoryChange.SavePreset save -> node.put("kind", "preset").put("name", save.preset().name())
                    .set("setup", SetupJson.write(save.preset().setup(), node.objectNode()));
            case HistoryChange.DeletePreset delete -> node.put("kind", "presetGone").put("name", delete.name());
            case Pieces.Piece piece -> node.put("kind", "piece").put("message", piece.message())
                    .put("part", piece.part()).put("answer", piece.answer()).put("reasoning", piece.reasoning());
            case ComparisonChange compared -> ComparisonRecord.write(compared, node);
            case LedgerRow.Begin begin -> node.put("kind", "begin").set("begin", write(begin));
            case LedgerRow.End end -> {
                node.put("kind", "exchange").set("begin", write(end.begin()));
                var values = node.putArray("values");
                for (var value : end.values()) {
                    values.addPOJO(value);
                }
                if (end.result() != null) {
                    node.put("answer", end.result().answer()).put("reasoning", end.result().reasoning())
                            .set("facts", FactsJson.write(ReplyFacts.of(end.result())));
                }
            }
            default -> {
                return null;
            }
        }
        return Stored.json(node).getBytes(StandardCharsets.UTF_8);
    }

    /** Null for what is none. */
    static Database.Change read(byte[] record) {
        var node = Stored.json(new String(record, StandardCharsets.UTF_8));
        try {
            return switch (node.path("kind").asText()) {
                case "save" -> new HistoryChange.Save(conversation(node.path("conversation")));
                case "add" -> new HistoryChange.Add(message(node.path("message")), text(node, "owner"));
                case "end" -> new HistoryChange.End(message(node.path("message")), text(node, "owner"));
                case "change" -> new HistoryChange.Change(text(node, "id"), Patch.read(node.path("patch")));
                case "unsent" -> new HistoryChange.KeepUnsent(text(node, "id"),
                        new Unsent(pictures(node.path("pictures")), UnsentJson.results(node.path("results")), 0));
                case "delete" -> new HistoryChange.Delete(text(node, "id"), Stored.instant(node.path("at").asLong()));
                case "restore" -> new HistoryChange.Restore(text(node, "id"));
                case "purge" -> new HistoryChange.Purge(text(node, "id"));
                case "preset" -> new HistoryChange.SavePreset(
                        new Preset(text(node, "name"), SetupJson.read(node.path("setup"))));
                case "presetGone" -> new HistoryChange.DeletePreset(text(node, "name"));
                case "piece" -> new Pieces.Piece(text(node, "message"), node.path("part").asInt(),
                        text(node, "answer"), text(node, "reasoning"), () -> {});
                case "begin" -> begin(node.path("begin"));
                case "exchange" -> new Exchange(end(node), text(node, "answer"), text(node, "reasoning"),
                        FactsJson.read(node.path("facts")));
                default -> ComparisonRecord.read(node);
            };
        } catch (RuntimeException e) {
            org.slf4j.LoggerFactory.getLogger(JournalRecord.class).warn("a record of the journal makes no sense: {}",
                    e.getClass().getSimpleName());
            return null;
        }
    }

    /** The end of an exchange and of its reply. */
    record Exchange(LedgerRow.End row, String answer, String reasoning, ReplyFacts facts) implements Database.Change {
        @Override
        public void write(Connection connection) throws SQLException {
            row.write(connection);
            if (facts != null) {
                HistoryChange.End.of(connection, row.begin().exchangeId(), answer, reasoning, facts);
            }
        }
    }

    private static ObjectNode write(LedgerRow.Begin begin) {
        return JsonNodeFactory.instance.objectNode().put("id", begin.id()).put("at", Stored.micros(begin.at()))
                .put("provider", begin.provider()).put("account", begin.account()).put("model", begin.model())
                .put("reserved", begin.reserved()).put("exchange", begin.exchange()).put("attempt", begin.attempt());
    }

    private static LedgerRow.Begin begin(JsonNode node) {
        return new LedgerRow.Begin(text(node, "id"), Stored.instant(node.path("at").asLong()), text(node, "provider"),
                text(node, "account"), text(node, "model"), node.path("reserved").asLong(), text(node, "exchange"),
                node.path("attempt").isInt() ? Integer.valueOf(node.path("attempt").asInt()) : null);
    }

    private static LedgerRow.End end(JsonNode node) {
        var values = new ArrayList<Object>();
        for (var each : node.path("values")) {
            values.add(switch (each) {
                case NullNode _ -> null;
                case JsonNode n when n.isBoolean() -> n.booleanValue();
                case JsonNode n when n.isIntegralNumber() -> n.longValue();
                case JsonNode n when n.isNumber() -> n.doubleValue();
                default -> each.asText();
            });
        }
        return LedgerRow.End.read(begin(node.path("begin")), values.toArray());
    }

    private static ObjectNode write(Message m) {
        var node = JsonNodeFactory.instance.objectNode().put("id", m.id()).put("conversation", m.conversationId())
                .put("parent", m.parentId()).put("kind", Stored.word(m.kind())).put("at", Stored.micros(m.at()))
                .put("text", m.text()).put("reasoning", m.reasoning()).put("call", m.toolCallId())
                .put("exchange", m.exchangeId()).put("state", Stored.word(m.state())).put("damaged", m.damaged());
        node.set("pictures", write(m.pictures()));
        var calls = node.putArray("calls");
        m.toolCalls().forEach(each -> calls.add(ToolCallsJson.write(each)));
        if (m.facts() != null) {
            node.set("facts", FactsJson.write(m.facts()));
        }
        return node;
    }

    private static Message message(JsonNode node) throws IllegalArgumentException {
        return new Message(text(node, "id"), text(node, "conversation"), text(node, "parent"),
                Stored.word(text(node, "kind"), Message.Kind.QUESTION), Stored.instant(node.path("at").asLong()),
                text(node, "text"), text(node, "reasoning"), pictures(node.path("pictures")),
                ToolCallsJson.read(node.path("calls")), text(node, "call"), text(node, "exchange"),
                Stored.word(text(node, "state"), Message.State.FAILED), FactsJson.read(node.path("facts")),
                node.path("damaged").asBoolean());
    }

    private static ArrayNode write(List<Picture> pictures) {
        var array = JsonNodeFactory.instance.arrayNode();
        for (var each : pictures) {
            array.addObject().put("type", each.image().mediaType()).put("bytes", each.image().bytes())
                    .put("name", each.name()).put("width", each.width()).put("height", each.height());
        }
        return array;
    }

    private static List<Picture> pictures(JsonNode array) {
        var found = new ArrayList<Picture>();
        for (var each : array) {
            try {
                found.add(new Picture(new ChatImage(text(each, "type"), each.path("bytes").binaryValue()),
                        text(each, "name"), each.path("width").asInt(), each.path("height").asInt()));
            } catch (IOException e) {
                throw new IllegalArgumentException(e);
            }
        }
        return found;
    }

    private static ObjectNode write(Conversation c) {
        var node = JsonNodeFactory.instance.objectNode().put("id", c.id()).put("title", c.title())
                .put("titled", c.titled()).put("pinned", c.pinned()).put("created", Stored.micros(c.createdAt()))
                .put("changed", Stored.micros(c.changedAt())).put("leaf", c.leafId()).put("draft", c.draft());
        node.set("setup", SetupJson.write(c.setup(), node.objectNode()));
        return node;
    }

    private static Conversation conversation(JsonNode node) {
        return new Conversation(text(node, "id"), text(node, "title"), node.path("titled").asBoolean(),
                node.path("pinned").asBoolean(), Stored.instant(node.path("created").asLong()),
                Stored.instant(node.path("changed").asLong()), text(node, "leaf"), text(node, "draft"),
                SetupJson.read(node.path("setup")));
    }

    private static String text(JsonNode node, String name) {
        var found = node.path(name);
        return found.isTextual() ? found.textValue() : null;
    }

    /** True if what a process that ended left in its journal is in the database now. */
    static boolean replay(Connection connection, byte[] record) throws SQLException {
        var change = read(record);
        if (change == null) {
            return false;
        }
        try {
            Transactions.write(connection, List.of(change));
            return true;
        } catch (SQLException e) {
            if (DatabaseFile.unacceptable(e)) {
                return false;
            }
            throw e;
        }
    }
}
