package app.pitot.api;

/**
 * Steps over JSON values in UTF-8 bytes without making anything of them. Stricter than RFC 8259 wherever that is
 * cheaper: what it refuses goes to Jackson, what it accepts Jackson accepts too. Positions go in and come out as plain
 * ints so that they stay in registers; {@link #NO} is "not sure". Not thread-safe.
 */
class JsonBytes {
    static final int NO = -1;
    private static final int MAX_DEPTH = 32;
    private static final int MAX_NUMBER = 40;

    byte[] a;
    int end;

    /** The first position from {@code i} that is no white space. */
    final int space(int i) {
        while (i < end && (a[i] == ' ' || a[i] == '\n' || a[i] == '\r' || a[i] == '\t')) {
            i++;
        }
        return i;
    }

    /** True if the bytes from {@code from} to {@code to} spell {@code word}, which is ASCII. */
    final boolean spells(int from, int to, byte[] word) {
        if (to - from != word.length) {
            return false;
        }
        for (int k = 0; k < word.length; k++) {
            if (a[from + k] != word[k]) {
                return false;
            }
        }
        return true;
    }

    /** The closing quote of a string of plain ASCII without escapes that begins at {@code i}. */
    final int plainString(int i) {
        while (i < end) {
            byte b = a[i];
            if (b == '"') {
                return i;
            }
            if (b < ' ' || b == '\\') {
                return NO;
            }
            i++;
        }
        return NO;
    }

    /** Behind the value at {@code i}. */
    final int value(int i, int depth) {
        if (i >= end || depth > MAX_DEPTH) {
            return NO;
        }
        return switch (a[i]) {
            case '"' -> {
                int close = plainString(i + 1);
                yield close < 0 ? NO : close + 1;
            }
            case '{' -> object(i, depth);
            case '[' -> array(i, depth);
            case 't' -> literal(i, TRUE);
            case 'f' -> literal(i, FALSE);
            case 'n' -> literal(i, NULL);
            default -> number(i);
        };
    }

    static final byte[] NULL = {'n', 'u', 'l', 'l'};
    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};

    /** Behind {@code word} if it stands at {@code i}. What may follow it is checked by the caller. */
    final int literal(int i, byte[] word) {
        return i + word.length <= end && spells(i, i + word.length, word) ? i + word.length : NO;
    }

    private int object(int start, int depth) {
        int i = space(start + 1);
        if (i < end && a[i] == '}') {
            return i + 1;
        }
        while (i < end && a[i] == '"') {
            int close = plainString(i + 1);
            if (close < 0) {
                return NO;
            }
            i = space(close + 1);
            if (i >= end || a[i] != ':') {
                return NO;
            }
            i = value(space(i + 1), depth + 1);
            if (i < 0) {
                return NO;
            }
            i = space(i);
            if (i >= end || a[i] != ',') {
                return i < end && a[i] == '}' ? i + 1 : NO;
            }
            i = space(i + 1);
        }
        return NO;
    }

    private int array(int start, int depth) {
        int i = space(start + 1);
        if (i < end && a[i] == ']') {
            return i + 1;
        }
        while (true) {
            i = value(i, depth + 1);
            if (i < 0) {
                return NO;
            }
            i = space(i);
            if (i >= end || a[i] != ',') {
                return i < end && a[i] == ']' ? i + 1 : NO;
            }
            i = space(i + 1);
        }
    }

    private int number(int start) {
        int i = start;
        if (a[i] == '-') {
            i++;
        }
        int whole = digits(i);
        if (whole == i || whole - i > 1 && a[i] == '0') {
            return NO;
        }
        i = whole;
        if (i < end && a[i] == '.') {
            int fraction = digits(i + 1);
            if (fraction == i + 1) {
                return NO;
            }
            i = fraction;
        }
        // Exponents are rare enough to leave to Jackson, which has its own limits on them.
        return i - start > MAX_NUMBER || i < end && (a[i] == 'e' || a[i] == 'E') ? NO : i;
    }

    private int digits(int i) {
        while (i < end && a[i] >= '0' && a[i] <= '9') {
            i++;
        }
        return i;
    }
}
