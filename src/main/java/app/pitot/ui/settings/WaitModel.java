package app.pitot.ui.settings;

import app.pitot.base.Texts;
import java.time.Duration;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One waiting time in whole seconds. JavaFX thread only. */
final class WaitModel {
    private static final int LONGEST = 3_600;

    private final Duration usual;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    /** @param now null for the usual one */
    WaitModel(Duration now, Duration usual) {
        this.usual = usual;
        if (now != null && !now.equals(usual)) {
            text.set(String.valueOf(Math.max(1, now.toSeconds())));
        }
        text.addListener((_, _, _) -> problem
                .set(readable() ? "" : Texts.get("form.wait.bad", LONGEST)));
    }

    /** Blank for the usual one. */
    StringProperty text() {
        return text;
    }

    String usual() {
        return String.valueOf(usual.toSeconds());
    }

    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    boolean readable() {
        return text.get().isBlank() || seconds() > 0;
    }

    /** The usual one if blank. */
    Duration value() {
        return text.get().isBlank() ? usual : Duration.ofSeconds(seconds());
    }

    /** 0 if it cannot be read. */
    private int seconds() {
        var typed = text.get().strip();
        int value = typed.matches("[0-9]{1,4}") ? Integer.parseInt(typed) : 0;
        return value <= LONGEST ? value : 0;
    }
}
