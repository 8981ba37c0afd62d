package app.pitot.cli;

import app.pitot.api.KeyLike;
import app.pitot.base.Texts;
import java.util.Arrays;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Collectors;

/** One line of the log: what happened and, of a defect, its kind and innermost places. Nothing in it looks like a key. */
final class LogLine extends Formatter {
    private static final int MOST_LINES = 4;
    private static final int LONGEST = 500;

    @Override
    public String format(LogRecord record) {
        var text = joined(formatMessage(record) + defect(record.getThrown()));
        // Before cutting: half a key must not be taken for something else.
        var safe = TerminalText.harmless(KeyLike.hide(text));
        var level = record.getLevel().intValue() >= Level.SEVERE.intValue() ? "error" : "warning";
        return Texts.get("cli.log." + level, safe.length() <= LONGEST ? safe : safe.substring(0, LONGEST - 1) + "…");
    }

    /** Without the message of the throwable, which could quote what a user or a server sent. */
    private static String defect(Throwable thrown) {
        if (thrown == null) {
            return "";
        }
        return " " + thrown.getClass().getName() + Arrays.stream(thrown.getStackTrace()).limit(MOST_LINES)
                .map(frame -> "\nat " + frame).collect(Collectors.joining());
    }

    private static String joined(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).limit(MOST_LINES)
                .collect(Collectors.joining(" "));
    }
}
