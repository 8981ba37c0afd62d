package app.pitot.markdown;

import java.util.ArrayList;
import java.util.List;

/** The {@code [ ]} or {@code [x]} that a task list item begins with. */
final class TaskBox {
    private static final int LENGTH = 4;

    private TaskBox() {}

    static Block.Check of(List<Inline> text) {
        if (text.isEmpty() || text.getFirst().style() != 0 || text.getFirst().target() != null) {
            return Block.Check.NONE;
        }
        var first = text.getFirst().text();
        if (first.startsWith("[ ] ")) {
            return Block.Check.OPEN;
        }
        return first.startsWith("[x] ") || first.startsWith("[X] ") ? Block.Check.DONE : Block.Check.NONE;
    }

    static List<Inline> without(List<Inline> text) {
        var rest = new ArrayList<>(text);
        rest.set(0, Inline.plain(text.getFirst().text().substring(LENGTH)));
        return List.copyOf(rest);
    }
}
