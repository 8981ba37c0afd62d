package app.pitot.api;

/** One turn of a conversation, as sent. */
public record ChatMessage(Role role, String text) {
    public enum Role {
        SYSTEM, USER, ASSISTANT;

        /** As the wire spells it. */
        public String wireName() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
