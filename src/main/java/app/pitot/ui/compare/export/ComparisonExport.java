package app.pitot.ui.compare.export;

import app.pitot.base.Texts;
import app.pitot.compare.Comparison;
import app.pitot.transfer.Exporter;
import app.pitot.ui.export.ExportWords;
import app.pitot.ui.export.Exportable;
import app.pitot.ui.export.FileFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A comparison as a file.
 *
 * @param zone in which the day in the file's name is told
 */
public record ComparisonExport(Comparison run, Reports reports, ZoneId zone) implements Exportable {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH-mm", Locale.ROOT);
    private static final int FEW_WORDS = 40;

    /** What its menu says. */
    public static ExportWords words() {
        return new ExportWords(Texts.get("export.help"), Texts.get("export.title"),
                Map.of(FileFormat.CSV, Texts.get("export.format.csv"), FileFormat.JSON,
                        Texts.get("export.format.json"), FileFormat.MARKDOWN, Texts.get("export.format.markdown"),
                        FileFormat.PNG, Texts.get("export.format.png")));
    }

    /** What the set, or the prompt, suggests, with its day. */
    @Override
    public String fileName() {
        var title = run.name() == null || run.name().isBlank() ? run.setup().prompt() : run.name();
        int most = Math.min(title.length(), FEW_WORDS);
        var few = title.substring(0, most > 0 && Character.isHighSurrogate(title.charAt(most - 1)) ? most - 1 : most);
        return Exporter.fileName(few.isBlank() ? Texts.get("export.untitled") : few) + " "
                + DAY.format(run.startedAt().atZone(zone));
    }

    @Override
    public void write(FileFormat format, OutputStream out) throws IOException {
        out.write(reports.text(run, format).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public CompletableFuture<byte[]> picture() {
        return reports.picture(run);
    }
}
