package app.pitot.api;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Makes chunks of every sort, ordinary and odd, into one reused array; the same ones for the same seed. */
final class ChunkMaker {
    /** Where a chunk begins, so that offsets are tested too. */
    static final int OFFSET = 7;

    private static final String[] CONTENTS = {"Hello", " world", "", "\\n", "\\\"quoted\\\"", "a\\tb\\r\\f\\b\\/\\\\",
        "\\u00e9\\u00FC", "é漢字", "🚀", "\\ud83d\\ude80", "\\ud83d", "\\ude80", "\\ud83d\\ud83d\\ude80\\ude80",
        "🚀\\ude80", "\\ud83d🚀", "\u007f", "\\u0000\\u001f", "]}}],", "{\\\"choices\\\":[]}", "ﬀ\uFFFF\uFFFD",
        "x".repeat(90), "\u0080\u07ff\u0800"};
    private static final String[] ODD_CONTENTS = {"null", "[]", "[{\"type\":\"text\",\"text\":\"part\"}]", "12", "true",
        "{\"a\":1}", "[\"s\"]", "[{\"type\":\"thinking\",\"thinking\":[{\"type\":\"text\",\"text\":\"t\"}]}]"};
    private static final String[] SCALARS = {"0", "-1", "12.5", "1787325819", "true", "false", "null", "\"s\"", "\"\"",
        "1e5", "-0", "01", "1.", "-", "nul", "\"\\u0041\"", "\"é\"", "123456789012345678901234567890"};
    private static final String[] SPACES = {"", "", "", "", "", "", " ", "\n", "\t", "  "};

    private final SplittableRandom random;
    private final StringBuilder out = new StringBuilder();
    private byte[] bytes = new byte[4096];

    ChunkMaker(SplittableRandom random) {
        this.random = random;
    }

    byte[] bytes() {
        return bytes;
    }

    String text(int length) {
        return new String(bytes, OFFSET, length, StandardCharsets.UTF_8);
    }

    /** Makes the next chunk and returns its length. */
    int next() {
        out.setLength(0);
        int[] order = shuffled(5);
        space();
        out.append('{');
        boolean first = true;
        for (int field : order) {
            int mark = out.length();
            if (!first) {
                out.append(',');
            }
            space();
            if (top(field)) {
                first = false;
            } else {
                out.setLength(mark);
            }
        }
        out.append('}');
        space();
        return encode();
    }

    private boolean top(int field) {
        return switch (field) {
            case 0 -> {
                key(often(300) ? "choices" : "ch\\u006fices");
                choices();
                yield true;
            }
            case 1 -> maybe(2) && extra("\"id\":\"chatcmpl-", random.nextInt(100_000), "\"");
            case 2 -> maybe(2) && extra("\"created\":", random.nextInt(2_000_000_000), "");
            case 3 -> often(6) ? false : rareTop();
            default -> maybe(3) && value("service");
        };
    }

    private boolean extra(String before, int number, String after) {
        out.append(before).append(number).append(after);
        return true;
    }

    private boolean value(String name) {
        key(name);
        if (maybe(4)) {
            out.append("{\"a\":[1,{\"b\":null}],\"c\":");
            scalar();
            out.append('}');
        } else {
            scalar();
        }
        return true;
    }

    private boolean rareTop() {
        switch (random.nextInt(9)) {
            case 0 -> out.append("\"usage\":null");
            case 1 -> out.append("\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":4,\"total_tokens\":7}");
            case 2 -> out.append("\"error\":{\"message\":\"m\",\"code\":429}");
            case 3 -> out.append("\"x_groq\":{\"id\":\"r\",\"usage\":{\"completion_tokens\":4}}");
            case 4 -> out.append("\"time_info\":{\"completion_time\":0.5}");
            case 5 -> out.append("\"error\":null");
            case 6 -> out.append("\"code\":0,\"message\":\"ok\"");
            case 7 -> out.append("\"object\":\"error\",\"message\":\"m\"");
            default -> out.append("\"choices\":[]");
        }
        return true;
    }

    private void choices() {
        int sort = random.nextInt(40);
        if (sort == 0) {
            out.append("null");
        } else if (sort == 1) {
            out.append("[]");
        } else {
            out.append('[');
            space();
            choice();
            if (sort == 2) {
                out.append(',');
                choice();
            }
            space();
            out.append(']');
        }
    }

    private void choice() {
        out.append('{');
        boolean first = true;
        for (int field : shuffled(5)) {
            if (field > 0 && maybe(2)) {
                continue;
            }
            if (!first) {
                out.append(',');
            }
            first = false;
            space();
            switch (field) {
                case 0 -> {
                    key("delta");
                    delta();
                }
                case 1 -> {
                    key("index");
                    out.append(often(10) ? "0" : pick(SCALARS));
                }
                case 2 -> {
                    key("finish_reason");
                    out.append(often(12) ? "null" : "\"stop\"");
                }
                case 3 -> value(often(20) ? "annotations" : "text");
                default -> logprobs();
            }
        }
        out.append('}');
    }

    private void logprobs() {
        key("logprobs");
        out.append(often(6)
                ? "null"
                : maybe(2)
                        ? "{\"content\":[{\"token\":\"a\",\"logprob\":-0.5,\"top_logprobs\":[]}]}"
                        : "{\"content\":null}");
    }

    private void delta() {
        out.append('{');
        int fields = random.nextInt(4);
        for (int i = 0; i < fields; i++) {
            if (i > 0) {
                out.append(',');
            }
            space();
            switch (random.nextInt(12)) {
                case 0, 1, 2, 3, 4 -> string("content");
                case 5, 6 -> string("reasoning");
                case 7, 8 -> string("reasoning_content");
                case 9 -> out.append("\"role\":\"assistant\"");
                case 10 -> out.append(maybe(3)
                        ? "\"tool_calls\":[{\"index\":0,\"id\":\"c\",\"function\":{\"name\":\"f\",\"arguments\":\"{\"}}]"
                        : "\"tool_calls\":null");
                default -> out.append(maybe(2)
                        ? "\"reasoning_details\":[{\"type\":\"reasoning.summary\",\"summary\":\"d\"}]"
                        : "\"channel\":\"analysis\"");
            }
        }
        out.append('}');
    }

    private void string(String name) {
        key(name);
        if (often(12)) {
            out.append('"');
            for (int i = random.nextInt(3); i >= 0; i--) {
                out.append(pick(CONTENTS));
            }
            out.append('"');
        } else {
            out.append(pick(ODD_CONTENTS));
        }
    }

    /** Cuts, flips, drops or repeats a byte and returns the new length. */
    int damage(int length) {
        int at = OFFSET + random.nextInt(length);
        switch (random.nextInt(4)) {
            case 0 -> length = at - OFFSET;
            case 1 -> bytes[at] = (byte) random.nextInt(256);
            case 2 -> {
                System.arraycopy(bytes, at + 1, bytes, at, OFFSET + length - at - 1);
                length--;
            }
            default -> {
                System.arraycopy(bytes, at, bytes, at + 1, OFFSET + length - at);
                length++;
            }
        }
        return length;
    }

    private int encode() {
        var made = out.toString().getBytes(StandardCharsets.UTF_8);
        if (bytes.length < made.length + OFFSET + 8) {
            bytes = Arrays.copyOf(bytes, 2 * made.length + 64);
        }
        System.arraycopy(made, 0, bytes, OFFSET, made.length);
        return made.length;
    }

    private void key(String name) {
        out.append('"').append(name).append('"');
        space();
        out.append(':');
        space();
    }

    private void scalar() {
        out.append(often(4) ? SCALARS[random.nextInt(9)] : pick(SCALARS));
    }

    private void space() {
        out.append(pick(SPACES));
    }

    private String pick(String[] from) {
        return from[random.nextInt(from.length)];
    }

    private boolean maybe(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private boolean often(int oneIn) {
        return random.nextInt(oneIn) != 0;
    }

    private int[] shuffled(int n) {
        var order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
