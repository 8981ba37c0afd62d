package app.pitot.history;

import app.pitot.api.ToolCall;
import java.time.Instant;
import java.util.List;

/**
 * One node in the tree of a conversation. Messages with the same parent are versions of each other: the edited question,
 * the regenerated reply.
 *
 * @param id a UUID
 * @param conversationId whose it is
 * @param parentId the message that it follows; null for a first one
 * @param at when it was written or asked for
 * @param text Markdown for a reply; never null
 * @param reasoning of a reply; never null
 * @param pictures of a question; never null
 * @param toolCalls that a reply wants made; never null
 * @param toolCallId of a tool result: the call that it answers; else null
 * @param exchangeId of a reply: its row in the ledger; else null
 * @param facts what is known of a reply; null until it has ended, and for one that Pitot did not live to see end
 * @param damaged true if what was read is not what was written: to be shown as damaged, never as good
 */
public record Message(String id, String conversationId, String parentId, Kind kind, Instant at, String text,
        String reasoning, List<Picture> pictures, List<ToolCall> toolCalls, String toolCallId, String exchangeId,
        State state, ReplyFacts facts, boolean damaged) {
    public Message {
        pictures = List.copyOf(pictures);
        toolCalls = List.copyOf(toolCalls);
    }

    /** What the user asks. */
    public static Message question(String id, String conversationId, String parentId, Instant at, String text,
            List<Picture> pictures) {
        return new Message(id, conversationId, parentId, Kind.QUESTION, at, text, "", pictures, List.of(), null, null,
                State.COMPLETE, null, false);
    }

    /** What a tool gave, as the user entered it. */
    public static Message toolResult(String id, String conversationId, String parentId, Instant at, String callId,
            String text) {
        return new Message(id, conversationId, parentId, Kind.TOOL_RESULT, at, text, "", List.of(), List.of(), callId,
                null, State.COMPLETE, null, false);
    }

    /** A reply that is about to be asked for. */
    public static Message reply(String id, String conversationId, String parentId, Instant at, String exchangeId) {
        return new Message(id, conversationId, parentId, Kind.REPLY, at, "", "", List.of(), List.of(), null,
                exchangeId, State.STREAMING, null, false);
    }

    /** This reply, ended. */
    public Message ended(String answer, String thoughts, ReplyFacts known) {
        return new Message(id, conversationId, parentId, kind, at, answer, thoughts, pictures, known.toolCalls(),
                toolCallId, exchangeId, State.of(known.outcome()), known, damaged);
    }

    public enum Kind {
        QUESTION, REPLY, TOOL_RESULT
    }

    /** How far a message came. */
    public enum State {
        /** A reply under way, in this or another running Pitot. */
        STREAMING,
        /** Whole; a reply that ran into its token limit is complete, too, and its facts say so. */
        COMPLETE,
        /** The stream ended early, or Pitot did. */
        TRUNCATED,
        /** Ended by the user. */
        STOPPED,
        /** The provider answered with an error. */
        REFUSED,
        /** No answer. */
        FAILED;

        /** The state of a reply that ended so. */
        public static State of(app.pitot.api.Outcome outcome) {
            return valueOf(outcome.name());
        }
    }
}
