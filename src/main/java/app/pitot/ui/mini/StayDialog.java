package app.pitot.ui.mini;

import app.pitot.base.Texts;
import app.pitot.ui.common.EnterFires;
import app.pitot.ui.common.FocusRing;
import app.pitot.ui.theme.ThemeManager;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Stage;

/** Says once, when the window is closed for the first time, that Pitot stays in the tray, and how it ends. */
public final class StayDialog {
    private static final double WIDTH = 420;

    private final Stage stage = new Stage();

    /**
     * @param stay goes into the tray
     * @param quit ends Pitot; neither is called if the user thinks better of closing
     */
    public StayDialog(Stage owner, ThemeManager themes, Runnable stay, Runnable quit) {
        var title = new Label(Texts.get("stay.title"));
        title.getStyleClass().add("text-title");
        title.setWrapText(true);
        var words = new Label(Texts.get("stay.words"));
        words.setWrapText(true);
        words.setMinHeight(VBox.USE_PREF_SIZE);
        var staying = button("stay.stay", stay);
        staying.getStyleClass().add("primary");
        var buttons = new HBox(8, button("stay.quit", quit), staying);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        var root = new VBox(14, title, words, buttons);
        root.getStyleClass().add("stay-dialog");
        root.setPrefWidth(WIDTH);
        EnterFires.below(root);
        var scene = new Scene(root);
        themes.apply(scene);
        FocusRing.watch(scene);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                stage.hide();
            }
        });
        stage.initOwner(owner);
        stage.initModality(Modality.WINDOW_MODAL);
        stage.setTitle(Texts.get("app.name"));
        stage.setResizable(false);
        stage.setScene(scene);
        stage.setOnShown(_ -> staying.requestFocus());
    }

    /** Returns at once. */
    public void show() {
        stage.show();
    }

    private Button button(String key, Runnable action) {
        var button = new Button(Texts.get(key));
        button.setOnAction(_ -> {
            stage.hide();
            action.run();
        });
        return button;
    }
}
