package app.pitot.ui.connect;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One step of the wizard: what it is about, and what there is to do. */
abstract class StepPage extends VBox {
    StepPage(String title, String about) {
        super(16);
        getStyleClass().add("step-page");
        var heading = new Label(title);
        heading.getStyleClass().add("text-title");
        heading.setWrapText(true);
        var words = new Label(about);
        words.getStyleClass().add("text-muted");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().add(new VBox(4, heading, words));
    }

    /** Where the focus belongs when the step opens. */
    abstract Node first();
}
