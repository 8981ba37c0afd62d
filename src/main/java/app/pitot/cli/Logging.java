package app.pitot.cli;

import java.io.PrintWriter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Sends warnings and errors to standard error, one plain line each, for as long as it is open. */
final class Logging implements AutoCloseable {
    private final Logger root = LogManager.getLogManager().getLogger("");
    private final Handler[] before = root.getHandlers();
    private final Handler lines;

    Logging(PrintWriter err) {
        lines = new LineHandler(err);
        for (var handler : before) {
            root.removeHandler(handler);
        }
        root.addHandler(lines);
    }

    /** Logs as before from now on. */
    @Override
    public void close() {
        root.removeHandler(lines);
        for (var handler : before) {
            root.addHandler(handler);
        }
    }

    private static final class LineHandler extends Handler {
        private final PrintWriter err;

        LineHandler(PrintWriter err) {
            this.err = err;
            setLevel(Level.WARNING);
            setFormatter(new LogLine());
        }

        @Override
        public void publish(LogRecord record) {
            if (isLoggable(record)) {
                err.println(getFormatter().format(record));
                err.flush();
            }
        }

        @Override
        public void flush() {
            err.flush();
        }

        /** The writer is the caller's. */
        @Override
        public void close() {
            flush();
        }
    }
}
