package app.pitot.ui.transcript;

import app.pitot.markdown.Block;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** A block of a reply. */
public final class BlockRow implements Row {
    private final ReplyRows message;
    private final ObjectProperty<Block> block;
    private Block before;
    private CodeGroup code;
    private TableWidths table;
    private int lines;

    BlockRow(ReplyRows message, Block block) {
        this.message = message;
        this.block = new SimpleObjectProperty<>(block);
    }

    @Override
    public ReplyRows message() {
        return message;
    }

    public ObjectProperty<Block> block() {
        return block;
    }

    /** The block above it in the same reply, for the space between them; null if it is the first. */
    Block before() {
        return before;
    }

    /** The code block that it is a piece of; null if it shows no code. */
    CodeGroup code() {
        return code;
    }

    /** The table that it is a piece of; null if it shows none. */
    TableWidths table() {
        return table;
    }

    /** Shows {@code next} below the row {@code above}, which may be null. */
    void set(Block next, BlockRow above) {
        before = above == null ? null : above.block.get();
        if (next instanceof Block.Code piece) {
            if (!piece.part().begins() && above != null && above.code != null) {
                join(above.code);
            } else if (code == null) {
                join(new CodeGroup(piece.language()));
            }
            count(piece.text());
        } else {
            code = null;
            lines = 0;
        }
        table = next instanceof Block.Table piece ? table(piece, above) : null;
        block.set(next);
    }

    private TableWidths table(Block.Table piece, BlockRow above) {
        if (piece.continued() && above != null && above.table != null) {
            return above.table;
        }
        boolean same = table != null && block.get() instanceof Block.Table was && !was.continued();
        return same ? table : new TableWidths();
    }

    private void count(String text) {
        int now = (int) text.lines().count();
        code.lines().set(code.lines().get() + now - lines);
        lines = now;
    }

    private void join(CodeGroup group) {
        if (code != group) {
            lines = 0;
            code = group;
            group.add(this);
        }
    }
}
