package app.pitot.ui.settings;

import app.pitot.base.Texts;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/** Lists to choose one thing from. */
final class Choices {
    private Choices() {}

    /** @param words how each is called; also of null, if null is among them */
    static <T> ComboBox<T> of(List<T> items, Function<T, String> words, Property<T> value) {
        var list = new ComboBox<T>();
        list.getItems().setAll(items);
        list.setConverter(new StringConverter<>() {
            @Override
            public String toString(T each) {
                return each == null && !items.contains(null) ? "" : words.apply(each);
            }

            @Override
            public T fromString(String text) {
                return items.stream().filter(each -> words.apply(each).equals(text)).findFirst().orElse(null);
            }
        });
        list.valueProperty().bindBidirectional(value);
        return list;
    }

    /** A list whose first item stands for null. */
    static ComboBox<String> orNone(List<String> items, String none, Function<String, String> words,
            Property<String> value) {
        var all = new java.util.ArrayList<String>();
        all.add("");
        all.addAll(items);
        var own = new javafx.beans.property.SimpleStringProperty(value.getValue() == null ? "" : value.getValue());
        own.addListener((_, _, now) -> value.setValue(now == null || now.isEmpty() ? null : now));
        var list = of(all,
                each -> each == null || each.isEmpty() ? none : items.contains(each) ? words.apply(each) : each, own);
        // The property lives as long as the list that shows it.
        list.getProperties().put(Texts.class, own);
        return list;
    }
}
