package app.pitot.markdown;

import java.util.List;
import java.util.Set;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** CommonMark as we read it: with tables, strikethrough, bare links and maths left alone, without
 * HTML blocks, with bounded nesting. */
final class Dialect {
    /** Deeper nesting stays text: nobody can read it and it would cost stack. */
    private static final int MAX_NESTING = 40;

    /** Blocks and inlines. */
    private final Parser whole = base().extensions(List.of(AutolinkExtension.create()))
            .customDelimiterProcessor(new StrikeDelimiter()).customInlineContentParserFactory(new Maths.Factory())
            .build();
    /** Blocks only, with their positions. */
    private final Parser outline = base().includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .inlineParserFactory(context -> (lines, node) -> {}).build();

    private static Parser.Builder base() {
        return Parser.builder().extensions(List.of(TablesExtension.create()))
                .enabledBlockTypes(Set.of(Heading.class, ThematicBreak.class, FencedCodeBlock.class, BlockQuote.class,
                        ListBlock.class, IndentedCodeBlock.class))
                .maxOpenBlockParsers(MAX_NESTING).maxInlineNesting(MAX_NESTING);
    }

    Node parse(String text) {
        return whole.parse(text);
    }

    Node outline(String text) {
        return outline.parse(text);
    }
}
