package app.pitot.exchange;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Describes a throwable for the log without its message, which could quote what a user or a server sent. */
final class Defects {
    private static final int FRAMES = 30;

    private Defects() {}

    static String describe(Throwable thrown) {
        var frames = Arrays.stream(thrown.getStackTrace()).limit(FRAMES).map(frame -> "\n    at " + frame)
                .collect(Collectors.joining());
        var cause = thrown.getCause() == null ? "" : "\n  caused by " + describe(thrown.getCause());
        return thrown.getClass().getName() + frames + cause;
    }
}
