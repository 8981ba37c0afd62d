package app.pitot.ui.models;

import app.pitot.base.Texts;
import app.pitot.provider.Capability;
import app.pitot.ui.common.Describe;
import app.pitot.ui.offer.ModelChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;

/** What narrows the table: words, an account, a capability, and whether retired models are shown. */
final class FilterBar extends HBox {
    private final TextField typed = new TextField();

    /** @param down gives the focus to the table */
    FilterBar(ModelsModel model, Runnable down) {
        super(8);
        getStyleClass().add("filter-bar");
        setAlignment(Pos.CENTER_LEFT);
        typed.setPromptText(Texts.get("models.filter"));
        typed.textProperty().bindBidirectional(model.filter());
        typed.setMinWidth(120);
        typed.setPrefWidth(300);
        typed.setMaxWidth(420);
        Describe.node(typed, Texts.get("models.filter"), null);
        Describe.tooltip(typed, null);
        typed.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DOWN) {
                down.run();
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE && !typed.getText().isEmpty()) {
                typed.clear();
                event.consume();
            }
        });
        var accounts = choice("models.accounts", 150, ModelChoice::place);
        fill(accounts, model.accounts(), model.account());
        model.accounts().addListener(
                (ListChangeListener<Object>) _ -> fill(accounts, model.accounts(), model.account()));
        bind(accounts, model.account());
        var capabilities = choice("models.can", 140,
                (Capability each) -> Texts.get("offer.can." + each.name().toLowerCase(Locale.ROOT)));
        fill(capabilities, List.of(Capability.values()), model.capability());
        bind(capabilities, model.capability());
        var hide = new CheckBox(Texts.get("models.retired.hide"));
        hide.selectedProperty().bindBidirectional(model.hideRetired());
        hide.setMinWidth(Region.USE_PREF_SIZE);
        Describe.node(hide, Texts.get("models.retired.hide"), Texts.get("models.retired.hide.help"));
        HBox.setHgrow(typed, Priority.SOMETIMES);
        getChildren().addAll(typed, accounts, capabilities, hide);
    }

    void focusFilter() {
        typed.requestFocus();
        typed.selectAll();
    }

    private static <T> ComboBox<T> choice(String key, double width, Function<T, String> words) {
        var box = new ComboBox<T>();
        var none = Texts.get(key.equals("models.can") ? "models.can.any" : "models.accounts.all");
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? none : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("nothing is typed here");
            }
        });
        box.setPromptText(none);
        box.setCellFactory(_ -> new ListCell<>() {
            @Override
            protected void updateItem(T value, boolean empty) {
                super.updateItem(value, empty);
                setText(empty ? null : box.getConverter().toString(value));
            }
        });
        box.setPrefWidth(width);
        box.setMinWidth(132);
        Describe.node(box, Texts.get(key + ".name"), null);
        return box;
    }

    /** Null, which stands for all, is the first of the items. */
    private static <T> void fill(ComboBox<T> box, List<T> items, ObjectProperty<T> chosen) {
        var all = new ArrayList<T>();
        all.add(null);
        all.addAll(items);
        var keep = chosen.get();
        box.getItems().setAll(all);
        box.setValue(keep);
    }

    private static <T> void bind(ComboBox<T> box, ObjectProperty<T> chosen) {
        box.valueProperty().bindBidirectional(chosen);
    }
}
