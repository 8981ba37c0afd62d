package app.pitot.ui.usage;

import java.util.List;

/**
 * One of the figures at the top.
 *
 * @param value an en dash if unknown
 * @param details lines below it; may be empty
 * @param help where it comes from
 * @param refusals true if it leads to the refused requests
 */
record HeadFigure(String title, String value, List<String> details, String help, boolean refusals) {
    HeadFigure {
        details = List.copyOf(details);
    }

    /** All of it, for a screen reader. */
    String spoken() {
        return title + ": " + value + (details.isEmpty() ? "" : ". " + String.join(". ", details));
    }
}
