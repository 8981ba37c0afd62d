package app.pitot.ui.transcript;

import app.pitot.history.Picture;
import app.pitot.markdown.Visible;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What the user asked. */
public final class Question implements Message {
    private final String text;
    private final String words;
    private final List<Picture> pictures;
    private final BooleanProperty hovered = new SimpleBooleanProperty();
    private final BooleanProperty chosen = new SimpleBooleanProperty();
    private boolean unplaced;
    private final BooleanProperty whole = new SimpleBooleanProperty();
    private final ObjectProperty<List<MessageAction>> actions = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<Versions> versions = new SimpleObjectProperty<>();

    Question(String text, List<Picture> pictures) {
        this.text = text;
        this.words = Visible.of(text.strip());
        this.pictures = List.copyOf(pictures);
    }

    /** Shown with the text; may be empty. */
    public List<Picture> pictures() {
        return pictures;
    }

    /** The text as it is shown. */
    String words() {
        return words;
    }

    /** True while its row waits to be made. */
    boolean unplaced() {
        return unplaced;
    }

    void unplaced(boolean waits) {
        unplaced = waits;
    }

    /** True while all of a long text is shown. */
    BooleanProperty whole() {
        return whole;
    }

    @Override
    public String markdown() {
        return text;
    }

    @Override
    public String plainText() {
        return text;
    }

    @Override
    public BooleanProperty chosen() {
        return chosen;
    }

    @Override
    public BooleanProperty hovered() {
        return hovered;
    }

    @Override
    public ObjectProperty<List<MessageAction>> actions() {
        return actions;
    }

    @Override
    public ObjectProperty<Versions> versions() {
        return versions;
    }
}
