package app.pitot.ui.usage;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.usage.Span;
import java.time.Instant;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Instead of figures, where there are none: what will be shown, and how to get there. */
final class EmptyPane extends VBox {
    private static final double WIDTH = 420;
    private final Label words = new Label();
    private final Button all = button("usage.empty.all");
    private final Button simulated = button("usage.empty.simulated");
    private final Button chat = button("usage.empty.chat");

    EmptyPane(UsageModel model, Runnable toChat) {
        super(14);
        getStyleClass().add("usage-empty");
        setAlignment(Pos.CENTER);
        words.getStyleClass().add("empty-state");
        words.setWrapText(true);
        words.setMaxWidth(WIDTH);
        words.setMinHeight(Region.USE_PREF_SIZE);
        all.setOnAction(_ -> model.kind().set(Span.Kind.ALL));
        simulated.setOnAction(_ -> model.simulated().set(true));
        chat.setOnAction(_ -> toChat.run());
    }

    private static Button button(String key) {
        var button = new Button(Texts.get(key));
        Describe.node(button, button.getText(), Texts.get(key + ".help"));
        return button;
    }

    /** @param face null while nothing is known yet, which is no reason to say so */
    void show(UsageFace face) {
        setVisible(face != null && face.quiet());
        if (!isVisible()) {
            return;
        }
        words.setText(Texts.get(face.empty() ? "usage.empty" : "usage.empty.span"));
        getChildren().setAll(words);
        if (face.empty()) {
            getChildren().add(chat);
        } else if (!face.report().query().from().equals(Instant.EPOCH)) {
            getChildren().add(all);
        } else if (!face.simulated()) {
            getChildren().add(simulated);
        }
    }
}
