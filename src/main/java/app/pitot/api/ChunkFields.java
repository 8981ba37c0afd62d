package app.pitot.api;

import java.util.List;

/**
 * What one JSON payload of a reply says.
 *
 * @param reasoning never null; empty if none
 * @param answer never null; empty if none
 * @param finishReason null or not empty
 * @param error null if the payload carries none
 * @param served {@link Served#NONE} if nothing is said of it
 * @param calls pieces of tool calls; may be empty
 * @param chances of the answer's tokens; may be empty
 * @param oddity a short sentence for the request's details, or null
 */
record ChunkFields(String reasoning, String answer, String finishReason, Usage usage, ServerTiming timing,
        ErrorBody error, Served served, List<ToolPiece> calls, List<TokenChance> chances, String oddity) {}
