package app.pitot.ui.transcript;

import java.util.List;

/**
 * What went wrong or needs saying, in the place where the reply is.
 *
 * @param title what happened, one sentence
 * @param kept what was kept; empty for nothing to say
 * @param next what to do now; empty for nothing to say
 * @param actions buttons, in order
 */
public record Notice(Severity severity, String title, String kept, String next, List<Action> actions) {
    public Notice {
        actions = List.copyOf(actions);
    }

    /** How grave it is; the words of the title must say it too. */
    public enum Severity {
        INFO, WARNING, ERROR
    }

    /** @param run called on the JavaFX thread */
    public record Action(String label, Runnable run) {}
}
