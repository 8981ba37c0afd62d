package app.pitot.ui.compare.pictures;

import app.pitot.base.Texts;
import app.pitot.compare.Measure;
import app.pitot.ui.common.Describe;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;

/** Chooses what is compared; says what is chosen. */
final class MeasurePicker extends MenuButton {
    /** @param words key of the text that holds the measure's name */
    MeasurePicker(ObjectProperty<Measure> chosen, String words) {
        getStyleClass().addAll("flat", "small", "picker-title");
        setMinWidth(0);
        var group = new ToggleGroup();
        for (var measure : Measure.values()) {
            var item = new RadioMenuItem(Measures.name(measure));
            item.setToggleGroup(group);
            item.setOnAction(_ -> chosen.set(measure));
            getItems().add(item);
            chosen.subscribe(now -> item.setSelected(now == measure));
        }
        chosen.subscribe(now -> {
            setText(Texts.get(words, Measures.name(now)));
            Describe.node(this, getText(), Measures.help(now) + " " + Texts.get("pictures.measure.pick"));
        });
    }
}
