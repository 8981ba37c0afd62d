package app.pitot.ui.transcript;

import app.pitot.markdown.Block;
import javafx.scene.layout.Region;

/** A thematic break. */
final class RuleBody implements BlockBody {
    private final Region line = new Region();

    RuleBody() {
        line.getStyleClass().add("rule");
    }

    @Override
    public boolean takes(Block block) {
        return block instanceof Block.Rule;
    }

    @Override
    public void show(Block block) {
        // A rule has nothing of its own to show.
    }

    @Override
    public Region node() {
        return line;
    }
}
