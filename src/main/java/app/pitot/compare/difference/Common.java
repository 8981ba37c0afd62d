package app.pitot.compare.difference;

import java.util.Arrays;

/**
 * Finds what two sequences have in common with the fewest changes, by Myers' method in linear space, in a bounded number of
 * steps.
 */
final class Common {
    private final int[] a;
    private final int[] b;
    private final boolean[] inA;
    private final boolean[] inB;
    private final long most;
    private final int[] ahead;
    private final int[] back;
    private final int zero;
    private long steps;

    /** @param most steps; about so many are made before it gives up */
    Common(int[] a, int[] b, long most) {
        this.a = a;
        this.b = b;
        this.most = most;
        this.inA = new boolean[a.length];
        this.inB = new boolean[b.length];
        // One more diagonal on either side than there are, so that each has neighbours.
        this.zero = b.length + 1;
        this.ahead = new int[a.length + b.length + 3];
        this.back = new int[a.length + b.length + 3];
    }

    /** False if it gave up: then what is marked is common, but not all that is. */
    boolean find() {
        return find(0, a.length, 0, b.length);
    }

    /** Looks at the beginning and the end alone; always true. */
    boolean ends() {
        int from = 0;
        while (from < Math.min(a.length, b.length) && a[from] == b[from]) {
            mark(from, from);
            from++;
        }
        int to = 0;
        while (to < Math.min(a.length, b.length) - from && a[a.length - 1 - to] == b[b.length - 1 - to]) {
            mark(a.length - 1 - to, b.length - 1 - to);
            to++;
        }
        return true;
    }

    /** For each of {@code a}: true if it is common; as many as in {@link #inB}, in the same order. */
    boolean[] inA() {
        return inA;
    }

    boolean[] inB() {
        return inB;
    }

    long steps() {
        return steps;
    }

    private boolean find(int aFrom, int aTo, int bFrom, int bTo) {
        int a0 = aFrom;
        int b0 = bFrom;
        while (a0 < aTo && b0 < bTo && a[a0] == b[b0]) {
            mark(a0++, b0++);
        }
        int a1 = aTo;
        int b1 = bTo;
        while (a1 > a0 && b1 > b0 && a[a1 - 1] == b[b1 - 1]) {
            mark(--a1, --b1);
        }
        if (a0 == a1 || b0 == b1) {
            return true;
        }
        var middle = middle(a0, a1, b0, b1);
        return middle != null && find(a0, a0 + middle.x(), b0, b0 + middle.y())
                && find(a0 + middle.x(), a1, b0 + middle.y(), b1);
    }

    private void mark(int atA, int atB) {
        inA[atA] = true;
        inB[atB] = true;
        steps++;
    }

    /** A point on a shortest way, from the corner of the part. */
    private record Point(int x, int y) {}

    /** Null if it gave up. Both parts are not empty and neither begin nor end alike, so the point is no corner. */
    private Point middle(int a0, int a1, int b0, int b1) {
        int n = a1 - a0;
        int m = b1 - b0;
        int delta = n - m;
        boolean odd = (delta & 1) != 0;
        Arrays.fill(ahead, zero - m - 1, zero + n + 2, -1);
        Arrays.fill(back, zero - m - 1, zero + n + 2, -1);
        steps += n + m;
        for (int d = 0; d <= (n + m + 1) / 2; d++) {
            int from = -d + 2 * Math.max(0, d - m);
            int to = d - 2 * Math.max(0, d - n);
            steps += 2 * Math.max(0, (to - from) / 2 + 1);
            if (steps > most) {
                return null;
            }
            for (int k = from; k <= to; k += 2) {
                int x = furthest(ahead, d, k, n, m);
                int slid = x;
                while (x >= 0 && slid < n && slid - k < m && a[a0 + slid] == b[b0 + slid - k]) {
                    slid++;
                }
                steps += slid - x;
                ahead[zero + k] = slid;
                if (odd && x >= 0 && meets(back, delta - k, n, m, n - slid)) {
                    return new Point(slid, slid - k);
                }
            }
            for (int k = from; k <= to; k += 2) {
                int x = furthest(back, d, k, n, m);
                int slid = x;
                while (x >= 0 && slid < n && slid - k < m && a[a1 - 1 - slid] == b[b1 - 1 - slid + k]) {
                    slid++;
                }
                steps += slid - x;
                back[zero + k] = slid;
                if (!odd && x >= 0 && meets(ahead, delta - k, n, m, n - slid)) {
                    return new Point(n - slid, m - slid + k);
                }
            }
        }
        throw new IllegalStateException("the two ways never met");
    }

    /** Where diagonal {@code k} can be reached with one more change; -1 if it cannot. */
    private int furthest(int[] reached, int d, int k, int n, int m) {
        if (d == 0) {
            return 0;
        }
        int down = reached[zero + k + 1];
        int right = reached[zero + k - 1];
        boolean mayDown = down >= 0 && down - k <= m;
        boolean mayRight = right >= 0 && right < n;
        if (mayDown && mayRight) {
            return Math.max(down, right + 1);
        }
        return mayDown ? down : mayRight ? right + 1 : -1;
    }

    private boolean meets(int[] other, int k, int n, int m, int least) {
        return k >= -m && k <= n && other[zero + k] >= least;
    }
}
