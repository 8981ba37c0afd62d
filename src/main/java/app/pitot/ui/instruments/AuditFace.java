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
 * @param help what it means
 */
public record AuditFace(String words, Integer cap, String offer, String help) {
    /** Null for null. */
    static AuditFace of(Audit audit) {
        if (audit == null) {
            return null;
        }
        var cap = audit.suggestedMaxTokens();
        var reserved = Format.count(audit.reserved());
        var used = Format.count(audit.used());
        var help = Texts.get("audit.meaning");
        return new AuditFace(Texts.get("audit.words", reserved, used), cap,
                cap == null ? null : Texts.get("audit.set", Format.count(cap)),
                cap == null ? help : help + "\n" + Texts.get("audit.why", reserved, used, audit.replies(),
                        Format.count(cap)));
    }
}
