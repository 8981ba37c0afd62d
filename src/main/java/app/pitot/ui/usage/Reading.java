package app.pitot.ui.usage;

import app.pitot.base.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is read at one place of a chart.
 *
 * @param title where it is
 * @param value all that is there, in one figure; empty if there is none
 * @param lines what it consists of
 */
record Reading(String title, String value, List<Line> lines) {
    /**
     * @param fill as it is drawn; null if it is not
     * @param chosen true if the arrow keys point at it
     */
    record Line(Fill fill, String name, String value, boolean chosen) {
        private String words() {
            return value.isEmpty() ? name : name + ": " + value;
        }
    }

    Reading {
        lines = List.copyOf(lines);
    }

    /** Where there is no room for all: the first, the one that is pointed at, and how many more there are. */
    List<Line> atMost(int room) {
        if (lines.size() <= room) {
            return lines;
        }
        var some = new ArrayList<Line>(lines.subList(0, Math.max(0, room - 1)));
        var chosen = lines.stream().filter(Line::chosen).findFirst();
        if (chosen.isPresent() && !some.contains(chosen.get()) && !some.isEmpty()) {
            some.set(some.size() - 1, chosen.get());
        }
        some.add(new Line(null, Texts.get("usage.read.more", lines.size() - some.size()), "", false));
        return some;
    }

    /** The whole of it, or the line that is pointed at. */
    String spoken() {
        var chosen = lines.stream().filter(Line::chosen).toList();
        var whole = value.isEmpty() || !chosen.isEmpty() ? title : title + ": " + value;
        return Stream.concat(Stream.of(whole), (chosen.isEmpty() ? lines : chosen).stream().map(Line::words))
                .collect(Collectors.joining(". "));
    }
}
