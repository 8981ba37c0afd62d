package app.pitot.ui.transcript;

import app.pitot.markdown.Block;
import app.pitot.markdown.Inline;
import java.util.List;
import javafx.scene.layout.Region;

/** A table; cells that did not change are left alone. */
final class TableBody implements BlockBody {
    private final LinkOpener opener;
    private final IndentPane indent = new IndentPane();
    private final TablePane pane = new TablePane();

    TableBody(LinkOpener opener) {
        this.opener = opener;
        indent.content(pane);
    }

    @Override
    public boolean takes(Block block) {
        return block instanceof Block.Table;
    }

    @Override
    public void show(Block block) {
        var table = (Block.Table) block;
        indent.place(table.place());
        pane.shape(table.columns(), table.rows().size() + 1, this::cell);
        row(0, table.header(), table.columns().size());
        for (int i = 0; i < table.rows().size(); i++) {
            row(i + 1, table.rows().get(i), table.columns().size());
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

    private ProseFlow cell(int row) {
        return new ProseFlow(opener, row == 0 ? "grid-head" : "grid-cell");
    }

    private void row(int row, List<List<Inline>> cells, int columns) {
        for (int column = 0; column < columns; column++) {
            pane.cell(row, column).set(column < cells.size() ? cells.get(column) : List.of());
        }
    }
}
