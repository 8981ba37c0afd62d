package app.pitot.transfer;

import app.pitot.base.Texts;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;

/**
 * What came of an import.
 *
 * @param conversations that were added
 * @param messages in these
 * @param copies of these: how many have an id that something else here has, and were added beside it under new ones
 * @param known that were here already, with all their messages
 * @param left what could not be taken, by kind
 */
public record ImportReport(int conversations, int messages, int copies, int known, Map<Left, Integer> left) {
    public ImportReport {
        left = Map.copyOf(left);
    }

    /** What cannot be taken. */
    public enum Left {
        /** Of a role that nobody knows. */
        MESSAGE,
        /** A system message in the middle. */
        SYSTEM,
        /** Only its address is in the file, or it is neither PNG nor JPEG. */
        PICTURE,
        /** Sound, files and the like. */
        PART
    }

    /** In sentences. */
    public String words() {
        var words = new ArrayList<String>();
        words.add(Texts.get("transfer.imported", conversations, messages));
        if (known > 0) {
            words.add(Texts.get("transfer.known", known));
        }
        if (copies > 0) {
            words.add(Texts.get("transfer.copies", copies));
        }
        for (var kind : Left.values()) {
            if (left.containsKey(kind)) {
                words.add(Texts.get("transfer.left." + kind.name().toLowerCase(Locale.ROOT), left.get(kind)));
            }
        }
        return String.join(" ", words);
    }
}
