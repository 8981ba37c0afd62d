package app.pitot.ui.controls;

import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/** Line icons, drawn for Pitot on an 18 px square. */
public enum Icons {
    CHAT("M2.5 3.5 h13 v9 h-8 l-3 3 v-3 h-2 z"),
    COMPARE("M2.5 3.5 h5.5 v11 h-5.5 z M10 3.5 h5.5 v11 h-5.5 z"),
    USAGE("M2.5 15 h13 M4.5 15 v-5 M9 15 v-11 M13.5 15 v-7.5"),
    REQUESTS("M3 4.5 h12 M3 9 h8 M3 13.5 h10"),
    NEW("M9 3.5 v11 M3.5 9 h11"),
    MODELS("M9 2 l6 3.4 v7.2 l-6 3.4 l-6 -3.4 v-7.2 z M3 5.4 l6 3.4 l6 -3.4 M9 8.8 v7.2"),
    SETTINGS(
            "M9 6.4 a2.6 2.6 0 1 0 0.01 0 M9 2 v2 M9 14 v2 M2 9 h2 M14 9 h2 M4.05 4.05 l1.4 1.4 M12.55 12.55 l1.4 1.4 M4.05 13.95 l1.4 -1.4 M12.55 5.45 l1.4 -1.4"),
    EDIT("M3.5 14.5 l0.8 -3.2 l7.4 -7.4 l2.4 2.4 l-7.4 7.4 z M10.2 5.4 l2.4 2.4"),
    AGAIN("M13.6 5.6 a5.8 5.8 0 1 0 1.2 4.4 M14.2 2.6 v3.4 h-3.4"),
    CONTINUE("M3.5 9 h10 M9.8 5 l4 4 l-4 4"),
    BRANCH("M5 4 v10 M5 9 h4 a4 4 0 0 0 4 -4 v-1 M11 6 l2 -2.4 l2 2.4"),
    MORE("M3.6 8.4 h1.2 v1.2 h-1.2 z M8.4 8.4 h1.2 v1.2 h-1.2 z M13.2 8.4 h1.2 v1.2 h-1.2 z"),
    MINI("M2.5 4 h13 v10 h-13 z M9 7 h4.5 v3 h-4.5 z"),
    FOLD("M4 7 l5 -4 l5 4 M4 11 l5 4 l5 -4"),
    PARAMETERS(
            "M2.5 5 h6 M13 5 h2.5 M8.5 5 a2.2 2.2 0 1 0 4.4 0 a2.2 2.2 0 1 0 -4.4 0 M2.5 13 h2.5 M9.5 13 h6 M5 13 a2.2 2.2 0 1 0 4.4 0 a2.2 2.2 0 1 0 -4.4 0"),
    INSTRUMENTS("M4.05 14.5 a7 7 0 1 1 9.9 0 M9 9.7 l3.2 -3.4"),
    PAST("M9 2.5 a6.5 6.5 0 1 0 0.01 0 M9 5.5 v3.7 l2.6 1.6"),
    CLOSE("M4.5 4.5 l9 9 M13.5 4.5 l-9 9"),
    THEME("M9 2.5 a6.5 6.5 0 1 0 0.01 0 M9 2.5 v13 a6.5 6.5 0 0 0 0 -13");

    private static final double SIZE = 18;

    private final String path;

    Icons(String path) {
        this.path = path;
    }

    /** A new node that shows it, in the colour of the control that it stands in. */
    public StackPane node() {
        var shape = new SVGPath();
        shape.setContent(path);
        shape.getStyleClass().add("icon-stroke");
        var box = new StackPane(shape);
        box.setMinSize(SIZE, SIZE);
        box.setMaxSize(SIZE, SIZE);
        return box;
    }
}
