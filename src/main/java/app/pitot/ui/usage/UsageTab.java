package app.pitot.ui.usage;

import app.pitot.base.Texts;
import java.util.Locale;

/** What the view of past use shows, in the order of its tabs. */
public enum UsageTab {
    USAGE, ADVISOR, PLANNER;

    String words() {
        return Texts.get("usage.tab." + name().toLowerCase(Locale.ROOT));
    }

    /** The same where it has something to say. */
    String marked() {
        return Texts.get("usage.tab." + name().toLowerCase(Locale.ROOT) + ".marked");
    }

    String help() {
        return Texts.get("usage.tab." + name().toLowerCase(Locale.ROOT) + ".help");
    }
}
