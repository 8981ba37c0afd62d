package app.pitot.ui.shell;

import app.pitot.store.Settings.WindowPlace;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Where the window stands: as it was left if that place still exists, else sensibly on the main screen. */
final class WindowPlacement {
    private static final double WIDTH = 1366;
    private static final double HEIGHT = 860;
    /** So much of the window must lie on a screen for the user to get hold of it. */
    private static final double GRIP = 80;

    private final Stage stage;

    WindowPlacement(Stage stage) {
        this.stage = stage;
    }

    void restore(WindowPlace saved) {
        if (saved != null && !Screen.getScreensForRectangle(saved.x() + GRIP, saved.y() + 1,
                Math.max(1, saved.width() - 2 * GRIP), GRIP).isEmpty()) {
            stage.setX(saved.x());
            stage.setY(saved.y());
            stage.setWidth(saved.width());
            stage.setHeight(saved.height());
            return;
        }
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setWidth(Math.min(WIDTH, screen.getWidth()));
        stage.setHeight(Math.min(HEIGHT, screen.getHeight()));
        if (screen.getWidth() <= WIDTH) {
            stage.setX(screen.getMinX());
            stage.setY(screen.getMinY());
        }
    }

    /** Where it stands now; a maximised or iconified window keeps what was remembered before. */
    WindowPlace current(WindowPlace before) {
        return stage.isMaximized() || stage.isIconified() || stage.isFullScreen()
                ? before
                : new WindowPlace(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
    }
}
