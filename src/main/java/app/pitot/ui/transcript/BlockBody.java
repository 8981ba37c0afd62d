package app.pitot.ui.transcript;

import app.pitot.markdown.Block;
import javafx.scene.layout.Region;

/** What a cell shows for one kind of block. */
interface BlockBody {
    /** True if this body can show {@code block}, so that it need not be replaced. */
    boolean takes(Block block);

    void show(Block block);

    Region node();

    /** Its text for selecting and marking; null if it has none. */
    default Selectable selectable() {
        return null;
    }

    /** Told about the space above, for what has to span it. */
    default void joins(Block before, double space) {}

    /** Lets go of what outlives the body. */
    default void dispose() {}
}
