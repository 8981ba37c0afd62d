package app.pitot.transfer;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Heading;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Texts of others in a Markdown file, such that nothing of what they say reaches beyond them. */
public final class Contained {
    private static final Pattern MARKUP = Pattern.compile("([\\\\`*_{}\\[\\]<>()#+!|~&-])");
    private static final int LONGEST_PARSED = 2_000_000;

    private Contained() {}

    /** {@code text} as it reads, whatever it contains; one line. */
    public static String words(String text) {
        return MARKUP.matcher(text).replaceAll("\\\\$1");
    }

    /** In a span of code; one line. */
    public static String code(String text) {
        var fence = "`".repeat(longestRun(text) + 1);
        return fence + " " + text + " " + fence;
    }

    /** In a block of code whose fence no line of {@code text} can end. */
    static String fenced(String text, String language) {
        var fence = "`".repeat(Math.max(3, longestRun(text) + 1));
        return fence + language + "\n" + text.replaceAll("\\R", "\n").stripTrailing() + "\n" + fence;
    }

    /** As a quote: an open fence or tag in it ends where the quote ends. */
    static String quoted(String text) {
        return text.isBlank()
                ? ""
                : text.replaceAll("\\R", "\n").strip().lines().map(each -> each.isEmpty() ? ">" : "> " + each)
                        .collect(Collectors.joining("\n"));
    }

    /** Markdown as it is if it ends by itself, else as a quote. */
    static String reply(String markdown) {
        var text = markdown.replaceAll("\\R", "\n").strip();
        return text.length() <= LONGEST_PARSED && endsByItself(text) ? text : quoted(text);
    }

    /** True if a heading behind {@code text} would be one. Looks at blocks alone: spans end where their block ends. */
    private static boolean endsByItself(String text) {
        int line = (int) text.lines().count() + 1;
        var last = Parser.builder().extensions(List.of(TablesExtension.create()))
                .includeSourceSpans(IncludeSourceSpans.BLOCKS).inlineParserFactory(_ -> (_, _) -> {})
                .build().parse(text + "\n\n## .\n").getLastChild();
        return last instanceof Heading heading && heading.getSourceSpans().getFirst().getLineIndex() == line;
    }

    private static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
