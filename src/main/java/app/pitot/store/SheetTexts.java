package app.pitot.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * The texts of a column of a {@link Sheet}. Hexadecimal digits, of which random ids are made, stand as the bytes that they
 * spell; what is left of each text is its place in a list of those that differ, or stands by itself if most do.
 */
final class SheetTexts {
    /** Stands for hexadecimal digits in what is left of a text; how many bytes they spell follows. */
    private static final char HOLE = '\u0001';
    private static final int HOLES = 1;
    private static final int LISTED = 2;
    private static final int SHORTEST = 4;
    private static final int LONGEST = 512;
    private static final int MOST_CHARS = 1 << 24;
    private static final HexFormat HEX = HexFormat.of();

    private SheetTexts() {}

    static void pack(SheetOut out, List<String> texts) {
        boolean holes = !listed(texts) && texts.stream().allMatch(each -> each.indexOf(HOLE) < 0);
        var bytes = new ByteArrayOutputStream();
        var left = holes ? texts.stream().map(each -> withHoles(each, bytes)).toList() : texts;
        boolean listed = listed(left);
        out.number((holes ? HOLES : 0) | (listed ? LISTED : 0));
        if (listed) {
            var places = new LinkedHashMap<String, Integer>();
            left.forEach(each -> places.putIfAbsent(each, places.size()));
            out.number(places.size());
            strings(out, List.copyOf(places.keySet()));
            out.numbers(left.stream().mapToLong(places::get).toArray());
        } else {
            strings(out, left);
        }
        out.block(bytes.toByteArray());
    }

    private static boolean listed(List<String> texts) {
        return new HashSet<>(texts).size() <= Math.max(1, texts.size() / 2);
    }

    private static void strings(SheetOut out, List<String> texts) {
        out.numbers(texts.stream().mapToLong(each -> bytes(each).length).toArray());
        var all = new ByteArrayOutputStream();
        texts.forEach(each -> all.writeBytes(bytes(each)));
        out.block(all.toByteArray());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String withHoles(String text, ByteArrayOutputStream bytes) {
        var left = new StringBuilder();
        for (int at = 0; at < text.length();) {
            int end = at;
            while (end < text.length() && isDigit(text.charAt(end)) && end - at < LONGEST) {
                end++;
            }
            int digits = (end - at) / 2 * 2;
            if (digits >= SHORTEST) {
                left.append(HOLE).append((char) (digits / 2));
                bytes.writeBytes(HEX.parseHex(text, at, at + digits));
                at += digits;
            } else {
                left.append(text, at, Math.max(at + 1, end));
                at = Math.max(at + 1, end);
            }
        }
        return left.toString();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
    }

    /** @throws IllegalArgumentException if there are none */
    static String[] unpack(SheetIn in, int count) {
        int kind = in.count(HOLES | LISTED);
        String[] left;
        if ((kind & LISTED) != 0) {
            var list = strings(in, in.count(count));
            left = new String[count];
            var places = in.numbers(count);
            for (int i = 0; i < count; i++) {
                if (places[i] < 0 || places[i] >= list.length) {
                    throw new IllegalArgumentException("no place");
                }
                left[i] = list[(int) places[i]];
            }
        } else {
            left = strings(in, count);
        }
        var bytes = new SheetIn(in.block());
        if ((kind & HOLES) != 0) {
            for (int i = 0; i < count; i++) {
                left[i] = withoutHoles(left[i], bytes);
            }
        }
        return left;
    }

    private static String[] strings(SheetIn in, int count) {
        var lengths = in.numbers(count);
        var all = new SheetIn(in.block());
        var found = new String[count];
        for (int i = 0; i < count; i++) {
            if (lengths[i] < 0 || lengths[i] > MOST_CHARS) {
                throw new IllegalArgumentException("no length");
            }
            found[i] = new String(all.raw((int) lengths[i]), StandardCharsets.UTF_8);
        }
        return found;
    }

    private static String withoutHoles(String left, SheetIn bytes) {
        if (left.indexOf(HOLE) < 0) {
            return left;
        }
        var text = new StringBuilder();
        for (int i = 0; i < left.length(); i++) {
            if (left.charAt(i) != HOLE) {
                text.append(left.charAt(i));
            } else if (++i < left.length()) {
                text.append(HEX.formatHex(bytes.raw(left.charAt(i))));
            }
        }
        return text.toString();
    }
}
