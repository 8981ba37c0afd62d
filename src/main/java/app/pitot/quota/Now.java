package app.pitot.quota;

/** One reading of the meter's {@link Timeline} and the wall clock, so that everything worked out together belongs to the same instant. */
record Now(long nanos, long wallMillis) {}
