package app.pitot.transfer;

import app.pitot.history.Conversation;
import app.pitot.history.Message;
import java.io.IOException;

/** Hears what a file says, in its order. */
interface Taking {
    /** A conversation begins; one that was heard before has ended. */
    void conversation(Conversation conversation) throws IOException;

    /** A message of it. */
    void message(Message message) throws IOException;

    /** The conversation has ended, perhaps with another header than it began with. */
    void ended(Conversation conversation) throws IOException;
}
