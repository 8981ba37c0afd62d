package app.pitot.simulator;

import java.util.List;

/**
 * All that a reply would say if nothing cut it short.
 *
 * @param reasoning may be empty
 * @param answer may be empty
 * @param calls of tools; if there are any, there is no answer
 */
record Plot(String reasoning, String answer, List<Call> calls) {
    /** @param arguments JSON text of an object */
    record Call(String id, String name, String arguments) {}
}
