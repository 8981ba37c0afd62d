package app.pitot.transfer;

import app.pitot.base.Clocks;
import app.pitot.base.Texts;
import app.pitot.history.History;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.BufferedInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Takes the conversations of a file into the history: Pitot's own JSON, or messages as the OpenAI API takes them. Takes
 * all or nothing, overwrites nothing, and holds no more than one message in memory, however large the file is. Blocks.
 */
public final class Importer {
    private static final int BUFFER = 1 << 16;
    private static final int HEAD = 512;
    /** Looking through is quicker than adding. */
    private static final double SURVEY = 0.3;

    private final History history;
    private final Clocks clocks;

    public Importer(History history, Clocks clocks) {
        this.history = history;
        this.clocks = clocks;
    }

    /** @throws TransferException if the file is not what can be taken, or the import was ended: then nothing was added */
    public ImportReport run(Path file, Progress progress) throws TransferException {
        try {
            if (Files.isDirectory(file)) {
                throw new TransferException(Texts.get("transfer.folder"));
            }
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw new TransferException(Texts.get("transfer.not.file"));
            }
            return run(new Pass(file, Files.size(file), UUID.randomUUID().toString(), progress));
        } catch (InterruptedIOException e) {
            throw new TransferException(Texts.get("transfer.cancelled"), e);
        } catch (IOException e) {
            throw new TransferException(reason(e), e);
        }
    }

    private ImportReport run(Pass pass) throws IOException {
        var survey = new Survey(history);
        var left = pass.read(survey, 0, SURVEY);
        var adding = new Adding(history, clocks, survey.entries(), pass.salt());
        boolean done = false;
        try {
            pass.read(adding, SURVEY, 1 - SURVEY);
            adding.commit();
            done = true;
        } finally {
            if (!done) {
                adding.undo();
            }
        }
        int known = count(survey, Survey.Verdict.KNOWN);
        return new ImportReport(survey.entries().size() - known, adding.messages(),
                count(survey, Survey.Verdict.COPY), known, left.left());
    }

    private static int count(Survey survey, Survey.Verdict verdict) {
        return (int) survey.entries().stream().filter(each -> each.verdict() == verdict).count();
    }

    /** One reading of the file; every one makes the same ids. */
    private final class Pass {
        private final Path file;
        private final long size;
        private final String salt;
        private final Progress progress;
        private final Instant now = clocks.now();

        Pass(Path file, long size, String salt, Progress progress) {
            this.file = file;
            this.size = size;
            this.salt = salt;
            this.progress = progress;
        }

        String salt() {
            return salt;
        }

        OpenAiReading read(Taking taking, double from, double share) throws IOException {
            try (var in = new BufferedInputStream(new Counted(Files.newInputStream(file), size, progress, from, share),
                    BUFFER)) {
                checkHead(in);
                var others = new OpenAiReading(taking, ids(), now);
                new ConversationFile(in, taking, others).read();
                return others;
            }
        }

        private Supplier<String> ids() {
            var count = new AtomicInteger();
            return () -> UUID.nameUUIDFromBytes((salt + ' ' + count.getAndIncrement()).getBytes(StandardCharsets.UTF_8))
                    .toString();
        }
    }

    /** Most of what is no JSON at all shows it in its first character, and a plain word helps more than a parser's. */
    private static void checkHead(InputStream in) throws IOException {
        in.mark(HEAD + 1);
        var head = in.readNBytes(HEAD);
        in.reset();
        int at = head.length > 2 && (head[0] & 0xFF) == 0xEF && (head[1] & 0xFF) == 0xBB ? 3 : 0;
        // Any other byte order mark is the parser's to understand.
        boolean wide = head.length > 1
                && ((head[0] & 0xFF) >= 0xFE && (head[1] & 0xFF) >= 0xFE || head[0] == 0 || head[1] == 0);
        while (at < head.length && " \t\r\n".indexOf(head[at]) >= 0) {
            at++;
        }
        if (at == head.length && head.length < HEAD) {
            throw new ConversationFile.NotOurs(Texts.get("transfer.empty"));
        }
        if (!wide && at < head.length && head[at] != '{' && head[at] != '[') {
            throw new ConversationFile.NotOurs(Texts.get(head[at] == '<' ? "transfer.html" : "transfer.not.json"));
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case ConversationFile.NotOurs known -> known.getMessage();
            case BoundedJson.TooMuch _ -> Texts.get("transfer.too.large");
            case StreamConstraintsException _ -> Texts.get("transfer.too.deep");
            case JsonProcessingException broken -> broken.getLocation() == null
                    ? Texts.get("transfer.not.json")
                    : Texts.get("transfer.broken", broken.getLocation().getLineNr());
            case CharConversionException _ -> Texts.get("transfer.not.json");
            case NoSuchFileException _ -> Texts.get("transfer.file.gone");
            case AccessDeniedException _ -> Texts.get("transfer.denied");
            default -> Texts.get("transfer.read.failed", e.getClass().getSimpleName());
        };
    }
}
