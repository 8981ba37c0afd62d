package app.pitot.ui.connect;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** One sentence of a model, in the colour of how it is meant; takes no room while there is nothing to say. */
public final class SaidLine extends Label {
    public SaidLine(ObservableValue<Said> said) {
        setWrapText(true);
        setMinHeight(Region.USE_PREF_SIZE);
        said.subscribe(this::show);
    }

    /** A complaint of a field. */
    static SaidLine complaint(ObservableValue<String> problem) {
        return new SaidLine(problem.map(text -> text.isEmpty() ? Said.NOTHING : Said.bad(text)));
    }

    private void show(Said now) {
        setText(now.text());
        setVisible(!now.nothing());
        setManaged(!now.nothing());
        getStyleClass().removeAll("text-good", "text-warn", "text-bad", "text-muted");
        getStyleClass().add(switch (now.tone()) {
            case PLAIN -> "text-muted";
            case GOOD -> "text-good";
            case WARN -> "text-warn";
            case BAD -> "text-bad";
        });
    }
}
