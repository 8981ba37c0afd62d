package app.pitot.store;

/** Whom a lesson is of. */
record LessonKey(String accountId, String modelId) {}
