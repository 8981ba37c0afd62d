package app.pitot.ui.advice;

import app.pitot.base.Texts;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;

/** Lists to choose one thing from. */
final class Pick {
    private Pick() {}

    static <T> ComboBox<T> of(ObservableList<T> items, Function<T, String> words, Property<T> value) {
        var list = new ComboBox<>(items);
        list.setConverter(new StringConverter<>() {
            @Override
            public String toString(T each) {
                return each == null ? "" : words.apply(each);
            }

            @Override
            public T fromString(String text) {
                return items.stream().filter(each -> words.apply(each).equals(text)).findFirst().orElse(null);
            }
        });
        list.valueProperty().bindBidirectional(value);
        list.setMinWidth(Region.USE_PREF_SIZE);
        return list;
    }

    /** The accounts, by name; taken away while there is nothing to choose. */
    static ComboBox<AdviceAccount> account(ObservableList<AdviceAccount> accounts, Property<AdviceAccount> value) {
        var list = of(accounts, AdviceAccount::name, value);
        list.setAccessibleText(Texts.get("advice.account"));
        list.setMaxWidth(260);
        list.setMinWidth(120);
        return list;
    }

    static <T> ComboBox<T> of(List<T> items, Function<T, String> words, Property<T> value) {
        return of(FXCollections.observableArrayList(items), words, value);
    }
}
