package app.pitot.ui.common;

import app.pitot.base.Texts;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;

/** The small dot before an endpoint's name: filled green, filled red, or hollow; its tooltip says it in words. */
public final class HealthDot extends Region {
    public HealthDot(ObservableValue<Health> health) {
        getStyleClass().add("dot");
        health.subscribe(now -> {
            getStyleClass().removeAll("good", "bad", "hollow");
            getStyleClass().add(switch (now) {
                case ANSWERS -> "good";
                case SILENT -> "bad";
                case UNKNOWN -> "hollow";
            });
            var words = Texts.get("health." + now.name().toLowerCase(Locale.ROOT));
            setAccessibleText(words);
            Describe.tooltip(this, words);
        });
    }
}
