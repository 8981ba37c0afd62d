package app.pitot.ui.instruments;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.controls.FigureLabel;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;

/** One line: what the last reply set aside and used, and a smaller cap if that would do. */
final class AuditView extends FlowPane {
    private final FigureLabel words = new FigureLabel("text-secondary", "text-muted");
    private final Button set = new Button();
    private AuditFace shown;
    private boolean away;

    AuditView(IntConsumer maxTokens) {
        super(8, 3);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("audit");
        set.getStyleClass().add("small");
        set.setAccessibleText(Texts.get("audit.name"));
        set.setOnAction(_ -> maxTokens.accept(shown.cap()));
        set.managedProperty().bind(set.visibleProperty());
        managedProperty().bind(visibleProperty());
        getChildren().addAll(words, set);
        show(null);
    }

    /** True while there is no room for it. */
    void setAway(boolean now) {
        away = now;
        setVisible(shown != null && !away);
    }

    void show(AuditFace face) {
        shown = face;
        setVisible(face != null && !away);
        if (face == null) {
            return;
        }
        words.setText(face.words());
        Describe.tooltip(words, face.help());
        words.setAccessibleHelp(face.help());
        set.setVisible(face.cap() != null);
        if (face.cap() != null) {
            set.setText(face.brief());
            set.setAccessibleText(face.offer());
            set.setAccessibleHelp(Texts.get("audit.help"));
            Describe.tooltip(set, face.help());
        }
    }
}
