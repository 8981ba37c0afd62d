package app.pitot.ui.transcript;

/** Room below the last message. */
public record EndRow() implements Row {
    @Override
    public Message message() {
        return null;
    }
}
