package app.pitot.ui.compare.pictures;

import app.pitot.base.Texts;
import app.pitot.compare.Measure;
import app.pitot.compare.VerdictWords;
import app.pitot.ui.common.Describe;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;

/** Chooses what is compared; says what is chosen. */
final class MeasurePicker extends MenuButton {
    private final ObjectProperty<Measure> chosen;
    private String words;

    /** @param words key of the text that holds the measure's name */
    MeasurePicker(ObjectProperty<Measure> chosen, String words) {
        this.chosen = chosen;
        this.words = words;
        getStyleClass().addAll("flat", "small", "picker-title");
        setMinWidth(0);
        var group = new ToggleGroup();
        for (var measure : Measure.values()) {
            var item = new RadioMenuItem(VerdictWords.name(measure));
            item.setToggleGroup(group);
            item.setOnAction(_ -> chosen.set(measure));
            getItems().add(item);
            chosen.subscribe(now -> item.setSelected(now == measure));
        }
        chosen.subscribe(_ -> say());
    }

    /** @param key of the text that holds the measure's name */
    void words(String key) {
        if (!key.equals(words)) {
            words = key;
            say();
        }
    }

    private void say() {
        setText(Texts.get(words, VerdictWords.name(chosen.get())));
        Describe.node(this, getText(), Measures.help(chosen.get()) + " " + Texts.get("pictures.measure.pick"));
    }
}
