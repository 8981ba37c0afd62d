package app.pitot.ui.shell;

import javafx.scene.image.Image;
import javafx.stage.Stage;

/** The app's icon in the sizes that desktops ask for. */
final class WindowIcon {
    private WindowIcon() {}

    static void set(Stage stage) {
        for (var size : new int[]{16, 32, 48, 128, 256}) {
            var file = WindowIcon.class.getResourceAsStream("/app/pitot/ui/icon-" + size + ".png");
            if (file != null) {
                stage.getIcons().add(new Image(file));
            }
        }
    }
}
