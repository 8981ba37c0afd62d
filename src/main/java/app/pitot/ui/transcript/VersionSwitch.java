package app.pitot.ui.transcript;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;

/** Goes through the versions of a message; out of sight and without room while there is only one. */
final class VersionSwitch extends HBox {
    private final Button previous = button("‹");
    private final Button next = button("›");
    private final Label place = new Label();
    private final Subscription watch;

    VersionSwitch(Message message) {
        getStyleClass().add("version-switch");
        setAlignment(Pos.BASELINE_LEFT);
        place.getStyleClass().add("version-place");
        place.setMinWidth(USE_PREF_SIZE);
        watch = message.versions().subscribe(this::show);
    }

    /** Lets go of the message. */
    void dispose() {
        watch.unsubscribe();
    }

    private void show(Versions versions) {
        setVisible(versions != null);
        setManaged(versions != null);
        getChildren().clear();
        if (versions != null) {
            getChildren().addAll(previous, place, next);
            place.setText(versions.number() + "/" + versions.count());
            place.setAccessibleText(Texts.get("transcript.version", versions.number(), versions.count()));
            lead(previous, "transcript.previousVersion", versions, versions.previous());
            lead(next, "transcript.nextVersion", versions, versions.next());
        }
    }

    private static void lead(Button button, String name, Versions versions, Runnable run) {
        button.setDisable(run == null);
        Describe.node(button, Texts.get(name, versions.number(), versions.count()), null);
        Describe.tooltip(button, Texts.get(name, versions.number(), versions.count()));
        button.setOnAction(_ -> run.run());
    }

    private static Button button(String sign) {
        var button = new Button(sign);
        button.getStyleClass().setAll("quiet-button");
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }
}
