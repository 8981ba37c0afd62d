package app.pitot.ui.params;

import app.pitot.base.Texts;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A slider with a field. While nothing is set the slider is pale and the field empty. */
final class NumberControl<T> extends HBox {
    private static final PseudoClass UNSET = PseudoClass.getPseudoClass("unset");
    private static final double FIELD = 88;

    private final ObjectProperty<T> value;
    private final NumberScale<T> scale;
    private final Slider slider = new Slider(0, 1, 0);
    private final NumberField<T> field;
    private boolean showing;

    NumberControl(Field parameter, ObjectProperty<T> value, NumberScale<T> scale) {
        super(10);
        this.value = value;
        this.scale = scale;
        setAlignment(Pos.CENTER_LEFT);
        field = new NumberField<>(parameter, value, scale.read(), scale.write(),
                Texts.get(parameter.key() + ".bad"));
        field.setPrefWidth(FIELD);
        field.setMinWidth(FIELD);
        slider.setBlockIncrement(scale.step());
        slider.setMinWidth(60);
        slider.setAccessibleText(Texts.get("param.slider", parameter.words()));
        slider.valueProperty().addListener((_, _, at) -> moved(at.doubleValue()));
        HBox.setHgrow(slider, Priority.ALWAYS);
        getChildren().addAll(slider, field);
        value.subscribe(this::show);
        setFocusTraversable(false);
    }

    ReadOnlyStringProperty problem() {
        return field.problem();
    }

    @Override
    public void requestFocus() {
        field.requestFocus();
    }

    private void moved(double at) {
        if (!showing) {
            showing = true;
            value.set(scale.value().apply(at));
            slider.pseudoClassStateChanged(UNSET, false);
            showing = false;
        }
    }

    private void show(T now) {
        slider.pseudoClassStateChanged(UNSET, now == null);
        if (!showing) {
            showing = true;
            slider.setValue(now == null ? scale.rest() : scale.at().apply(now));
            showing = false;
        }
    }
}
