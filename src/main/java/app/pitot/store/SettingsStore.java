package app.pitot.store;

import app.pitot.base.Clocks;
import app.pitot.base.Texts;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code settings.json} in the configuration folder. Each change is made to what is on the disk at that moment, so that
 * neither two parts of the app nor two processes undo each other's. The one saved before stays as {@code settings.json.bak}.
 * Safe from any thread.
 */
public final class SettingsStore {
    static final String FILE = "settings.json";

    private static final Logger LOG = LoggerFactory.getLogger(SettingsStore.class);
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    /** A hundred thousand accounts are shorter. */
    private static final long MAX_BYTES = 64L * 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Path file;
    private final Path oldPlace;
    private final Clocks clocks;
    private final Consumer<StoreProblem> problems;
    private final Duration patience;
    /** What could not be saved yet; done again at the next change. */
    private final List<UnaryOperator<Settings>> unsaved = new ArrayList<>();
    private ObjectNode root = JSON.createObjectNode();
    private boolean loaded;
    private volatile Settings current = Settings.DEFAULT;

    /** @param problems told of trouble, on the calling thread */
    public SettingsStore(Folders folders, Clocks clocks, Consumer<StoreProblem> problems) {
        this(folders, clocks, problems, PATIENCE);
    }

    /** Everything in one folder. */
    public SettingsStore(Path folder, Clocks clocks, Consumer<StoreProblem> problems) {
        this(Folders.in(folder), clocks, problems);
    }

    SettingsStore(Folders folders, Clocks clocks, Consumer<StoreProblem> problems, Duration patience) {
        this.file = folders.configuration().resolve(FILE);
        this.oldPlace = folders.data().resolve(FILE);
        this.clocks = clocks;
        this.problems = problems;
        this.patience = patience;
    }

    /** As last read or changed; the defaults before {@link #load}. Never blocks. */
    public Settings current() {
        return current;
    }

    /**
     * Reads what was saved; the defaults if nothing was. A broken file is renamed and the one saved before it used. Blocks
     * on the disk.
     */
    public synchronized Settings load() {
        try {
            if (!Files.exists(file) && !Files.exists(backup())) {
                takeOverFromDataFolder();
            }
            reread();
            int unreadable = AccountsJson.unreadable(root.path("accounts"));
            if (unreadable > 0) {
                problems.accept(new StoreProblem(StoreProblem.Kind.NEWER, file,
                        Texts.get("store.settings.accounts", unreadable)));
            }
            int odd = BudgetsJson.unreadable(root.path("budgets"));
            if (odd > 0) {
                problems.accept(new StoreProblem(StoreProblem.Kind.NEWER, file,
                        Texts.get("store.settings.budgets", odd)));
            }
        } catch (IOException e) {
            problems.accept(unusable());
        }
        loaded = true;
        current = SettingsJson.read(root);
        return current;
    }

    /**
     * Changes the settings as they are on the disk now and saves them. Trouble is reported, never thrown: the change then
     * holds until the app ends and is saved with the next one. Blocks on the disk.
     *
     * @param change may be called more than once; has no effect of its own
     * @return as they are now
     */
    public synchronized Settings update(UnaryOperator<Settings> change) {
        if (!loaded) {
            load();
        }
        var held = change.apply(current);
        unsaved.add(change);
        try {
            DataFolder.create(file.getParent());
            try (var _ = FileTurn.take(file.resolveSibling(FILE + ".lock"), clocks, patience)) {
                reread();
                held = saveWithAllUnsaved();
            }
        } catch (FileTurn.Busy e) {
            problems.accept(new StoreProblem(StoreProblem.Kind.LOCKED, file,
                    Texts.get("store.settings.locked", file.toString())));
        } catch (IOException e) {
            problems.accept(unusable());
        }
        current = held;
        return held;
    }

    /**
     * Reads what another process may have saved meanwhile; what could not be saved here yet holds on top of it. A file that
     * cannot be read changes nothing. Blocks on the disk.
     */
    public synchronized Settings refresh() {
        if (!loaded) {
            return load();
        }
        try {
            if (Files.exists(file)) {
                root = read(file);
                var now = SettingsJson.read(root);
                for (var change : unsaved) {
                    now = change.apply(now);
                }
                current = now;
            }
        } catch (IOException e) {
            // The next change says so, and keeps aside what is damaged.
            LOG.info("the settings cannot be read anew: {}", e.getClass().getSimpleName());
        }
        return current;
    }

    /** False if a change holds in memory alone, because the disk refused it. */
    public synchronized boolean saved() {
        return unsaved.isEmpty();
    }

    private Settings saveWithAllUnsaved() throws IOException {
        var now = SettingsJson.read(root);
        for (var change : unsaved) {
            now = change.apply(now);
        }
        var next = root.deepCopy();
        SettingsJson.write(now, next);
        SafeFile.replace(file, backup(), JSON.writeValueAsBytes(next));
        root = next;
        unsaved.clear();
        return now;
    }

    /** @throws IOException if the file is there and cannot be read: it must then not be overwritten */
    private void reread() throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try {
            root = read(file);
        } catch (JsonProcessingException e) {
            recover();
        }
    }

    /**
     * Before there was a configuration folder, the settings lay beside the ledger. That file is copied once and stays as it
     * is, for an older Pitot.
     */
    private void takeOverFromDataFolder() throws IOException {
        if (oldPlace.equals(file) || !Files.exists(oldPlace)) {
            return;
        }
        try {
            read(oldPlace);
            SafeFile.replace(file, backup(), Files.readAllBytes(oldPlace));
        } catch (JsonProcessingException e) {
            problems.accept(new StoreProblem(StoreProblem.Kind.DAMAGED, oldPlace,
                    Texts.get("store.settings.old.damaged", oldPlace.toString())));
        }
    }

    private void recover() throws IOException {
        var aside = file.resolveSibling(FILE + ".broken-" + clocks.now().toString().replace(":", "").replace("-", ""));
        Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        // What this process read or wrote last is newer than the backup.
        boolean restored = loaded && !root.isEmpty();
        if (!restored && Files.exists(backup())) {
            try {
                root = read(backup());
                restored = true;
            } catch (JsonProcessingException e) {
                // No better: defaults it is, and the message below says that nothing was restored.
                restored = false;
            }
        }
        var key = restored ? "store.settings.restored" : "store.settings.damaged";
        problems.accept(new StoreProblem(StoreProblem.Kind.DAMAGED, file,
                Texts.get(key, aside.getFileName().toString())));
    }

    private static ObjectNode read(Path from) throws IOException {
        if (!Files.isRegularFile(from)) {
            // A pipe would keep its reader waiting for ever.
            throw new IOException("not a regular file");
        }
        if (Files.size(from) > MAX_BYTES) {
            throw new JsonMappingException(null, "too long");
        }
        if (JSON.readTree(Files.readAllBytes(from)) instanceof ObjectNode object) {
            return object;
        }
        throw new JsonMappingException(null, "not an object");
    }

    private Path backup() {
        return file.resolveSibling(FILE + ".bak");
    }

    private StoreProblem unusable() {
        return new StoreProblem(StoreProblem.Kind.UNUSABLE, file,
                Texts.get("store.settings.unwritable", file.getParent().toString()));
    }
}
