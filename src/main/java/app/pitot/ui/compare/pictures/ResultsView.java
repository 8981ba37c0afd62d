package app.pitot.ui.compare.pictures;

import app.pitot.base.Texts;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/**
 * What a comparison says: a low panel, or all of it in the place of the lanes. Whoever holds it makes room while
 * {@link #expandedProperty} is true.
 */
public final class ResultsView extends StackPane {
    /** Below this height of the window the panel is one line. */
    private static final double LOW = 620;

    private final ResultsModel model;
    private final CompactPane compact;
    private LargePane large;

    public ResultsView(ResultsModel model) {
        this.model = model;
        compact = new CompactPane(model);
        getStyleClass().add("results");
        getStylesheets().add(ResultsView.class.getResource("pictures.css").toExternalForm());
        setMinWidth(0);
        getChildren().add(compact);
        model.resultsProperty().subscribe(_ -> show());
        model.failedProperty().subscribe(_ -> show());
        model.measureProperty().subscribe(_ -> show());
        model.expandedProperty().subscribe(_ -> swap());
        sceneProperty().flatMap(scene -> scene.heightProperty()).orElse(LOW)
                .subscribe(height -> compact.low(height.doubleValue() < LOW));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && model.expandedProperty().get()) {
                event.consume();
                model.expandedProperty().set(false);
            }
        });
    }

    /** True while all of it is shown and the lanes give way. */
    public ReadOnlyBooleanProperty expandedProperty() {
        return model.expandedProperty();
    }

    private void swap() {
        var before = getChildren().getFirst();
        var after = model.expandedProperty().get() ? large() : compact;
        if (before != after) {
            getChildren().setAll(after);
            show();
            // What had the focus is gone with the other pane.
            if (after == compact) {
                compact.focus();
            } else {
                large.focus();
            }
        }
    }

    private LargePane large() {
        if (large == null) {
            large = new LargePane(model);
        }
        return large;
    }

    private void show() {
        var results = model.resultsProperty().get();
        var ready = results != null && !results.empty();
        var key = model.failedProperty().get() ? "pictures.failed" : "pictures.empty";
        if (model.expandedProperty().get()) {
            large().show(ready ? results : null, Texts.get(key));
        } else {
            compact.show(ready ? results : null, model, Texts.get(key), Texts.get(key + ".brief"));
        }
    }
}
