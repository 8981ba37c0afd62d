package app.pitot.store;

import app.pitot.exchange.Lesson;
import app.pitot.exchange.Lessons;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What replies taught, as {@code learned.json} in the data folder, for the user alone. It is written a few seconds after a reply
 * and when it is closed. One that cannot be read is begun anew: all of it is learned again within a few replies.
 */
public final class LessonsFile implements Lessons, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LessonsFile.class);
    private static final long DELAY_MS = 5_000;
    /** Far more than we write. */
    private static final long MOST_BYTES = 16L * 1024 * 1024;
    private static final int MOST_MODELS = 200;

    private final Path file;
    private final long delayMs;

    // Guarded by this: what was learned here and is not on the disk yet.
    private final Map<LessonKey, Lesson> fresh = new LinkedHashMap<>();
    private Map<LessonKey, Lesson> known;
    private boolean due;

    /** @param data the data folder; touches no disk yet */
    public LessonsFile(Path data) {
        this(data, DELAY_MS);
    }

    LessonsFile(Path data, long delayMs) {
        this.file = data.resolve("learned.json");
        this.delayMs = delayMs;
    }

    @Override
    public synchronized Lesson load(String accountId, String modelId) {
        if (known == null) {
            known = read();
        }
        var key = new LessonKey(accountId, modelId);
        return fresh.getOrDefault(key, known.get(key));
    }

    @Override
    public synchronized void save(String accountId, String modelId, Lesson lesson) {
        fresh.put(new LessonKey(accountId, modelId), lesson);
        if (!due) {
            due = true;
            CompletableFuture.delayedExecutor(delayMs, TimeUnit.MILLISECONDS,
                    task -> Thread.ofVirtual().name("lessons").start(task)).execute(this::write);
        }
    }

    /** Writes what is not on the disk yet. Blocks. */
    @Override
    public void close() {
        write();
    }

    /** Beside what other runs of the app have written meanwhile. */
    private synchronized void write() {
        due = false;
        if (fresh.isEmpty()) {
            return;
        }
        var all = new LinkedHashMap<>(read());
        // To the end: what was not used for longest goes first.
        fresh.keySet().forEach(all::remove);
        all.putAll(fresh);
        while (all.size() > MOST_MODELS) {
            all.remove(all.keySet().iterator().next());
        }
        try {
            SafeFile.replace(file, file.resolveSibling("learned.json.bak"), LessonsJson.write(all));
            fresh.clear();
            known = all;
        } catch (IOException e) {
            LOG.warn("what replies taught could not be saved: {}", e.getClass().getSimpleName());
        }
    }

    private Map<LessonKey, Lesson> read() {
        try {
            if (Files.size(file) <= MOST_BYTES) {
                return LessonsJson.read(Files.readAllBytes(file));
            }
            LOG.warn("what replies taught is too long to be read, and begun anew");
        } catch (NoSuchFileException e) {
            LOG.debug("nothing was learned yet");
        } catch (IOException e) {
            LOG.warn("what replies taught cannot be read, and is begun anew: {}", e.getClass().getSimpleName());
        }
        return Map.of();
    }
}
