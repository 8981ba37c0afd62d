package app.pitot.ui.compare.export;

import app.pitot.base.Texts;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** What a file of a comparison can be. */
public enum ReportFormat {
    /** A row for each request. */
    CSV("csv"),
    /** Everything, answers included. */
    JSON("json"),
    /** Tables and verdict, to read. */
    MARKDOWN("md"),
    /** The pictures. */
    PNG("png");

    private final String ending;

    ReportFormat(String ending) {
        this.ending = ending;
    }

    /** Of the file's name, without a dot. */
    public String ending() {
        return ending;
    }

    /** In few words, for a choice. */
    public String words() {
        return Texts.get("export.format." + name().toLowerCase(Locale.ROOT));
    }

    /** What the name of {@code file} says, else this. */
    ReportFormat of(Path file) {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(each -> name.endsWith("." + each.ending)).findFirst().orElse(this);
    }
}
