package app.pitot.ui.chat;

import app.pitot.base.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** What an empty conversation shows: what this is, and three questions to start with. */
final class Welcome extends VBox {
    private static final List<String> QUESTIONS = List.of("welcome.one", "welcome.two", "welcome.three");

    /** @param note how the selected account answers, such as that it is a simulator; may be empty */
    Welcome(String note, Consumer<String> ask) {
        getStyleClass().add("welcome");
        var title = new Label(Texts.get("welcome.title"));
        title.getStyleClass().add("text-title");
        var about = new Label(note);
        about.getStyleClass().add("text-muted");
        about.setWrapText(true);
        about.setMaxWidth(460);
        about.setAlignment(Pos.CENTER);
        about.setTextAlignment(TextAlignment.CENTER);
        getChildren().addAll(title, about);
        for (var key : QUESTIONS) {
            var question = new Button(Texts.get(key));
            question.setOnAction(_ -> ask.accept(Texts.get(key)));
            getChildren().add(question);
        }
    }
}
