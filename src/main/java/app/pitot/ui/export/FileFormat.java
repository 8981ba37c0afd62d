package app.pitot.ui.export;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;

/** What a file can be. */
public enum FileFormat {
    /** Rows for a spreadsheet. */
    CSV("csv"),
    /** Everything, for other programs. */
    JSON("json"),
    /** To read. */
    MARKDOWN("md"),
    /** A picture. */
    PNG("png");

    private final String ending;

    FileFormat(String ending) {
        this.ending = ending;
    }

    /** Of the file's name, without a dot. */
    public String ending() {
        return ending;
    }

    /** What the name of {@code file} says, if that is one of {@code offered}; else this. */
    FileFormat of(Path file, Collection<FileFormat> offered) {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return offered.stream().filter(each -> name.endsWith("." + each.ending)).findFirst().orElse(this);
    }
}
