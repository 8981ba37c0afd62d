package app.pitot.ui.requests;

import app.pitot.base.Texts;
import java.util.Locale;

/** What a stretch of a request's time went into. */
enum Phase {
    /** Before anything is known to have happened: a connection is chosen, or waited for. */
    PREPARE, DNS, TCP, TLS,
    /** All of these, where no more is known. */
    CONNECT, SEND, WAIT, THINK, WRITE,
    /** What came after the last token. */
    END,
    /** By the provider's own clock. */
    QUEUE, PROMPT, COMPLETION;

    String words() {
        return Texts.get("requests.phase." + name().toLowerCase(Locale.ROOT));
    }

    /** What happens in it, in a sentence. */
    String help() {
        return Texts.get("requests.phase." + name().toLowerCase(Locale.ROOT) + ".help");
    }

    /** True if the provider's clock told it. */
    boolean told() {
        return compareTo(QUEUE) >= 0;
    }
}
