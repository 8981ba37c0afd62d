package app.pitot.ui.usage.reported;

import app.pitot.api.Harmless;
import app.pitot.ui.common.RightToLeft;
import app.pitot.usage.Reconciliation.Verdict;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A line for each account whose provider says what was spent; not there while none does. */
public final class ReportedLines extends VBox {
    private static final int LONGEST = 1_000;

    private final ReportedModel model;

    public ReportedLines(ReportedModel model) {
        super(2);
        this.model = model;
        getStyleClass().add("usage-reported");
        setMinWidth(0);
        model.lines().addListener((ListChangeListener<ReportedModel.Line>) _ -> show());
        visibleProperty().bind(model.lines().emptyProperty().not());
        managedProperty().bind(visibleProperty());
        show();
    }

    private void show() {
        getChildren().clear();
        for (var line : model.lines()) {
            var sentence = label(line.sentence());
            if (line.said().verdict() != Verdict.SAME) {
                sentence.getStyleClass().add("text-warn");
            }
            var provenance = label(line.provenance());
            provenance.getStyleClass().addAll("text-secondary", "text-muted");
            getChildren().addAll(sentence, provenance);
        }
    }

    private static Label label(String words) {
        var label = new Label(RightToLeft.label(Harmless.line(words, LONGEST)));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
