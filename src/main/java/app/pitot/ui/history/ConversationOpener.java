package app.pitot.ui.history;

/** The way from the list into the chat. JavaFX thread only. */
public interface ConversationOpener {
    /**
     * Shows a conversation.
     *
     * @param messageId the message to show it at; null for its end
     */
    void open(String conversationId, String messageId);

    /** Shows an empty chat. */
    void newChat();

    /** Ends whatever reply runs in a conversation. */
    void stop(String conversationId);
}
