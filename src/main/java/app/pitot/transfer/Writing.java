package app.pitot.transfer;

import app.pitot.history.Conversation;
import app.pitot.history.Message;
import java.io.IOException;
import java.util.List;

/** A file under way. */
interface Writing {
    /** @param messages of all branches, in the order in which they were added */
    void conversation(Conversation conversation, List<Message> messages) throws IOException;

    void end() throws IOException;
}
