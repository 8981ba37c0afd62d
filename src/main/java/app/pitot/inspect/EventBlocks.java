package app.pitot.inspect;

import java.util.Arrays;

/** Where the events of a stream begin and end in its bytes. Found in one pass, kept as two numbers each. */
final class EventBlocks {
    private static final String[] FIELDS = {"data", "event", ":", "id", "retry"};

    private int[] from = new int[64];
    private int[] to = new int[64];
    private int count;

    /** None if {@code body} is no event stream. */
    static EventBlocks of(byte[] body) {
        var blocks = new EventBlocks();
        int start = start(body);
        if (begins(body, start)) {
            blocks.find(body, start);
        }
        return blocks;
    }

    int count() {
        return count;
    }

    int from(int number) {
        return from[number];
    }

    /** Behind the last line, without the blank one. */
    int to(int number) {
        return to[number];
    }

    private static int start(byte[] body) {
        int i = body.length >= 3 && (body[0] & 0xFF) == 0xEF && (body[1] & 0xFF) == 0xBB && (body[2] & 0xFF) == 0xBF
                ? 3
                : 0;
        while (i < body.length && (body[i] == ' ' || body[i] >= '\t' && body[i] <= '\r')) {
            i++;
        }
        return i;
    }

    private static boolean begins(byte[] body, int start) {
        return Arrays.stream(FIELDS).anyMatch(field -> {
            int i = 0;
            while (i < field.length() && start + i < body.length && body[start + i] == field.charAt(i)) {
                i++;
            }
            return i == field.length();
        });
    }

    private void find(byte[] body, int start) {
        int block = -1;
        int end = start;
        int line = start;
        while (line < body.length) {
            int stop = line;
            while (stop < body.length && body[stop] != '\n' && body[stop] != '\r') {
                stop++;
            }
            if (stop > line) {
                block = block < 0 ? line : block;
                end = stop;
            } else if (block >= 0) {
                add(block, end);
                block = -1;
            }
            line = stop + 1 < body.length && body[stop] == '\r' && body[stop + 1] == '\n' ? stop + 2 : stop + 1;
        }
        if (block >= 0) {
            add(block, end);
        }
    }

    private void add(int begin, int end) {
        if (count == from.length) {
            from = Arrays.copyOf(from, 2 * count);
            to = Arrays.copyOf(to, 2 * count);
        }
        from[count] = begin;
        to[count++] = end;
    }
}
