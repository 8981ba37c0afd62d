package app.pitot.ui.mini;

import app.pitot.base.Texts;
import app.pitot.store.Settings.Corner;
import app.pitot.store.Settings.WindowPlace;
import app.pitot.ui.common.FocusRing;
import app.pitot.ui.theme.ThemeManager;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/** The small window that stays above all others. Made when it is first opened. JavaFX thread only. */
public final class MiniWindow {
    /** A hand that clicks may shake so far, in pixels. */
    private static final double SHAKE = 4;

    private final Stage stage = new Stage(StageStyle.UNDECORATED);
    private final MiniView view;
    private final Supplier<Rectangle2D> main;
    private final Runnable open;
    private final ListChangeListener<Screen> screens = _ -> place(corner());
    private Point2D grip;
    private boolean dragged;

    /**
     * @param main where Pitot's window is; null while it is not in sight
     * @param open brings Pitot's window
     */
    public MiniWindow(MiniModel model, ThemeManager themes, Corner saved, Supplier<Rectangle2D> main, Runnable open) {
        this.main = main;
        this.open = open;
        view = new MiniView(open, stage::hide);
        view.compactProperty().set(saved.compact());
        var scene = new Scene(view);
        themes.apply(scene);
        FocusRing.watch(scene);
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                stage.hide();
            }
        });
        drag();
        model.faceProperty().subscribe(face -> {
            if (face != null) {
                view.show(face);
            }
        });
        stage.showingProperty().addListener((_, _, on) -> {
            model.setInWindow(on);
            if (on) {
                Screen.getScreens().addListener(screens);
            } else {
                Screen.getScreens().removeListener(screens);
            }
        });
        view.compactProperty().addListener((_, _, _) -> {
            stage.sizeToScene();
            place(corner());
        });
        stage.setTitle(Texts.get("mini.title"));
        stage.setAlwaysOnTop(true);
        stage.setResizable(false);
        stage.setScene(scene);
        stage.setX(saved.place() == null ? Double.NaN : saved.place().x());
        stage.setY(saved.place() == null ? Double.NaN : saved.place().y());
    }

    public ReadOnlyBooleanProperty showingProperty() {
        return stage.showingProperty();
    }

    public void show() {
        var before = corner();
        stage.show();
        stage.sizeToScene();
        place(before);
        view.requestFocus();
    }

    public void hide() {
        stage.hide();
    }

    /** Lets the desktop's own icon for it be set. */
    public Stage stage() {
        return stage;
    }

    /** Its size and place, put into what is remembered. */
    public Corner remember(Corner before) {
        var at = corner();
        var place = at == null
                ? before.place()
                : new WindowPlace(at.getX(), at.getY(), stage.getWidth(), stage.getHeight());
        return before.withPlace(view.compactProperty().get(), place);
    }

    private Point2D corner() {
        return Double.isNaN(stage.getX()) || Double.isNaN(stage.getY())
                ? null
                : new Point2D(stage.getX(), stage.getY());
    }

    private void place(Point2D saved) {
        var first = Screen.getPrimary();
        var all = Stream.concat(Stream.of(first), Screen.getScreens().stream().filter(each -> !each.equals(first)));
        var at = MiniPlace.of(saved, stage.getWidth(), stage.getHeight(),
                List.copyOf(all.map(Screen::getVisualBounds).toList()), main.get());
        stage.setX(at.getX());
        stage.setY(at.getY());
    }

    private void drag() {
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            grip = new Point2D(event.getScreenX() - stage.getX(), event.getScreenY() - stage.getY());
            dragged = false;
        });
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
            if (grip == null) {
                return; // it began on a button
            }
            double x = event.getScreenX() - grip.getX();
            double y = event.getScreenY() - grip.getY();
            if (dragged || Math.hypot(x - stage.getX(), y - stage.getY()) > SHAKE) {
                dragged = true;
                stage.setX(x);
                stage.setY(y);
            }
        });
        view.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> {
            if (grip == null) {
                return;
            }
            grip = null;
            if (!dragged && event.getButton() == MouseButton.PRIMARY) {
                open.run();
            } else if (dragged) { // never left where nobody can get hold of it
                place(corner());
            }
        });
    }
}
