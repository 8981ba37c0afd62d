package app.pitot.ui.requests;

import app.pitot.usage.RequestRow;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How rows stand, and how a list that is looked at is brought up to date by as few changes as there are differences. */
final class RowOrder {
    /** The newest first. */
    static final Comparator<RequestRow> NEWEST = Comparator.comparing(RequestRow::startedAt)
            .thenComparing(RequestRow::id)
            .reversed();

    private RowOrder() {}

    /**
     * Puts the newest rows in their places and leaves the older ones alone.
     *
     * @param shown in order
     * @param head the newest that there are, in order
     * @param all true if there are no more than these
     * @return false if there may be rows between {@code head} and what was shown, so that only {@code head} is shown now
     */
    static boolean refresh(List<RequestRow> shown, List<RequestRow> head, boolean all) {
        if (all || head.isEmpty()) {
            update(shown, head);
            return true;
        }
        boolean gap = !shown.isEmpty() && NEWEST.compare(head.getLast(), shown.getFirst()) < 0;
        update(gap ? shown : shown.subList(0, until(shown, head.getLast())), head);
        return !gap;
    }

    /** Shows what became of single rows; those that are to be seen no more go. */
    static void replace(List<RequestRow> shown, Collection<RequestRow> now, Predicate<RequestRow> passes) {
        for (var row : now) {
            int at = Collections.binarySearch(shown, row, NEWEST);
            if (at >= 0 && !passes.test(row)) {
                shown.remove(at);
            } else if (at >= 0 && !shown.get(at).equals(row)) {
                shown.set(at, row);
            }
        }
    }

    /** How many rows stand in front of the first that is older than {@code last}. */
    private static int until(List<RequestRow> shown, RequestRow last) {
        int at = Collections.binarySearch(shown, last, NEWEST);
        return at >= 0 ? at + 1 : -at - 1;
    }

    private static void update(List<RequestRow> shown, List<RequestRow> now) {
        var wanted = now.stream().map(RequestRow::id).collect(Collectors.toSet());
        for (int i = shown.size() - 1; i >= 0; i--) {
            if (!wanted.contains(shown.get(i).id())) {
                shown.remove(i);
            }
        }
        int at = 0;
        while (at < now.size()) {
            var here = at < shown.size() ? shown.get(at) : null;
            if (here != null && here.id().equals(now.get(at).id())) {
                if (!here.equals(now.get(at))) {
                    shown.set(at, now.get(at));
                }
                at++;
            } else {
                int end = at + 1;
                while (end < now.size() && (here == null || !now.get(end).id().equals(here.id()))) {
                    end++;
                }
                shown.addAll(at, now.subList(at, end));
                at = end;
            }
        }
        while (shown.size() > now.size()) {
            shown.removeLast();
        }
    }
}
