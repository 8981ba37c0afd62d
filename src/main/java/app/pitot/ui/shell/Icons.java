package app.pitot.ui.shell;

import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/** Line icons, drawn for Pitot on a 18 px square. */
enum Icons {
    CHAT("M2.5 3.5 h13 v9 h-8 l-3 3 v-3 h-2 z"),
    NEW("M9 3.5 v11 M3.5 9 h11"),
    THEME("M9 2.5 a6.5 6.5 0 1 0 0.01 0 M9 2.5 v13 a6.5 6.5 0 0 0 0 -13"),
    PANEL("M2.5 3.5 h13 v11 h-13 z M11 3.5 v11"),
    SLIDERS("M3 5.5 h6 M12.5 5.5 h2.5 M3 12.5 h2.5 M9 12.5 h6 M10.75 3.75 a1.75 1.75 0 1 0 0.01 0 M7.25 10.75 a1.75 1.75 0 1 0 0.01 0");

    private static final double SIZE = 18;

    private final String path;

    Icons(String path) {
        this.path = path;
    }

    StackPane node() {
        var shape = new SVGPath();
        shape.setContent(path);
        shape.getStyleClass().add("icon-stroke");
        var box = new StackPane(shape);
        box.setMinSize(SIZE, SIZE);
        box.setMaxSize(SIZE, SIZE);
        return box;
    }
}
