package app.pitot.ui.shell;

import app.pitot.store.StoreProblem;
import app.pitot.store.StoreProblem.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What went wrong on the disk and is not over, the gravest first. JavaFX thread only. */
final class Problems {
    /** By what is at stake: first what is lost when Pitot ends, last what is only to be known. */
    private static final List<Kind> GRAVEST_FIRST = List.of(Kind.MEMORY_ONLY, Kind.FOREIGN, Kind.UNUSABLE, Kind.NEWER,
            Kind.NO_BACKUP, Kind.READ_ONLY, Kind.FULL, Kind.DAMAGED, Kind.LOCKED, Kind.NETWORK, Kind.RESTORED);

    private final List<StoreProblem> open = new ArrayList<>();

    /** Takes the place of an earlier one of its kind and file. */
    void add(StoreProblem problem) {
        open.removeIf(each -> each.endsWith(problem)
                || each.kind() == problem.kind() && each.file().equals(problem.file()));
        if (problem.kind() != Kind.SAVED) {
            open.add(problem);
            open.sort(Comparator.comparing(each -> rank(each.kind())));
        }
    }

    /** What to tell the user, each once. */
    List<String> sentences() {
        return open.stream().map(StoreProblem::message).distinct().toList();
    }

    private static int rank(Kind kind) {
        int rank = GRAVEST_FIRST.indexOf(kind);
        return rank < 0 ? GRAVEST_FIRST.size() : rank;
    }
}
