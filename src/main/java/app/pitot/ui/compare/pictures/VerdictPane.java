package app.pitot.ui.compare.pictures;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The verdict: its headline large, what it rests on below. */
final class VerdictPane extends VBox {
    private final Label headline = new Label();
    private Verdicts shown;

    VerdictPane() {
        super(5);
        getStyleClass().add("verdict");
        headline.getStyleClass().add("verdict-headline");
        headline.setWrapText(true);
        headline.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().add(headline);
    }

    void show(Verdicts verdict) {
        if (verdict.equals(shown)) {
            return;
        }
        shown = verdict;
        headline.setText(verdict.headline());
        getChildren().setAll(headline);
        for (var sentence : verdict.sentences()) {
            var label = new Label(sentence);
            label.getStyleClass().addAll("text-lane", "text-muted");
            label.setWrapText(true);
            getChildren().add(label);
        }
    }
}
