package app.pitot.ui.usage;

import javafx.scene.layout.Pane;

/** Buttons that stand together as one control: round only at its ends. */
final class Segments {
    private Segments() {}

    static void style(Pane row) {
        var buttons = row.getChildren();
        for (int i = 0; i < buttons.size(); i++) {
            var classes = buttons.get(i).getStyleClass();
            classes.removeAll("only", "first", "inner", "last");
            boolean first = i == 0;
            boolean last = i == buttons.size() - 1;
            classes.add(first && last ? "only" : first ? "first" : last ? "last" : "inner");
        }
    }
}
