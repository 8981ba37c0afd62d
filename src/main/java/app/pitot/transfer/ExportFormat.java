package app.pitot.transfer;

import app.pitot.base.Texts;
import java.util.Locale;

/** What a file of conversations can be. */
public enum ExportFormat {
    /** To read: the shown branch of each conversation. */
    MARKDOWN("md"),
    /** To keep or to take in elsewhere: everything. */
    JSON("json");

    private final String ending;

    ExportFormat(String ending) {
        this.ending = ending;
    }

    /** Of the file's name, without a dot. */
    public String ending() {
        return ending;
    }

    /** In few words, for a choice. */
    public String words() {
        return Texts.get("transfer.format." + name().toLowerCase(Locale.ROOT));
    }
}
