package app.pitot.ui.compare;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Node;

/**
 * Where a lane leads.
 *
 * @param choose opens the list of models for it, below the node
 * @param parameters opens its parameters
 */
record LaneActions(BiConsumer<LaneModel, Node> choose, Consumer<LaneModel> parameters) {}
