package app.pitot.store;

import app.pitot.base.Clocks;
import app.pitot.base.Texts;
import app.pitot.exchange.TextTap;
import app.pitot.history.Conversation;
import app.pitot.history.History;
import app.pitot.history.Hit;
import app.pitot.history.Message;
import app.pitot.history.Preset;
import app.pitot.history.SearchFailedException;
import app.pitot.history.Unsent;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The history in the database. What is read shows at once what was written before, whether or not the disk has taken it; what
 * the disk never takes is there until Pitot ends. Lone surrogates in texts become U+FFFD, times are kept to the
 * microsecond. Several processes may share the file: of two that save the same conversation, the later wins.
 */
public final class SqliteHistory implements History {
    /** What a search gives where the file cannot be read; told from an empty answer by identity. */
    private static final List<Hit> UNREADABLE = List.of(
            new Hit("", null, "", java.time.Instant.EPOCH, "", List.of()));
    /** How long a search waits for what is being written; what is not there then is looked through in memory. */
    private static final Duration PATIENCE = Duration.ofMillis(250);

    private final Database database;
    private final Clocks clocks;
    private final Instance instance;
    private final Pending<HistoryChange> pending;
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
    private final Map<String, PieceTap> taps = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("pitot-pieces").factory());
    private final OtherInstances others;
    private final KnownDamage damage = new KnownDamage(this::tell);
    private volatile Consumer<Set<String>> forgotten = _ -> {};
    // Guarded by this.
    private Future<?> begun;

    /** Touches no disk yet. @param database shared with the ledger; stays open at {@link #close} */
    public SqliteHistory(Database database, Clocks clocks) {
        this.database = database;
        this.pending = new Pending<>(database);
        this.clocks = clocks;
        this.instance = new Instance(database.folder());
        this.others = new OtherInstances(database, this::tell);
    }

    /** @param told on the database's thread, of the exchanges of each conversation that goes for good; must not block */
    public void onForgotten(Consumer<Set<String>> told) {
        forgotten = told;
    }

    /** Ends what died with other instances, ahead of the first use. Returns at once. */
    public void openSoon() {
        begin();
    }

    @Override
    public List<Conversation> conversations() {
        return read(List.<ConversationRow>of(), file -> ConversationRow.find(file, "ORDER BY seq"),
                (disk, waiting) -> PendingChanges.conversations(disk, waiting).stream()
                        .sorted(Comparator.comparing(Conversation::pinned).thenComparing(Conversation::changedAt)
                                .reversed())
                        .toList());
    }

    @Override
    public Optional<Conversation> conversation(String id) {
        return read(List.<ConversationRow>of(), file -> ConversationRow.find(file, "WHERE id = ?", Stored.text(id)),
                (disk, waiting) -> PendingChanges.conversations(disk, waiting).stream()
                        .filter(each -> each.id().equals(id)).findFirst());
    }

    @Override
    public List<Message> messages(String conversationId) {
        return read(Messages.NONE, file -> Messages.of(file, conversationId),
                (disk, waiting) -> PendingChanges.messages(conversationId, disk.all(), disk.deleted(), waiting));
    }

    @Override
    public List<Hit> search(String words, int limit) {
        Database.await(begin(), Database.BUSY_TIMEOUT);
        var wanted = SearchWords.of(words);
        if (!pending.all().isEmpty()) {
            Database.await(database.after(() -> {}), PATIENCE);
        }
        var found = database.look(UNREADABLE, file -> find(file, wanted, limit));
        if (found == null) {
            Database.await(database.write(SearchIndex::rebuild), Database.BUSY_TIMEOUT);
            found = database.look(UNREADABLE, file -> find(file, wanted, limit));
        }
        boolean failed = found == null || found == UNREADABLE;
        var waiting = pending.all();
        var all = new PendingSearch(wanted, waiting, this::conversation).over(failed ? List.of() : found, limit);
        if (failed) {
            throw new SearchFailedException(
                    Texts.get("history.search.failed", Texts.get("history.search.unreadable")), all);
        }
        return all;
    }

    @Override
    public String searchNote(String words) {
        return SearchWords.of(words).symbols() ? Texts.get("history.search.symbols", HistorySearch.SYMBOLS_IN) : "";
    }

    @Override
    public boolean damaged(String conversationId) {
        return damage.has(conversationId);
    }

    @Override
    public void lookForDamage() {
        Database.await(begin(), Database.BUSY_TIMEOUT);
        damage.look(database);
    }

    @Override
    public List<Preset> presets() {
        return read(List.<Preset>of(), PresetRow::all, PendingChanges::presets);
    }

    @Override
    public Optional<Spot> reply(String exchangeId) {
        openSoon();
        var found = new ArrayList<Spot>();
        database.read(file -> {
            try (var query = file.prepareStatement("""
                    SELECT m.conversation, m.id FROM message m JOIN conversation c ON c.id = m.conversation
                    WHERE m.exchange = ? AND c.deleted_us IS NULL LIMIT 1""")) {
                query.setString(1, Stored.text(exchangeId));
                try (var rows = query.executeQuery()) {
                    if (rows.next()) {
                        found.add(new Spot(rows.getString(1), rows.getString(2)));
                    }
                }
            }
        });
        return found.stream().findFirst();
    }

    @Override
    public Set<String> taken(Collection<String> ids) {
        openSoon();
        var found = new HashSet<String>();
        database.read(file -> found.addAll(TakenIds.of(file, ids)));
        for (var change : pending.all()) {
            switch (change) {
                case HistoryChange.Save save -> found.add(save.conversation().id());
                case HistoryChange.Add add -> found.add(add.message().id());
                default -> {
                    // Makes nothing.
                }
            }
        }
        found.retainAll(ids);
        return found;
    }

    @Override
    public void save(Conversation conversation) {
        write(new HistoryChange.Save(conversation), conversation.id());
    }

    @Override
    public void change(String conversationId, UnaryOperator<Conversation> change) {
        write(new HistoryChange.Change(conversationId, change), conversationId);
    }

    @Override
    public Unsent unsent(String conversationId) {
        return read(Unsent.NONE, file -> {
            var row = ConversationRow.byId(file, conversationId);
            return row == null ? Unsent.NONE : UnsentJson.find(file, row.setup());
        }, (disk, waiting) -> PendingChanges.unsent(conversationId, disk, waiting));
    }

    @Override
    public void keepUnsent(String conversationId, Unsent unsent) {
        write(new HistoryChange.KeepUnsent(conversationId, unsent), conversationId);
    }

    @Override
    public void add(Message message) {
        write(new HistoryChange.Add(message, instance.name()), message.conversationId());
    }

    @Override
    public TextTap tap(String messageId) {
        return taps.computeIfAbsent(messageId,
                id -> new PieceTap(id, timer, piece -> database.write(piece, piece.kept())));
    }

    @Override
    public void end(Message message) {
        var tap = taps.remove(message.id());
        if (tap != null) {
            tap.close();
        }
        write(new HistoryChange.End(message, instance.name()), message.conversationId());
    }

    @Override
    public void delete(String conversationId) {
        write(new HistoryChange.Delete(conversationId, clocks.now()), conversationId);
    }

    @Override
    public void restore(String conversationId) {
        write(new HistoryChange.Restore(conversationId), conversationId);
    }

    @Override
    public void purge(String conversationId) {
        // As a change, too: what is only read may come behind changes that were enqueued later.
        database.write(file -> forgotten.accept(HistoryChange.exchanges(file, Stored.text(conversationId))));
        write(new HistoryChange.Purge(conversationId), conversationId);
    }

    @Override
    public void savePreset(Preset preset) {
        write(new HistoryChange.SavePreset(preset), null);
    }

    @Override
    public void deletePreset(String name) {
        write(new HistoryChange.DeletePreset(name), null);
    }

    @Override
    public void onChange(Consumer<String> told) {
        listeners.add(told);
    }

    @Override
    public void refresh() {
        if (begun()) {
            others.look();
        }
    }

    /** Writes what is outstanding; a reply that still runs is kept so far. */
    @Override
    public void close() {
        taps.values().forEach(PieceTap::flush);
        timer.shutdown();
        if (begun()) {
            // Behind all that was enqueued: until then others must see that this instance lives.
            Database.await(database.after(instance::end), Database.BUSY_TIMEOUT);
        }
    }

    private void write(HistoryChange change, String conversationId) {
        openSoon();
        pending.write(change);
        if (conversationId != null) {
            tell(conversationId);
        }
    }

    /** Null if the index is damaged, which is no reason to call the file so. */
    private List<Hit> find(Connection file, SearchWords wanted, int limit) throws SQLException {
        try {
            return new HistorySearch(file, wanted, clocks.now()).run(limit);
        } catch (SQLException e) {
            if (SearchIndex.damaged(e)) {
                return null;
            }
            throw e;
        }
    }

    /** Starts with the housekeeping, once; whoever reads waits for that. */
    private synchronized Future<?> begin() {
        if (begun == null) {
            var housekeeping = new Housekeeping(instance, clocks.now());
            begun = database.write(housekeeping, () -> {
                housekeeping.ended().forEach(this::tell);
                forgotten.accept(housekeeping.forgotten());
            });
            others.begin();
        }
        return begun;
    }

    private synchronized boolean begun() {
        return begun != null;
    }

    private <D, T> T read(D nothing, Database.Lookup<D> lookup, Pending.Overlay<HistoryChange, D, T> overlay) {
        Database.await(begin(), Database.BUSY_TIMEOUT);
        return pending.read(nothing, lookup, overlay);
    }

    private void tell(String id) {
        listeners.forEach(each -> each.accept(id));
    }

    /** Of one conversation, as the disk has them. */
    private record Messages(List<Message> all, boolean deleted) {
        private static final Messages NONE = new Messages(List.of(), false);

        static Messages of(Connection file, String conversation) throws SQLException {
            var home = ConversationRow.byId(file, conversation);
            var all = new ArrayList<Message>();
            for (var row : MessageRow.find(file, "WHERE conversation = ? ORDER BY seq", Stored.text(conversation))) {
                var pictures = Pictures.find(file, row.pictures());
                all.add(Pieces.complete(file, row).message(pictures.pictures(), pictures.whole()));
            }
            return new Messages(all, home != null && home.deleted() != null);
        }
    }
}
