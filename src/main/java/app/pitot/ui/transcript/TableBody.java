package app.pitot.ui.transcript;

import app.pitot.markdown.Block;
import app.pitot.markdown.Inline;
import java.util.List;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/** A table; cells that did not change are left alone. */
final class TableBody implements BlockBody {
    private final LinkOpener opener;
    private final IndentPane indent = new IndentPane();
    private final BlockRow row;
    private final TableWidths widths;
    private final TablePane pane;
    private final Subscription widened;

    TableBody(BlockRow row, LinkOpener opener) {
        this.row = row;
        this.opener = opener;
        widths = row.table();
        pane = new TablePane(wanted -> widths.of(row, wanted));
        widened = widths.changes().subscribe((was, is) -> pane.requestLayout());
        indent.content(pane);
    }

    @Override
    public boolean takes(Block block) {
        return block instanceof Block.Table && row.table() == widths;
    }

    @Override
    public void show(Block block) {
        var table = (Block.Table) block;
        indent.place(table.place());
        int head = table.continued() ? 0 : 1;
        pane.shape(table.columns(), table.rows().size() + head, index -> cell(index < head));
        if (head > 0) {
            row(0, table.header(), table.columns().size());
        }
        for (int i = 0; i < table.rows().size(); i++) {
            row(i + head, table.rows().get(i), table.columns().size());
        }
    }

    @Override
    public void joins(Block before, double space) {
        indent.reach(space, before == null ? 0 : before.place().quote());
    }

    @Override
    public Selectable selectable() {
        return pane;
    }

    @Override
    public Region node() {
        return indent;
    }

    @Override
    public void dispose() {
        widened.unsubscribe();
    }

    private ProseFlow cell(boolean head) {
        return new ProseFlow(opener, head ? "grid-head" : "grid-cell");
    }

    private void row(int row, List<List<Inline>> cells, int columns) {
        for (int column = 0; column < columns; column++) {
            pane.cell(row, column).set(column < cells.size() ? cells.get(column) : List.of());
        }
    }
}
