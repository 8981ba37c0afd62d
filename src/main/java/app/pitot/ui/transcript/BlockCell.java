package app.pitot.ui.transcript;

import app.pitot.markdown.Block;
import javafx.beans.value.ChangeListener;

/** Shows a block and follows its changes, replacing its body only when the kind of block changes. */
final class BlockCell extends RowCell {
    private final BlockRow row;
    private final LinkOpener opener;
    private final ChangeListener<Block> changed = (property, was, is) -> show(is);
    private BlockBody body;

    BlockCell(BlockRow row, LinkOpener opener) {
        super(row);
        this.row = row;
        this.opener = opener;
        show(row.block().get());
        row.block().addListener(changed);
    }

    @Override
    public void dispose() {
        row.block().removeListener(changed);
        body.dispose();
    }

    @Override
    Selectable selectable() {
        return body.selectable();
    }

    private void show(Block block) {
        if (body == null || !body.takes(block)) {
            if (body != null) {
                body.dispose();
            }
            body = body(block);
            getNode().content(body.node());
        }
        body.show(block);
        var space = Spacing.above(row.before(), block);
        body.joins(row.before(), space);
        getNode().room(space, 0);
    }

    private BlockBody body(Block block) {
        return switch (block) {
            case Block.Code code -> new CodeBody(row);
            case Block.Table table -> new TableBody(row, opener);
            case Block.Rule rule -> new RuleBody();
            case Block.Paragraph p -> new TextBody(opener);
            case Block.Heading h -> new TextBody(opener);
            case Block.ListItem i -> new TextBody(opener);
            case Block.PlainText t -> new TextBody(opener);
        };
    }
}
