package app.pitot.ui.transcript;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;

/** A question or a reply: what can be copied as a whole. */
public sealed interface Message permits Question, ReplyRows {
    /** The text as written or received: Markdown for a reply. */
    String markdown();

    /** The text as it reads, without Markdown's markers. */
    String plainText();

    /** What can be done with it besides copying; empty until somebody sets it. */
    ObjectProperty<List<MessageAction>> actions();

    /** Its other versions; null while there are none. */
    ObjectProperty<Versions> versions();

    /** True while the keyboard is at it. */
    BooleanProperty chosen();

    /** True while the pointer is on any row of it. */
    BooleanProperty hovered();
}
