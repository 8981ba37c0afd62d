package app.pitot.markdown;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** What a model, or somebody through it, might send to break a window: each by a name. */
public final class HostileSamples {
    private HostileSamples() {}

    /** More than 300 texts, the same ones at every call. */
    public static Map<String, String> all() {
        var all = new LinkedHashMap<String, String>();
        large(all);
        links(all);
        signs(all);
        marks(all);
        mixtures(all);
        return all;
    }

    private static void large(Map<String, String> all) {
        all.put("1 MB in one line", "x".repeat(1_000_000));
        all.put("1 MB of words in one line", "word ".repeat(200_000));
        all.put("a million backticks", "`".repeat(1_000_000));
        all.put("10,000 quotes in each other", ">".repeat(10_000) + " deep");
        all.put("10,000 quotes with spaces", "> ".repeat(10_000) + "deep");
        var lists = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            lists.append(" ".repeat(i * 2)).append("- deep\n");
        }
        all.put("300 lists in each other", lists.toString());
        all.put("10,000 lists in one line", "- ".repeat(10_000) + "deep");
        all.put("a table of 1,000 columns", "|a".repeat(1_000) + "|\n" + "|-".repeat(1_000) + "|\n"
                + ("|1".repeat(1_000) + "|\n").repeat(5));
        all.put("a table of 10,000 rows", "| a | b |\n|---|---|\n" + "| 1 | 2 |\n".repeat(10_000));
        all.put("10,000 links", "[a](https://example.org) ".repeat(10_000));
        all.put("10,000 bare links", "https://example.org/a ".repeat(10_000));
        all.put("marks without words", "*a**b_c_".repeat(10_000));
        all.put("10,000 references", "[a][b] ".repeat(10_000) + "\n\n[b]: https://example.org\n");
        all.put("an endless fence", "```java\n" + "/* \"\n".repeat(20_000));
        all.put("words from right to left", "اللغة العربية هي أكثر اللغات السامية ".repeat(400) + "\n\n- "
                + "השפה העברית היא שפה שמית ".repeat(20) + "\n\n| " + "نص طويل في خلية ".repeat(20)
                + "| b |\n|-|-|\n| c | d |");
        all.put("joined emoji", "👨‍👩‍👧‍👦🏳️‍🌈👍🏽".repeat(5_000));
        all.put("1 MB of code in one line", "```json\n" + "[".repeat(1_000_000));
    }

    private static void links(Map<String, String> all) {
        for (var scheme : new String[]{"javascript:alert(1)", "JaVaScRiPt:alert(1)", "file:///etc/passwd", "smb://h/s",
            "data:text/html,<script>1</script>", "vbscript:x", "\\\\host\\share", "//host/x", "http:", "https://",
            "http://user:pw@host/", "https://xn--pple-43d.com", "https://аpple.com", "http://[::1]:1/", "mailto:a@b.c",
            "https://a.example/\u202egnp.exe", "jar:http://h!/", "about:blank", "ms-word:x",
            "https://e.org/" + "a".repeat(5_000)}) {
            all.put("link " + all.size(), "[text](" + scheme + ") and <" + scheme + "> and " + scheme);
            all.put("image " + all.size(), "![alt](" + scheme + ") [![alt](" + scheme + ")](" + scheme + ")");
            all.put("reference " + all.size(), "![alt][r] [text][r]\n\n[r]: " + scheme + " \"t\"\n");
            all.put("html " + all.size(), "<img src=\"" + scheme + "\" onerror=x><a href='" + scheme + "'>a</a>");
        }
    }

    private static void signs(Map<String, String> all) {
        for (int c : new int[]{0, 7, 8, 0xb, 0xc, 0x1b, 0x7f, 0x85, 0x9b, 0xad, 0x61c, 0x115f, 0x180e, 0x200b, 0x200c,
            0x200d, 0x200e, 0x200f, 0x2028, 0x2029, 0x202a, 0x202e, 0x2060, 0x2066, 0x2069, 0x3164, 0xfe0f, 0xfeff,
            0xfff9,
            0xfffe, 0xd800, 0xdfff, 0xe0001, 0xe0041, 0xe0100}) {
            var sign = c > 0xffff ? Character.toString(c) : String.valueOf((char) c);
            all.put("sign in prose " + Integer.toHexString(c), "a" + sign + "b **c" + sign + "**" + sign);
            all.put("sign in code " + Integer.toHexString(c), "`a" + sign + "`\n\n```java\nvar a" + sign + "b;\n```\n");
            all.put("many signs " + Integer.toHexString(c), sign.repeat(20_000));
        }
        all.put("escapes of a terminal", "\u001b[31mred\u001b[0m \u001b]8;;http://e.org\u0007x");
    }

    private static void marks(Map<String, String> all) {
        for (var mark : new String[]{"*", "_", "**a", "~~", "[", "![", "](", "<", "<a ", "&", "\\", "$", "$$", "\\(",
            "\\[",
            "|", "|-", "#", "=", "-", "+", "1.", "```\n", "~~~\n", "> ```\n", "\t", "\r", "<!--", "<script>",
            "[x]: y\n",
            "- [ ] ", "*_", "a**b", "http://", "www.", "a@b."}) {
            all.put("many " + mark, mark.repeat(20_000 / mark.length()));
            all.put("words and " + mark, ("word " + mark + " word\n").repeat(300));
        }
    }

    private static void mixtures(Map<String, String> all) {
        var random = new Random(4);
        for (int i = 0; i < 80; i++) {
            all.put("mixture " + i, MarkdownSamples.random(random, 60));
        }
    }
}
