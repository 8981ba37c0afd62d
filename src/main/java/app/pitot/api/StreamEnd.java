package app.pitot.api;

import java.util.List;

/**
 * How a call ended. The text itself went to the sink.
 *
 * @param outcome never null
 * @param finishReason as the provider spelled it, or null
 * @param usage null if none was reported
 * @param serverTiming null if none was reported
 * @param error null if complete or stopped
 * @param chunks events with a JSON payload
 * @param endNanos ticker reading at [DONE] or at the end of the body
 * @param streamed false if the reply came as one JSON answer, so that nothing tells when its first token was made
 * @param served {@link Served#NONE} if no router said anything
 * @param headers of the last response; {@link SeenHeaders#NONE} if none came
 * @param toolCalls what the model wants called, as far as it came, in order; may be empty
 * @param chances of the answer's tokens, in order; empty unless asked for and given
 */
public record StreamEnd(Outcome outcome, String finishReason, Usage usage, ServerTiming serverTiming, ApiError error,
        int chunks, long endNanos, boolean streamed, Served served, SeenHeaders headers,
        List<ToolCall> toolCalls, List<TokenChance> chances) {
    public StreamEnd {
        toolCalls = List.copyOf(toolCalls);
        chances = List.copyOf(chances);
    }

    /** Without a router's word, headers, tool calls and token probabilities. */
    public StreamEnd(Outcome outcome, String finishReason, Usage usage, ServerTiming serverTiming, ApiError error,
            int chunks, long endNanos, boolean streamed) {
        this(outcome, finishReason, usage, serverTiming, error, chunks, endNanos, streamed, Served.NONE,
                SeenHeaders.NONE, List.of(), List.of());
    }

    StreamEnd with(SeenHeaders seen) {
        return new StreamEnd(outcome, finishReason, usage, serverTiming, error, chunks, endNanos, streamed, served,
                seen, toolCalls, chances);
    }
}
