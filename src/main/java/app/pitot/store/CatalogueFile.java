package app.pitot.store;

import app.pitot.base.Texts;
import app.pitot.catalogue.CatalogueCache;
import app.pitot.catalogue.Remembered;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Model lists as JSON, one file per account in the folder {@code catalogue} of the data folder, for the user alone. A file is
 * replaced as a whole. A damaged one is kept aside, and its list fetched anew. Blocks on the disk; used by one thread.
 */
public final class CatalogueFile implements CatalogueCache {
    private static final Logger LOG = LoggerFactory.getLogger(CatalogueFile.class);
    /** Some 400,000 models: nothing that we wrote is longer. */
    private static final long MAX_BYTES = 128L * 1024 * 1024;

    private final Path folder;
    private final Consumer<StoreProblem> problems;
    private boolean told;

    /**
     * Touches no disk yet.
     *
     * @param data the data folder
     * @param problems told of damage, and of the first file of a row that could not be written
     */
    public CatalogueFile(Path data, Consumer<StoreProblem> problems) {
        this.folder = data.resolve("catalogue");
        this.problems = problems;
    }

    @Override
    public Optional<Remembered> load(String accountId) {
        var file = file(accountId);
        try {
            if (Files.size(file) > MAX_BYTES) {
                moveAside(file, "too long");
                return Optional.empty();
            }
            return Optional.of(read(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JsonProcessingException e) {
            moveAside(file, e.getClass().getSimpleName());
        } catch (IOException e) {
            unusable(e);
        }
        return Optional.empty();
    }

    @Override
    public void save(String accountId, Remembered remembered) {
        var file = file(accountId);
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            DataFolder.create(folder.getParent());
            DataFolder.create(folder);
            Files.deleteIfExists(fresh);
            DataFolder.createPrivate(fresh);
            try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE);
                    var out = new BufferedOutputStream(new Forced(channel))) {
                CatalogueJson.write(remembered, out);
            }
            replace(fresh, file);
            told = false;
        } catch (IOException e) {
            unusable(e);
        }
    }

    @Override
    public void forget(String accountId) {
        var file = file(accountId);
        try {
            for (var suffix : new String[]{"", ".new", ".broken"}) {
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
            }
        } catch (IOException e) {
            unusable(e);
        }
    }

    private static Remembered read(Path file) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            return CatalogueJson.read(in);
        }
    }

    private void moveAside(Path file, String why) {
        var aside = file.resolveSibling(file.getFileName() + ".broken");
        LOG.warn("a saved model list is damaged: {}", why);
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            problems.accept(new StoreProblem(StoreProblem.Kind.DAMAGED, aside,
                    Texts.get("store.catalogue.damaged", aside.getFileName().toString())));
        } catch (IOException e) {
            unusable(e);
        }
    }

    private void unusable(IOException why) {
        LOG.warn("a model list could not be saved or read: {}", why.getClass().getSimpleName());
        if (!told) {
            told = true;
            problems.accept(new StoreProblem(StoreProblem.Kind.UNUSABLE, folder,
                    Texts.get("store.catalogue.unwritable", folder.toString())));
        }
    }

    /** Account ids may hold what no file name can. */
    private Path file(String accountId) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(accountId.getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(digest, 0, 16) + ".json");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void replace(Path fresh, Path file) throws IOException {
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** A file whose bytes are on the disk once it is closed. */
    private static final class Forced extends OutputStream {
        private final FileChannel channel;
        private final OutputStream out;

        Forced(FileChannel channel) {
            this.channel = channel;
            this.out = Channels.newOutputStream(channel);
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            channel.force(true);
            out.close();
        }
    }
}
