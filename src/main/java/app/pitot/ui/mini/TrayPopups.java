package app.pitot.ui.mini;

import app.pitot.tray.TrayWords;
import app.pitot.ui.common.FxThread;
import app.pitot.ui.theme.ThemeManager;
import javafx.animation.PauseTransition;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;
import javafx.stage.Popup;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.stage.Window;
import javafx.util.Duration;

/** Menu and words beside an icon in a tray that shows neither itself. JavaFX thread only. */
public final class TrayPopups {
    private static final Duration DELAY = Duration.millis(400);
    private static final double BESIDE = 18;

    private final FxThread fx;
    private final ThemeManager themes;
    private final TrayWords words;
    private final Runnable open;
    private final Runnable mini;
    private final Runnable quit;
    private final PauseTransition delay = new PauseTransition(DELAY);
    private Popup tip;

    public TrayPopups(FxThread fx, ThemeManager themes, TrayWords words, Runnable open, Runnable mini,
            Runnable quit) {
        this.fx = fx;
        this.themes = themes;
        this.words = words;
        this.open = open;
        this.mini = mini;
        this.quit = quit;
    }

    /** Shows the menu, headed by {@code text}, at that place of the screen. */
    public void menu(double x, double y, String text) {
        hide();
        var anchor = stage(new Region(), x, y);
        anchor.setWidth(1);
        anchor.setHeight(1);
        var head = item(text, () -> {});
        head.setDisable(true);
        var menu = new ContextMenu(head, new SeparatorMenuItem(), item(words.open(), open), item(words.mini(), mini),
                new SeparatorMenuItem(),
                item(words.quit(), quit));
        menu.setOnHidden(_ -> fx.later(anchor::hide));
        anchor.focusedProperty().addListener((_, _, here) -> {
            if (!here) {
                menu.hide();
            }
        });
        anchor.show();
        anchor.requestFocus();
        menu.show(anchor, x, y);
    }

    /** Shows the words a moment after the pointer came to rest. */
    public void hover(double x, double y, String text) {
        hide();
        var owner = Window.getWindows().stream().filter(each -> each instanceof Stage && each.isShowing()).findFirst()
                .orElse(null);
        if (owner == null) {
            return; // a popup needs a window of ours; the menu says the same
        }
        delay.setOnFinished(_ -> {
            var label = new Label(text);
            label.getStyleClass().add("tooltip");
            tip = new Popup(); // not a stage: words must not take the keyboard from whoever types
            tip.getContent().add(label);
            themes.apply(tip.getScene());
            tip.show(owner, x, y + BESIDE);
            var screen = Screen.getScreensForRectangle(x, y, 1, 1).stream().findFirst().orElse(Screen.getPrimary())
                    .getBounds();
            tip.setX(Math.max(screen.getMinX(), Math.min(x, screen.getMaxX() - tip.getWidth())));
            tip.setY(y + BESIDE + tip.getHeight() > screen.getMaxY() ? y - BESIDE - tip.getHeight() : y + BESIDE);
        });
        delay.playFromStart();
    }

    /** Takes the words away. */
    public void hide() {
        delay.stop();
        if (tip != null) {
            tip.hide();
            tip = null;
        }
    }

    private Stage stage(Region root, double x, double y) {
        var stage = new Stage(StageStyle.UNDECORATED);
        var scene = new Scene(root);
        themes.apply(scene);
        stage.setScene(scene);
        stage.setAlwaysOnTop(true);
        stage.setX(x);
        stage.setY(y);
        return stage;
    }

    private static MenuItem item(String label, Runnable action) {
        var item = new MenuItem(label);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
