package app.pitot.ui.transcript;

import app.pitot.markdown.Block;
import app.pitot.markdown.Inline;
import java.util.List;
import javafx.scene.layout.Region;

/** Paragraphs, headings, list items and plain text: one flow, a marker in its gutter, bars for quotes. */
final class TextBody implements BlockBody {
    private final IndentPane pane = new IndentPane();
    private final ProseFlow flow;
    private String variant = "";

    TextBody(LinkOpener opener) {
        flow = new ProseFlow(opener);
        pane.content(flow);
    }

    @Override
    public boolean takes(Block block) {
        return switch (block) {
            case Block.Paragraph p -> true;
            case Block.Heading h -> true;
            case Block.ListItem i -> true;
            case Block.PlainText t -> true;
            case Block.Code c -> false;
            case Block.Table t -> false;
            case Block.Rule r -> false;
        };
    }

    @Override
    public void show(Block block) {
        pane.place(block.place());
        pane.marker(block instanceof Block.ListItem item ? item : null);
        switch (block) {
            case Block.Heading heading -> show(heading.text(), "heading-" + Math.min(4, heading.level()));
            case Block.Paragraph paragraph -> show(paragraph.text(), "paragraph");
            case Block.ListItem item -> show(item.text(), "item");
            case Block.PlainText plain -> show(List.of(Inline.plain(plain.text())), "paragraph");
            case Block.Code c -> throw new IllegalArgumentException("code");
            case Block.Table t -> throw new IllegalArgumentException("table");
            case Block.Rule r -> throw new IllegalArgumentException("rule");
        }
    }

    @Override
    public void joins(Block before, double space) {
        pane.reach(space, before == null ? 0 : before.place().quote());
    }

    @Override
    public Selectable selectable() {
        return new FlowText(flow);
    }

    @Override
    public Region node() {
        return pane;
    }

    private void show(List<Inline> text, String nextVariant) {
        if (!variant.equals(nextVariant)) {
            flow.getStyleClass().remove(variant);
            flow.getStyleClass().add(nextVariant);
            variant = nextVariant;
        }
        flow.set(text);
    }
}
