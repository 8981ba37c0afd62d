package app.pitot.api;

/**
 * What one JSON payload of a reply says.
 *
 * @param reasoning never null; empty if none
 * @param answer never null; empty if none
 * @param finishReason null or not empty
 * @param error null if the payload carries none
 * @param served {@link Served#NONE} if nothing is said of it
 * @param oddity a short sentence for the request's details, or null
 */
record ChunkFields(String reasoning, String answer, String finishReason, Usage usage, ServerTiming timing,
        ErrorBody error, Served served, String oddity) {}
