package app.pitot.ui.theme;

import app.pitot.store.Theme;
import app.pitot.ui.common.FxThread;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/**
 * Gives every scene its stylesheets and keeps them right while the user or the desktop changes its mind. The root of each
 * scene wears the palette as a pseudo-class ({@code :dark}, {@code :light}, {@code :contrast}) and
 * {@code :reduced-motion}. Use on the JavaFX thread only.
 */
public final class ThemeManager {
    private static final PseudoClass OPAQUE_POPUPS = PseudoClass.getPseudoClass("opaque-popups");
    private static final PseudoClass REDUCED_MOTION = PseudoClass.getPseudoClass("reduced-motion");

    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(this, "theme", Theme.SYSTEM);
    private final ReadOnlyObjectWrapper<Palette> palette = new ReadOnlyObjectWrapper<>(this, "palette");
    private final ObservableValue<ColorScheme> system;
    private final ObservableValue<Boolean> reducedMotion;
    private final boolean transparent;
    private final ListChangeListener<Window> opened = this::opened;
    // Weak, so that a closed window's scene is not kept alive by its colours.
    private final List<WeakReference<Scene>> scenes = new ArrayList<>();

    /**
     * @param system the desktop's scheme
     * @param reducedMotion the desktop's wish for stillness
     * @param userAgent takes the URL of the base stylesheet whenever it changes
     */
    public ThemeManager(ObservableValue<ColorScheme> system, ObservableValue<Boolean> reducedMotion,
            Consumer<String> userAgent) {
        this(system, reducedMotion, userAgent, Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW));
    }

    /** @param transparent whether windows may be seen through; popups lose shadow and round corners where not */
    ThemeManager(ObservableValue<ColorScheme> system, ObservableValue<Boolean> reducedMotion,
            Consumer<String> userAgent, boolean transparent) {
        this.system = system;
        this.reducedMotion = reducedMotion;
        this.transparent = transparent;
        Fonts.load();
        palette.addListener((_, _, now) -> userAgent.accept(now.base()));
        theme.addListener((_, _, _) -> update());
        system.addListener((_, _, _) -> update());
        reducedMotion.addListener((_, _, _) -> update());
        update();
        // Weak, so that the list of all windows does not keep this alive.
        Window.getWindows().addListener(new WeakListChangeListener<>(opened));
    }

    /** Follows this machine's desktop. */
    public static ThemeManager ofPlatform() {
        var preferences = Platform.getPreferences();
        return new ThemeManager(preferences.colorSchemeProperty(), preferences.reducedMotionProperty(),
                Application::setUserAgentStylesheet);
    }

    /** The user's choice; SYSTEM until changed, never null. */
    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /** What the choice comes to now. */
    public ReadOnlyObjectProperty<Palette> paletteProperty() {
        return palette.getReadOnlyProperty();
    }

    /** Themes {@code scene} now and for as long as it lives. Popups take over the stylesheets of their owner. */
    public void apply(Scene scene) {
        FxThread.check();
        scenes.add(new WeakReference<>(scene));
        scene.rootProperty().addListener((_, _, _) -> dress(scene));
        dress(scene);
    }

    private void update() {
        palette.set(switch (theme.get()) {
            case LIGHT -> Palette.LIGHT;
            case DARK -> Palette.DARK;
            case CONTRAST -> Palette.CONTRAST;
            case SYSTEM -> system.getValue() == ColorScheme.DARK ? Palette.DARK : Palette.LIGHT;
        });
        scenes.removeIf(ref -> ref.get() == null);
        scenes.forEach(ref -> dress(ref.get()));
    }

    private void opened(ListChangeListener.Change<? extends Window> change) {
        while (change.next()) {
            change.getAddedSubList().stream().filter(w -> !transparent && w instanceof PopupWindow)
                    .forEach(w -> fill(w.getScene()));
        }
    }

    /** Without transparency the ground of a popup is white unless it has a fill of its own. */
    private static void fill(Scene popup) {
        popup.getRoot().pseudoClassStateChanged(OPAQUE_POPUPS, true);
        popup.getRoot().applyCss();
        if (popup.getRoot() instanceof Region root && root.getBackground() != null) {
            root.getBackground().getFills().stream().findFirst().ifPresent(ground -> popup.setFill(ground.getFill()));
        }
    }

    private void dress(Scene scene) {
        if (scene == null) {
            return;
        }
        var now = palette.get();
        var sheets = List.of(now.stylesheet(), Palette.resource("pitot.css"));
        if (!scene.getStylesheets().equals(sheets)) {
            scene.getStylesheets().setAll(sheets);
        }
        for (var each : Palette.values()) {
            scene.getRoot().pseudoClassStateChanged(each.pseudoClass(), each == now);
        }
        scene.getRoot().pseudoClassStateChanged(OPAQUE_POPUPS, !transparent);
        scene.getRoot().pseudoClassStateChanged(REDUCED_MOTION, reducedMotion.getValue());
    }
}
