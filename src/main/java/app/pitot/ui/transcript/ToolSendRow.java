package app.pitot.ui.transcript;

/** Below the calls of a reply: what becomes of their results. */
public record ToolSendRow(ReplyRows message, ToolCalls calls) implements Row {}
