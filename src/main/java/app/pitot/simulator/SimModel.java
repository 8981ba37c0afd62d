package app.pitot.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * One simulated model.
 *
 * @param contextTokens prompt and completion together
 * @param speed output tokens per second
 * @param ttftMs until output starts
 * @param efforts accepted values of {@code reasoning_effort}; empty if it does not reason
 * @param publicEntry as listed in the public catalogue
 */
record SimModel(String id, String owner, int contextTokens, double speed, int ttftMs, List<String> efforts,
        ObjectNode publicEntry) {
    boolean reasons() {
        return !efforts.isEmpty();
    }
}
