package app.pitot.transfer;

import app.pitot.base.Texts;
import app.pitot.history.History;
import app.pitot.history.Conversation;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

/** Writes conversations into a file that is whole or not there. Blocks on the disk. */
public final class Exporter {
    private final History history;
    private final ZoneId zone;

    /** @param zone in which Markdown tells times */
    public Exporter(History history, ZoneId zone) {
        this.history = history;
        this.zone = zone;
    }

    /** All ids, in the order of the list. */
    public List<String> all() {
        return history.conversations().stream().map(Conversation::id).toList();
    }

    /**
     * Writes {@code ids} into {@code target}. It is written beside it, forced to the disk and renamed: whatever happens, a
     * file that was there before is whole, or replaced by a whole one.
     *
     * @return how many conversations were written; one that was deleted meanwhile is passed over
     * @throws TransferException if that fails or is ended: nothing is left of it
     */
    public int write(List<String> ids, ExportFormat format, Path target, Progress progress) throws TransferException {
        var written = new int[1];
        WholeFile.write(target, out -> written[0] = write(ids, format, out, progress));
        return written[0];
    }

    /** The same into a stream, which stays open. */
    public int write(List<String> ids, ExportFormat format, OutputStream out, Progress progress)
            throws TransferException, IOException {
        var writing = format == ExportFormat.JSON ? new JsonWriting(out) : new MarkdownWriting(out, zone);
        int written = 0;
        for (int i = 0; i < ids.size(); i++) {
            if (!progress.at((double) i / ids.size())) {
                throw new TransferException(Texts.get("transfer.cancelled"));
            }
            var conversation = history.conversation(ids.get(i));
            if (conversation.isPresent()) {
                writing.conversation(conversation.get(), history.messages(ids.get(i)));
                written++;
            }
        }
        writing.end();
        return written;
    }

    /** A name that the title suggests, without what a file system may refuse, and without ending. */
    public static String fileName(String title) {
        var name = title.replaceAll("[\\p{C}\\\\/:*?\"<>|.]+", " ").strip().replaceAll("\\s+", " ");
        var few = name.codePointCount(0, name.length()) > 60
                ? name.substring(0, name.offsetByCodePoints(0, 60)).strip()
                : name;
        return few.isEmpty() ? Texts.get("transfer.file") : few;
    }
}
