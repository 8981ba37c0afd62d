package app.pitot.api;

import app.pitot.provider.WireRules;
import java.util.regex.Pattern;

/**
 * How one endpoint wants to be asked, as far as its refusals have taught it. Each lesson takes one thing away for good, so
 * that a request is repeated twice at most.
 *
 * @param completionCap true to cap the output under {@code max_completion_tokens}
 * @param asksUsage true to send {@code stream_options}
 * @param capSettled true if the cap's name is known to be the endpoint's own, or was changed already
 */
record Manner(boolean completionCap, boolean asksUsage, boolean capSettled) {
    private static final String STREAM_OPTIONS = "stream_options";
    /** A refusal of the field itself. One of its value, such as "must be at most 8192", is the user's to settle. */
    private static final Pattern UNKNOWN = Pattern.compile(
            "(?i)unsupported|not supported|unrecogni[sz]ed|unknown|unexpected|extra (input|field)|not permitted");

    static Manner of(WireRules rules) {
        return new Manner(rules.completionCap(), rules.asksUsage(), rules.completionCap());
    }

    /** The manner to try next after a 400; null if its text asks for no other. */
    Manner after(String refusal, boolean capped) {
        if (asksUsage && refusal.contains(STREAM_OPTIONS)) {
            return new Manner(completionCap, false, capSettled);
        }
        // The one name is no part of the other.
        if (capped && !capSettled && refusal.contains("max_tokens") && UNKNOWN.matcher(refusal).find()) {
            return new Manner(true, asksUsage, true);
        }
        return null;
    }

    /** The key of the note for the user, who sees that a request was repeated. */
    String lesson(Manner before) {
        return before.asksUsage && !asksUsage ? "api.note.stream_options" : "api.note.max_tokens";
    }
}
