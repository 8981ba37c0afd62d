package app.pitot.ui.attach;

import app.pitot.base.Texts;
import app.pitot.history.Picture;
import app.pitot.provider.Capability;
import app.pitot.ui.common.Format;
import app.pitot.ui.offer.ModelChoice;
import java.util.List;

/**
 * Whether a model can do with the pictures of a question, said before it is sent. The provider decides: nothing is
 * forbidden for it.
 *
 * @param words one sentence; empty for nothing to say
 * @param doubt true if the request is likely to be refused
 * @param otherModel true if a model that sees would help
 */
public record PictureNote(String words, boolean doubt, boolean otherModel) {
    /** Nothing to say. */
    static final PictureNote NONE = new PictureNote("", false, false);

    /** @param choice the selected model; may be null */
    static PictureNote of(List<Picture> pictures, ModelChoice choice) {
        if (pictures.isEmpty() || choice == null) {
            return NONE;
        }
        var can = choice.model().extras().capabilities();
        if (can != null && !can.contains(Capability.VISION)) {
            return new PictureNote(Texts.get("picture.note.blind", choice.model().id()), true, true);
        }
        var over = overLimits(pictures, choice);
        if (over != null) {
            return new PictureNote(over, true, false);
        }
        return can == null
                ? new PictureNote(Texts.get("picture.note.unknown", choice.model().id()), false, false)
                : NONE;
    }

    private static String overLimits(List<Picture> pictures, ModelChoice choice) {
        var provider = choice.account().provider();
        var rules = provider.requests().pictures();
        var count = rules.countUnder(choice.account().plan());
        if (count != null && pictures.size() > count) {
            return Texts.get("picture.note.count", provider.name(), count, pictures.size());
        }
        long total = 0;
        for (var picture : pictures) {
            long size = picture.image().bytes().length;
            if (rules.maxBytes() != null && size > rules.maxBytes()) {
                return Texts.get("picture.note.size", provider.name(), size(rules.maxBytes()), picture.name());
            }
            total += size;
        }
        return rules.maxTotalBytes() != null && total > rules.maxTotalBytes()
                ? Texts.get("picture.note.total", provider.name(), size(rules.maxTotalBytes()), size(total))
                : null;
    }

    /** "1.2 MB", "480 KB". */
    static String size(long bytes) {
        return bytes >= 1_000_000
                ? Texts.get("picture.mb", Format.speed(bytes / 1e6))
                : Texts.get("picture.kb", Format.count(Math.max(1, bytes / 1_000)));
    }
}
