package app.pitot.markdown;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** Turns the inline nodes below one block into runs. Nesting is bounded by {@link Dialect}. */
final class InlineReader {
    private final List<Inline> runs = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int style;
    private String target;

    private InlineReader() {}

    static List<Inline> read(Node parent) {
        var reader = new InlineReader();
        reader.children(parent, 0, null);
        reader.flush();
        return List.copyOf(reader.runs);
    }

    private void children(Node parent, int style, String target) {
        for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Text words -> add(words.getLiteral(), style, target);
                case Code code -> add(code.getLiteral(), style | Inline.CODE, target);
                case Emphasis inner -> children(inner, style | Inline.ITALIC, target);
                case StrongEmphasis inner -> children(inner, style | Inline.BOLD, target);
                case StrikeDelimiter.Strike inner -> children(inner, style | Inline.STRIKE, target);
                case Link link -> children(link, style, link.getDestination());
                case Image image -> image(image, style);
                case SoftLineBreak soft -> add(" ", style, target);
                case HardLineBreak hard -> add("\n", style, target);
                case HtmlInline html -> html(html.getLiteral(), style, target);
                default -> children(node, style, target);
            }
        }
    }

    private void html(String literal, int style, String target) {
        // The one tag that models write in table cells for want of anything else.
        var isBreak = literal.equalsIgnoreCase("<br>") || literal.equalsIgnoreCase("<br/>")
                || literal.equalsIgnoreCase("<br />");
        add(isBreak ? "\n" : literal, style, target);
    }

    private void image(Image image, int style) {
        var alt = Inline.text(read(image));
        var host = host(image.getDestination());
        add("[image" + (alt.isBlank() ? "" : ": " + alt) + "]" + (host.isEmpty() ? "" : " " + host), style,
                image.getDestination());
    }

    private static String host(String address) {
        try {
            var host = URI.create(address).getHost();
            return host == null ? "" : host;
        } catch (IllegalArgumentException notAnAddress) {
            return "";
        }
    }

    private void add(String more, int moreStyle, String moreTarget) {
        if (moreStyle != style || !java.util.Objects.equals(moreTarget, target)) {
            flush();
            style = moreStyle;
            target = moreTarget;
        }
        text.append(more);
    }

    private void flush() {
        if (!text.isEmpty()) {
            run(text.toString());
            text.setLength(0);
        }
    }

    /** The marks of what would not be seen are runs of their own. */
    private void run(String words) {
        int from = 0;
        for (var marks = Visible.MARKS.matcher(words); words.indexOf('⟨', from) >= 0
                && marks.find(from); from = marks.end()) {
            if (marks.start() > from) {
                runs.add(new Inline(words.substring(from, marks.start()), style, target));
            }
            runs.add(new Inline(marks.group(), style | Inline.UNSEEN, target));
        }
        if (from < words.length()) {
            runs.add(new Inline(words.substring(from), style, target));
        }
    }
}
