package app.pitot.api;

/**
 * A piece of a tool call, as one chunk brings it.
 *
 * @param index which call of the reply it belongs to; null if it is not said
 * @param id null if it is not said
 * @param name null if it is not said
 * @param arguments to be added to what came before; never null
 */
record ToolPiece(Integer index, String id, String name, String arguments) {}
