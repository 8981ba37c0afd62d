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
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * {@code settings.json} in the data folder. Saving writes a new file, forces it to the disk and renames it over the old one,
 * of which a copy stays as {@code settings.json.bak}. Blocks on the disk. Safe from any thread.
 */
public final class SettingsStore {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Path file;
    private final Clocks clocks;
    private final Consumer<StoreProblem> problems;
    private ObjectNode root = JSON.createObjectNode();

    /** @param problems told of trouble, on the calling thread */
    public SettingsStore(Path folder, Clocks clocks, Consumer<StoreProblem> problems) {
        this.file = folder.resolve("settings.json");
        this.clocks = clocks;
        this.problems = problems;
    }

    /** What was saved; the defaults if nothing was. A broken file is renamed and the one saved before it used. */
    public synchronized Settings load() {
        if (!Files.exists(file)) {
            return Settings.DEFAULT;
        }
        try {
            root = read(file);
        } catch (JsonProcessingException e) {
            root = recover();
        } catch (IOException e) {
            problems.accept(unusable());
        }
        return SettingsJson.read(root);
    }

    /** Saves; trouble is reported, never thrown. */
    public synchronized void save(Settings settings) {
        SettingsJson.write(settings, root);
        try {
            DataFolder.create(file.getParent());
            var fresh = file.resolveSibling("settings.json.new");
            Files.deleteIfExists(fresh);
            DataFolder.createPrivate(fresh);
            force(fresh, JSON.writeValueAsBytes(root));
            if (Files.exists(file)) {
                Files.copy(file, backup(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            }
            replace(fresh);
        } catch (IOException e) {
            problems.accept(unusable());
        }
    }

    private ObjectNode recover() {
        var aside = file.resolveSibling(
                "settings.json.broken-" + clocks.now().toString().replace(":", "").replace("-", ""));
        var found = JSON.createObjectNode();
        boolean restored = false;
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            if (Files.exists(backup())) {
                found = read(backup());
                restored = true;
            }
        } catch (IOException e) {
            // The backup is no better: defaults it is, and the message below says that nothing was restored.
            restored = false;
        }
        var key = restored ? "store.settings.restored" : "store.settings.damaged";
        problems.accept(new StoreProblem(StoreProblem.Kind.DAMAGED, file,
                Texts.get(key, aside.getFileName().toString())));
        return found;
    }

    private static ObjectNode read(Path from) throws IOException {
        if (JSON.readTree(Files.readAllBytes(from)) instanceof ObjectNode object) {
            return object;
        }
        throw new JsonMappingException(null, "not an object");
    }

    private static void force(Path to, byte[] bytes) throws IOException {
        try (var channel = FileChannel.open(to, StandardOpenOption.WRITE)) {
            var buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private void replace(Path fresh) throws IOException {
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Path backup() {
        return file.resolveSibling("settings.json.bak");
    }

    private StoreProblem unusable() {
        return new StoreProblem(StoreProblem.Kind.UNUSABLE, file,
                Texts.get("store.settings.unwritable", file.getParent().toString()));
    }
}
