package app.pitot.ui.instruments;

import app.pitot.base.Texts;
import app.pitot.quota.Audit;
import app.pitot.ui.common.Format;

/**
 * What the last reply set aside and used.
 *
 * @param words "reserved 1,336, used 410"
 * @param cap a smaller cap that would do; null if there is nothing to offer
 * @param offer the words of the button; null without a cap
 * @param brief the same, for little room; null without a cap
 * @param help what it means
 */
public record AuditFace(String words, Integer cap, String offer, String brief, String help) {
    /** Null for null. */
    static AuditFace of(Audit audit) {
        if (audit == null) {
            return null;
        }
        var cap = audit.suggestedMaxTokens();
        var reserved = Format.count(audit.reserved());
        var used = Format.count(audit.used());
        var help = Texts.get("audit.meaning");
        var words = Texts.get("audit.words", reserved, used);
        if (cap == null) {
            return new AuditFace(words, null, null, null, help);
        }
        var count = Format.count(cap);
        return new AuditFace(words, cap, Texts.get("audit.set", count), Texts.get("audit.set.brief", count),
                help + "\n" + Texts.get("audit.why", reserved, used, audit.replies(), count));
    }
}
