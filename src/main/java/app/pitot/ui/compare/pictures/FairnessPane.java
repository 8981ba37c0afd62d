package app.pitot.ui.compare.pictures;

import app.pitot.base.Texts;
import app.pitot.compare.Analysis;
import app.pitot.compare.Analysis.Fairness;
import app.pitot.compare.VerdictWords;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** What to know before believing a difference, one sentence for each. */
final class FairnessPane extends VBox {
    private List<Fairness> shown;

    FairnessPane() {
        super(4);
        getStyleClass().add("fairness");
    }

    void show(Analysis analysis) {
        if (analysis.fairness().equals(shown)) {
            return;
        }
        shown = analysis.fairness();
        getChildren().clear();
        line("text-medium", Texts.get("pictures.fairness"));
        if (analysis.fairness().isEmpty()) {
            line("text-muted", Texts.get("pictures.fairness.none"));
        }
        VerdictWords.fairness(analysis).forEach(each -> line("text-muted", each));
    }

    private void line(String style, String words) {
        var label = new Label(words);
        label.getStyleClass().addAll("text-lane", style);
        label.setWrapText(true);
        getChildren().add(label);
    }
}
