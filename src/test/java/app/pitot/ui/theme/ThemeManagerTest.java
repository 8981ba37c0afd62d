package app.pitot.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.pitot.store.Theme;
import app.pitot.ui.common.FxTest;
import java.util.ArrayList;
import java.util.List;
import javafx.application.ColorScheme;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.stage.Popup;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ThemeManagerTest extends FxTest {
    private final List<String> bases = new ArrayList<>();

    private ThemeManager manager() {
        return new ThemeManager(desktop, reducedMotion, bases::add);
    }

    private static boolean wears(Scene scene, String pseudoClass) {
        return scene.getRoot().getPseudoClassStates().contains(PseudoClass.getPseudoClass(pseudoClass));
    }

    @Test
    void followsTheDesktopLiveInEveryScene() {
        onFx(() -> {
            var manager = manager();
            var one = new Scene(new Pane());
            var two = new Scene(new Pane());
            manager.apply(one);
            manager.apply(two);
            desktop.set(ColorScheme.LIGHT);
            for (var scene : List.of(one, two)) {
                assertThat(scene.getStylesheets()).hasSize(2).first().asString().endsWith("palette-light.css");
                assertThat(wears(scene, "light")).isTrue();
                assertThat(wears(scene, "dark")).isFalse();
            }
            assertThat(bases).hasSize(2).doesNotHaveDuplicates();
        });
    }

    @Test
    void theUsersChoiceGoesBeforeTheDesktop() {
        onFx(() -> {
            var manager = manager();
            var scene = new Scene(new Pane());
            manager.apply(scene);
            manager.themeProperty().set(Theme.CONTRAST);
            desktop.set(ColorScheme.LIGHT);
            assertThat(manager.paletteProperty().get()).isEqualTo(Palette.CONTRAST);
            assertThat(wears(scene, "contrast")).isTrue();
        });
    }

    @Test
    void aNewRootIsDressedToo() {
        onFx(() -> {
            var scene = new Scene(new Pane());
            manager().apply(scene);
            scene.setRoot(new Pane());
            assertThat(wears(scene, "dark")).isTrue();
            assertThat(wears(scene, "reduced-motion")).isTrue();
        });
    }

    @Test
    void popupsAreFilledWhereWindowsCannotBeTransparent() {
        onFx(() -> {
            var manager = new ThemeManager(desktop, reducedMotion, bases::add, false);
            var scene = new Scene(new Pane(), 200, 200);
            manager.apply(scene);
            var stage = new Stage();
            stage.setScene(scene);
            stage.show();
            var popup = new Popup();
            popup.getContent().add(new Rectangle(50, 50));
            popup.show(stage);
            assertThat(popup.getScene().getFill()).isEqualTo(Color.web("#16191d"));
            assertThat(wears(scene, "opaque-popups")).isTrue();
        });
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aMissingLibraryForTextIsNamedWithWhatToInstall() {
        assertThatThrownBy(() -> Fonts.load(Fonts.FILES.getFirst(), _ -> {
            throw new UnsatisfiedLinkError("no javafx_font_pango in java.library.path");
        })).isInstanceOf(FontsUnavailableException.class).hasMessageContaining("install libgtk-3-0");
    }

    @Test
    void bringsItsOwnTypefaces() {
        onFx(() -> assertThat(Fonts.FILES.stream().map(file -> Fonts.load(file).getFamily()))
                .containsExactly("Inter", "Inter Medium", "Inter Semi Bold", "Inter", "Inter Semi Bold",
                        "JetBrains Mono"));
    }
}
