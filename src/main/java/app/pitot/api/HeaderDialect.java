package app.pitot.api;

import java.util.List;

/** Reads the rate-limit headers of one family of providers. */
interface HeaderDialect {
    /** The windows that the headers describe; empty if none. */
    List<LimitReading> read(ReplyHeaders headers);
}
