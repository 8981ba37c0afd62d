package app.pitot.simulator;

import java.util.Map;

/** What the limiter says to a request; the headers describe the windows right after it. */
sealed interface Verdict {
    Map<String, String> headers();

    /** @param id names the reservation when it is settled */
    record Admitted(long id, Map<String, String> headers) implements Verdict {}

    record Refused(Failure failure, Map<String, String> headers) implements Verdict {}
}
