package app.pitot.syntax;

import java.util.ArrayList;
import java.util.List;

/** Collects runs in order. */
final class RunList {
    private final List<Run> runs = new ArrayList<>();
    private int from;
    private int to;
    private Kind kind;

    /** Adds a run that begins at or behind the end of the last one; an empty one or one without a kind adds nothing. */
    void add(int start, int end, Kind of) {
        if (start >= end || of == null) {
            return;
        }
        if (of == kind && start == to) {
            to = end;
            return;
        }
        flush();
        from = start;
        to = end;
        kind = of;
    }

    List<Run> all() {
        flush();
        return List.copyOf(runs);
    }

    private void flush() {
        if (kind != null) {
            runs.add(new Run(from, to, kind));
            kind = null;
        }
    }
}
