package app.pitot.cli;

import app.pitot.base.Clocks;
import app.pitot.cli.LimitsTarget.Shown;
import java.io.PrintWriter;
import java.util.List;

/** Where {@code watch} shows what it sees. Closing leaves a terminal as it was. */
interface WatchOutput extends AutoCloseable {
    void show(List<Shown> all);

    @Override
    void close();

    /** One line whenever something was used, reserved or given back; not for mere refill. */
    static WatchOutput lines(PrintWriter out, Clocks clocks) {
        return new WatchLines(out, clocks);
    }

    /** In place, on a screen of its own, whose last state stays when it ends. */
    static WatchOutput screen(PrintWriter out, boolean colour, LimitsText text) {
        return new WatchScreen(out, colour, text);
    }
}
