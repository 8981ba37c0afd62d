package app.pitot.ui.chat;

import app.pitot.base.Texts;
import app.pitot.history.Message;
import app.pitot.history.Picture;
import java.util.List;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What stands in the composer: a new question, or an old one that is put in other words while the new one waits. */
final class Draft {
    private final StringProperty text = new SimpleStringProperty("");
    private final ObservableList<Picture> pictures = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper hint = new ReadOnlyStringWrapper("");
    private Message edited;
    private String waitingText = "";
    private List<Picture> waitingPictures = List.of();
    private Runnable replaced = () -> {};

    StringProperty text() {
        return text;
    }

    ObservableList<Picture> pictures() {
        return pictures;
    }

    /** What the composer says of itself; empty for nothing. */
    ReadOnlyStringProperty hint() {
        return hint.getReadOnlyProperty();
    }

    void say(String words) {
        hint.set(words);
    }

    /** Called whenever something else stands here, other than by typing. */
    void onReplaced(Runnable heard) {
        replaced = heard;
    }

    /** Takes back {@code words} if they still stand there. */
    void unsay(String words) {
        if (hint.get().equals(words)) {
            hint.set(edited == null ? "" : Texts.get("chat.editing"));
        }
    }

    boolean isBlank() {
        return text.get().isBlank() && pictures.isEmpty();
    }

    /** The question that is put in other words, or null. */
    Message edited() {
        return edited;
    }

    /** The text of the new question, also while an old one stands in its place. */
    String unsent() {
        return edited == null ? text.get() : waitingText;
    }

    /** The pictures of the new question, also while an old one stands in its place. */
    List<Picture> unsentPictures() {
        return edited == null ? List.copyOf(pictures) : waitingPictures;
    }

    /** Puts {@code question} in the place of what is typed, which comes back with {@link #back}. */
    void edit(Message question) {
        if (edited == null) {
            waitingText = text.get();
            waitingPictures = List.copyOf(pictures);
        }
        edited = question;
        put(question.text(), question.pictures(), Texts.get("chat.editing"));
    }

    /** Puts back what was typed before an old question took its place. */
    void back() {
        if (edited != null) {
            edited = null;
            put(waitingText, waitingPictures, "");
        }
    }

    /** What stands here was sent: empties it, or puts back what waited. */
    void sent() {
        if (edited == null) {
            put("", List.of(), "");
        } else {
            back();
        }
    }

    /** Shows what was typed in another conversation. */
    void show(String typed, List<Picture> attached) {
        edited = null;
        put(typed, attached, "");
    }

    private void put(String words, List<Picture> shown, String said) {
        text.set(words);
        pictures.setAll(shown);
        hint.set(said);
        replaced.run();
    }
}
