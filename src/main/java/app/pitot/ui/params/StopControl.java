package app.pitot.ui.params;

import app.pitot.base.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** Up to four stop texts, a line each; a new empty line appears below the last. */
final class StopControl extends VBox {
    /** As many as providers take. */
    static final int MOST = 4;

    private final ObjectProperty<List<String>> value;
    private boolean typing;

    StopControl(ObjectProperty<List<String>> value) {
        super(4);
        this.value = value;
        value.subscribe(this::show);
    }

    @Override
    public void requestFocus() {
        getChildren().getFirst().requestFocus();
    }

    private void show(List<String> stops) {
        if (!typing) {
            getChildren().clear();
            stops.forEach(stop -> add(StopText.shown(stop)));
        }
        room();
    }

    private void add(String text) {
        var field = new TextField(text);
        int number = getChildren().size() + 1;
        field.setPromptText(Texts.get(number == 1 ? "param.default" : "param.stop.more"));
        field.setAccessibleText(Texts.get("param.stop.name", number));
        field.setAccessibleHelp(Texts.get("param.stop.help"));
        field.textProperty().addListener((_, _, _) -> typed());
        getChildren().add(field);
    }

    private void typed() {
        var stops = new ArrayList<String>();
        for (var each : getChildren()) {
            var meant = StopText.meant(((TextField) each).getText());
            if (!meant.isEmpty()) {
                stops.add(meant);
            }
        }
        typing = true;
        value.set(List.copyOf(stops));
        typing = false;
        room();
    }

    private void room() {
        int lines = getChildren().size();
        boolean full = lines > 0 && !((TextField) getChildren().getLast()).getText().isEmpty();
        if (lines == 0 || full && lines < MOST) {
            add("");
        }
    }
}
