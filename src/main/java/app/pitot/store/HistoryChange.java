package app.pitot.store;

import app.pitot.exchange.ExchangeResult;
import app.pitot.history.Conversation;
import app.pitot.history.Message;
import app.pitot.history.Preset;
import app.pitot.history.ReplyFacts;
import app.pitot.history.Unsent;
import app.pitot.history.json.SetupJson;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What one call of the history changes. Doing it twice changes nothing, so that a failed one can be repeated. */
sealed interface HistoryChange extends Database.Change {
    /** Makes a conversation or replaces what is kept of it. */
    record Save(Conversation conversation) implements HistoryChange {
        @Override
        public void write(Connection connection) throws SQLException {
            var old = ConversationRow.byId(connection, conversation.id());
            if (old == null) {
                int next = Sql.number(connection, "SELECT coalesce(max(seq), 0) + 1 FROM conversation");
                var row = ConversationRow.of(next, conversation, null, null);
                row.write(connection);
                SearchIndex.add(connection, row);
                return;
            }
            var row = ConversationRow.of(old.seq(), conversation, old.setup(), old.deleted());
            boolean renamed = !row.title().equals(old.title());
            if (renamed && old.good()) {
                SearchIndex.remove(connection, old);
            }
            row.write(connection);
            if (!old.good()) {
                SearchIndex.rebuild(connection);
            } else if (renamed) {
                SearchIndex.add(connection, row);
            }
        }
    }

    /**
     * Changes a conversation as it is, if it is there.
     *
     * @param change gives the same for the same
     */
    record Change(String id, UnaryOperator<Conversation> change) implements HistoryChange {
        @Override
        public void write(Connection connection) throws SQLException {
            var row = ConversationRow.byId(connection, id);
            if (row != null) {
                new Save(change.apply(row.conversation())).write(connection);
            }
        }
    }

    /** What waits in a conversation to be sent, beside the text of its draft. */
    record KeepUnsent(String id, Unsent unsent) implements HistoryChange {
        @Override
        public void write(Connection connection) throws SQLException {
            var row = ConversationRow.byId(connection, id);
            if (row == null) {
                return;
            }
            var next = row.withSetup(UnsentJson.put(connection, row.setup(), unsent));
            if (!next.equals(row)) {
                next.write(connection);
                Pictures.forget(connection, UnsentJson.pictures(row.setup()));
            }
        }
    }

    /** @param owner who streams it, if it is streamed */
    record Add(Message message, String owner) implements HistoryChange {
        @Override
        public void write(Connection connection) throws SQLException {
            if (MessageRow.byId(connection, message.id()) != null) {
                return;
            }
            int next = Sql.number(connection, "SELECT coalesce(max(seq), 0) + 1 FROM message");
            var row = MessageRow.of(next, message, owner, Pictures.keep(connection, message.pictures()));
            row.write(connection);
            SearchIndex.add(connection, row);
        }
    }

    /** A message's last state. */
    record End(Message message, String owner) implements HistoryChange {
        @Override
        public void write(Connection connection) throws SQLException {
            var old = MessageRow.byId(connection, message.id());
            if (old != null) {
                replace(connection, old, MessageRow.of(old.seq(), message, owner,
                        Pictures.keep(connection, message.pictures())));
            } else if (ConversationRow.byId(connection, message.conversationId()) != null) {
                // Gone with a damaged file, not purged.
                new Add(message, owner).write(connection);
            }
        }

        /** The reply of an exchange that ended, unless its end is known already. */
        static void of(Connection connection, ExchangeResult result) throws SQLException {
            of(connection, result.id(), result.answer(), result.reasoning(), ReplyFacts.of(result));
        }

        static void of(Connection connection, String exchange, String answer, String reasoning, ReplyFacts facts)
                throws SQLException {
            for (var row : MessageRow.find(connection, "WHERE exchange = ?", exchange)) {
                if (row.streaming() || row.abandoned()) {
                    var reply = row.message(List.of(), true).ended(answer, reasoning, facts);
                    replace(connection, row, MessageRow.of(row.seq(), reply, null, row.pictures()));
                }
            }
        }

        static void replace(Connection connection, MessageRow old, MessageRow next) throws SQLException {
            if (next.equals(old)) {
                return;
            }
            boolean same = old.good() && !old.streaming() && old.text().equals(next.text())
                    && old.reasoning().equals(next.reasoning());
            if (!same && old.good()) {
                SearchIndex.remove(connection, old);
            }
            next.write(connection);
            Pieces.forget(connection, next.id());
            if (!old.good()) {
                SearchIndex.rebuild(connection);
            } else if (!same) {
                SearchIndex.add(connection, next);
            }
            if (!next.pictures().equals(old.pictures())) {
                Pictures.forget(connection, old.pictures());
            }
        }
    }

    record Delete(String id, Instant at) implements HistoryChange {
        @Override
        public void write(Connection connection) throws SQLException {
            var row = ConversationRow.byId(connection, id);
            // The later time holds: what is deleted anew is to be kept from its purge for as long again.
            if (row != null && (row.deleted() == null || row.deleted() < Stored.micros(at))) {
                row.withDeleted(Stored.micros(at)).write(connection);
            }
        }
    }

    record Restore(String id) implements HistoryChange {
        @Override
        public void write(Connection connection) throws SQLException {
            var row = ConversationRow.byId(connection, id);
            if (row != null && row.deleted() != null) {
                row.withDeleted(null).write(connection);
            }
        }
    }

    /** What the conversation's replies are called in the ledger. */
    static Set<String> exchanges(Connection connection, String conversation) throws SQLException {
        var found = new HashSet<String>();
        try (var query = connection.prepareStatement(
                "SELECT DISTINCT exchange FROM message WHERE conversation = ? AND exchange IS NOT NULL")) {
            Sql.bind(query, conversation);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
        }
        return found;
    }

    /** Only of what was deleted. */
    record Purge(String id) implements HistoryChange {
        @Override
        public void write(Connection connection) throws SQLException {
            var row = ConversationRow.byId(connection, id);
            if (row == null || row.deleted() == null) {
                return;
            }
            boolean known = row.good();
            if (known) {
                SearchIndex.remove(connection, row);
            }
            var messages = MessageRow.find(connection, "WHERE conversation = ?", row.id());
            for (var message : messages) {
                known &= message.good();
                if (message.good()) {
                    SearchIndex.remove(connection, message);
                }
                Pieces.forget(connection, message.id());
            }
            run(connection, "DELETE FROM message WHERE conversation = ?", row.id());
            run(connection, "DELETE FROM conversation WHERE id = ?", row.id());
            Pictures.forget(connection, UnsentJson.pictures(row.setup()));
            for (var message : messages) {
                Pictures.forget(connection, message.pictures());
            }
            if (!known) {
                SearchIndex.rebuild(connection);
            }
        }

        /** The log still has what was removed. */
        @Override
        public boolean leavesTraces() {
            return true;
        }
    }

    record SavePreset(Preset preset) implements HistoryChange {
        @Override
        public void write(Connection connection) throws SQLException {
            var old = PresetRow.byName(connection, preset.name());
            var setup = SetupJson.write(preset.setup(), Stored.object(old == null ? null : old.setup()));
            new PresetRow(Stored.text(preset.name()), Stored.json(setup)).write(connection);
        }
    }

    record DeletePreset(String name) implements HistoryChange {
        @Override
        public void write(Connection connection) throws SQLException {
            run(connection, "DELETE FROM preset WHERE name = ?", Stored.text(name));
        }
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            Sql.bind(statement, values);
            statement.executeUpdate();
        }
    }
}
