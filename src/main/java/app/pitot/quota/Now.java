package app.pitot.quota;

import app.pitot.base.Clocks;

/** One reading of both clocks, so that everything worked out together belongs to the same instant. */
record Now(long nanos, long wallMillis) {
    static Now of(Clocks clocks) {
        return new Now(clocks.nanos(), clocks.now().toEpochMilli());
    }
}
