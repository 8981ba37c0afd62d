package app.pitot.ui.transcript;

import javafx.beans.property.BooleanProperty;

/** A question or a reply: what can be copied as a whole. */
public sealed interface Message permits Question, ReplyRows {
    /** The text as written or received: Markdown for a reply. */
    String markdown();

    /** The text as it reads, without Markdown's markers. */
    String plainText();

    /** True while the pointer is on any row of it. */
    BooleanProperty hovered();
}
