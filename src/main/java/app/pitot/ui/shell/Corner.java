package app.pitot.ui.shell;

import app.pitot.base.Texts;
import app.pitot.store.Settings;
import app.pitot.tray.TrayListener;
import app.pitot.tray.TrayMeter;
import app.pitot.ui.common.Describe;
import app.pitot.ui.common.Describe.Focus;
import app.pitot.ui.common.FxThread;
import app.pitot.ui.common.Shortcut;
import app.pitot.ui.controls.Icons;
import app.pitot.ui.mini.CornerModel;
import app.pitot.ui.mini.CornerModel.Closing;
import app.pitot.ui.mini.CornerModel.Desk;
import app.pitot.ui.mini.MiniModel;
import app.pitot.ui.mini.MiniWindow;
import app.pitot.ui.mini.StayDialog;
import app.pitot.ui.mini.TrayFaces;
import app.pitot.ui.mini.TrayPopups;
import app.pitot.ui.theme.ThemeManager;
import java.util.function.UnaryOperator;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;

/**
 * What stays of Pitot while the user works elsewhere: the mini gauge, the tray, and so what closing the window means.
 * JavaFX thread only.
 */
public final class Corner {
    private final Stage main;
    private final CornerModel model;
    private final MiniModel faces;
    private final ThemeManager themes;
    private final Settings.Corner saved;
    private final Runnable forward;
    private Runnable onQuit = () -> {};
    private MiniWindow mini;
    private TrayMeter meter;
    private boolean hiding;
    private boolean quitting;

    /** @param forward brings the main window to the front, from wherever it is */
    Corner(Stage main, CornerModel model, MiniModel faces, ThemeManager themes, Settings.Corner saved,
            Runnable forward) {
        this.main = main;
        this.model = model;
        this.faces = faces;
        this.themes = themes;
        this.saved = saved;
        this.forward = forward;
        main.setOnCloseRequest(event -> {
            event.consume();
            close();
        });
        main.setOnHiding(_ -> {
            if (!hiding) {
                quit();
            }
        });
        model.mini().addListener((_, _, wanted) -> showMini(wanted));
    }

    public CornerModel model() {
        return model;
    }

    /** Called once, while the main window may still be showing. */
    public void onQuit(Runnable action) {
        onQuit = action;
    }

    public void toggleMini() {
        model.mini().set(!model.mini().get());
    }

    /** Brings the main window to the front. */
    public void open() {
        forward.run();
    }

    /** Ends Pitot, whatever is shown. */
    public void quit() {
        if (!quitting) {
            quitting = true;
            onQuit.run();
            if (mini != null) {
                mini.hide();
            }
            leaveTray();
            main.hide();
        }
    }

    /** Shows what was shown last time. */
    void restore() {
        if (model.mini().get()) {
            showMini(true);
            main.requestFocus(); // a gauge is to be looked at, not typed into
        }
    }

    /** A button for the panel. */
    Node button() {
        var button = new ToggleButton();
        button.setGraphic(Icons.MINI.node());
        button.getStyleClass().addAll("icon", "mini-button");
        button.selectedProperty().bindBidirectional(model.mini());
        Describe.node(button, Texts.get("mini.open"), Texts.get("mini.open.help"), Shortcut.MINI.combination(),
                Focus.TAB);
        return button;
    }

    /** Puts place and size of the mini gauge into what is remembered. */
    UnaryOperator<Settings> remember() {
        if (mini == null) {
            return settings -> settings;
        }
        var now = mini.remember(saved);
        return settings -> settings.withCorner(settings.corner().withPlace(now.compact(), now.place()));
    }

    /**
     * From now on the meter stands in the desktop's tray, if there is one and the user wants it there. Not for tours and
     * tests: they leave the desktop alone.
     */
    public void useTray(FxThread fx) {
        var popups = new TrayPopups(fx, themes, TrayFaces.words(), forward, this::toggleMini, this::quit);
        var heard = new TrayListener() {
            @Override
            public void open() {
                fx.execute(forward);
            }

            @Override
            public void mini() {
                fx.execute(Corner.this::toggleMini);
            }

            @Override
            public void quit() {
                fx.execute(Corner.this::quit);
            }

            @Override
            public void menu(int x, int y, String words) {
                fx.execute(() -> popups.menu(x, y, words));
            }

            @Override
            public void hover(int x, int y, String words) {
                fx.execute(() -> popups.hover(x, y, words));
            }

            @Override
            public void leave() {
                fx.execute(popups::hide);
            }

            @Override
            public void present(boolean there) {
                fx.execute(() -> tray(there));
            }
        };
        faces.faceProperty().addListener((_, _, face) -> {
            if (meter != null && face != null) {
                meter.show(TrayFaces.of(face));
            }
        });
        model.tray().subscribe(wanted -> {
            if (wanted) {
                meter = new TrayMeter(TrayFaces.words(), heard);
                faces.setInTray(true);
                meter.show(TrayFaces.of(faces.faceProperty().get()));
            } else {
                leaveTray();
            }
        });
    }

    private void tray(boolean there) {
        if (meter == null) {
            return; // said before the user took it out
        }
        model.desk().set(there ? Desk.TRAY : Desk.NONE);
        faces.setInTray(there);
        if (!there && !main.isShowing() && !quitting) {
            forward.run(); // nothing else could bring it back
        }
    }

    private void leaveTray() {
        if (meter != null) {
            meter.close();
            meter = null;
        }
        faces.setInTray(false);
        model.desk().set(Desk.UNKNOWN);
    }

    /** The window's own way to be closed was used. */
    private void close() {
        switch (model.closing()) {
            case QUIT -> quit();
            case EXPLAIN -> new StayDialog(main, themes, () -> {
                model.explained();
                hide();
            }, this::quit).show();
            case HIDE -> hide();
        }
    }

    /** The window stays as it is, unseen: it comes back at once. */
    private void hide() {
        if (model.closing() != Closing.HIDE) {
            quit(); // the tray went away meanwhile
            return;
        }
        hiding = true;
        double x = main.getX();
        double y = main.getY();
        main.hide();
        // Window managers put it a frame's height lower unless told.
        main.setX(x);
        main.setY(y);
        hiding = false;
    }

    private Rectangle2D place() {
        return main.isShowing() && !main.isIconified()
                ? new Rectangle2D(main.getX(), main.getY(), main.getWidth(), main.getHeight())
                : null;
    }

    private void showMini(boolean wanted) {
        if (wanted && mini == null) {
            mini = new MiniWindow(faces, themes, saved, this::place, forward);
            WindowIcon.set(mini.stage());
            mini.showingProperty().addListener((_, _, on) -> {
                if (!quitting) {
                    model.mini().set(on);
                }
            });
        }
        if (wanted) {
            mini.show();
        } else if (mini != null) {
            mini.hide();
        }
    }
}
