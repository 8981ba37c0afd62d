package app.pitot.ui.transcript;

import app.pitot.api.ToolCall;
import app.pitot.history.Picture;
import java.util.List;

/** A message that is complete, as it comes from the history. */
public sealed interface Entry {
    /** What the user asked. @param pictures may be empty */
    record Asked(String text, List<Picture> pictures) implements Entry {}

    /**
     * What was replied.
     *
     * @param title who replied, for screen readers: a model's name
     * @param summary length and time of the reasoning as words; empty if there is none
     * @param figures of the quiet line; empty for none
     * @param details what its button opens
     * @param notices below, in order
     * @param calls that it wants made; never null
     */
    record Replied(String title, String markdown, String reasoning, String summary, List<Figure> figures,
            Details details, List<Notice> notices, List<ToolCall> calls) implements Entry {
        /** One that wants nothing called. */
        public Replied(String title, String markdown, String reasoning, String summary, List<Figure> figures,
                Details details, List<Notice> notices) {
            this(title, markdown, reasoning, summary, figures, details, notices, List.of());
        }
    }
}
