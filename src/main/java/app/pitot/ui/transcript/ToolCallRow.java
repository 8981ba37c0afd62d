package app.pitot.ui.transcript;

/**
 * A call that a reply wants made, with the place for its result.
 *
 * @param first true for the first call of the reply
 */
public record ToolCallRow(ReplyRows message, ToolCalls calls, ToolCalls.Call call, boolean first) implements Row {}
