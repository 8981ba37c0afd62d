package app.pitot.ui.compare.pictures;

import app.pitot.base.Texts;
import java.util.Locale;

/** A part of the time that a request took, in the order in which they follow. Texts: {@code pictures.part.<name>}. */
enum Part {
    /** DNS, TCP and TLS, where no connection was open. */
    CONNECT,
    /** In the provider's queue, by its own clock. */
    QUEUE,
    /** Reading the prompt, by the provider's clock. */
    PROMPT,
    /** What is left until the first token: the network, and all that the provider does not tell. */
    WAIT,
    /** From the first token to the first of the answer. */
    THINK,
    /** From there to the last token. */
    WRITE;

    String words() {
        return Texts.get("pictures.part." + name().toLowerCase(Locale.ROOT));
    }
}
