package app.pitot.usage;

/** How long the slots of a report are. */
public enum Step {
    HOUR, DAY
}
