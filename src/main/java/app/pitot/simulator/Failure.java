package app.pitot.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * An error answer in some dialect.
 *
 * @param status 200 where a provider hides an error behind it
 * @param headers beside those that tell of the limits
 */
record Failure(int status, ObjectNode body, Map<String, String> headers) {
    Failure(int status, ObjectNode body) {
        this(status, body, Map.of());
    }
}
