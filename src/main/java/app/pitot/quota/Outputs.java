package app.pitot.quota;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** What a model's last replies set aside and took: whether a smaller cap would do. Safe from any thread. */
public final class Outputs {
    /** How many replies it goes by, at most. */
    public static final int MOST = 50;
    private static final int ENOUGH = 5;
    private static final double NEARLY_ALL = 0.95;
    private static final double MARGIN = 1.2;
    private static final int STEP = 64;
    /** A cap that saves less is not worth a change. */
    private static final double WORTH = 0.8;

    private final ArrayDeque<PastReply> replies = new ArrayDeque<>();

    /** A reply has ended whose use the provider counted. */
    public synchronized void learn(PastReply reply) {
        replies.addLast(reply);
        if (replies.size() > MOST) {
            replies.removeFirst();
        }
    }

    /** Adds replies of earlier runs, oldest first, before what was learned since. */
    public synchronized void restore(List<PastReply> earlier) {
        var all = new ArrayList<>(earlier);
        all.addAll(replies);
        replies.clear();
        replies.addAll(all.subList(Math.max(0, all.size() - MOST), all.size()));
    }

    /** How long a reply is in the middle: of those so far, half are longer. In tokens; null before the first. */
    public synchronized Long typical() {
        var lengths = replies.stream().mapToLong(PastReply::completionTokens).sorted().toArray();
        return lengths.length == 0 ? null : (Long) lengths[lengths.length / 2];
    }

    /** Null before the first reply. @param maxTokens the present cap, or null */
    public synchronized Audit audit(Integer maxTokens) {
        var last = replies.peekLast();
        if (last == null) {
            return null;
        }
        var cap = replies.size() < ENOUGH ? null : Integer.valueOf(cap());
        var lower = cap != null && (maxTokens == null || cap <= WORTH * maxTokens);
        return new Audit(last.reservedTokens(), last.promptTokens() + last.completionTokens(), replies.size(),
                lower ? cap : null);
    }

    /** The length that 95 of 100 replies keep to, a fifth more, rounded up. */
    private int cap() {
        var lengths = replies.stream().mapToLong(PastReply::completionTokens).sorted().toArray();
        var most = lengths[(int) Math.ceil(NEARLY_ALL * lengths.length) - 1] * MARGIN;
        return Math.clamp((long) Math.ceil(most / STEP) * STEP, STEP, Integer.MAX_VALUE);
    }
}
