package app.pitot.ui.mini;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.quota.WindowState.Level;
import app.pitot.store.Settings.Corner;
import app.pitot.store.Settings.WindowPlace;
import app.pitot.store.Theme;
import app.pitot.ui.common.FxTest;
import app.pitot.ui.common.ManualDelays;
import app.pitot.ui.instruments.InstrumentsModel;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.StageStyle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The mini gauge itself, worked by mouse and keyboard. */
class MiniWindowTest extends FxTest {
    private final AtomicInteger opened = new AtomicInteger();
    private InstrumentsModel instruments;
    private MiniWindow mini;

    @BeforeEach
    void open() {
        open(Corner.DEFAULT);
    }

    private void open(Corner saved) {
        onFx(() -> {
            instruments = new InstrumentsModel(Small.clocks(), ZoneOffset.UTC, new ManualDelays());
            instruments.setWatched(false);
            var model = new MiniModel(instruments);
            mini = new MiniWindow(model, theme(), saved, () -> null, opened::incrementAndGet);
            mini.show();
            instruments.showQuota(Small.quota(Small.day(1_000_000L, 414_000, Small.NOON.plusSeconds(7_920)),
                    Small.requests(), Small.tokens(12_300, Level.AMBER)));
            instruments.showSpeed(Small.finished(), Small.ended());
        });
        pulses(3);
    }

    @Test
    void staysAboveAllOthersWithoutAFrame() {
        assertThat(mini.stage().isAlwaysOnTop()).isTrue();
        assertThat(mini.stage().getStyle()).isEqualTo(StageStyle.UNDECORATED);
    }

    @Test
    void looksRightInEveryPaletteAndBothSizes() {
        for (var palette : new Theme[]{Theme.DARK, Theme.LIGHT, Theme.CONTRAST}) {
            onFx(() -> {
                var themes = theme();
                themes.themeProperty().set(palette);
                themes.apply(mini.stage().getScene());
            });
            pulses(3);
            write(snapshot(mini.stage().getScene()), Path.of("target", "mini", palette.id() + ".png"));
        }
        double high = mini.stage().getHeight();
        click(node(".mini-button"));
        pulses(2);
        assertThat(mini.stage().getHeight()).isLessThan(high - 20);
        write(snapshot(mini.stage().getScene()), Path.of("target", "mini", "compact.png"));
        assertThat(opened).as("a button of its own opens nothing").hasValue(0);
    }

    @Test
    void aClickOpensPitotAndEnterDoesToo() {
        clicks(node(".mini-facts"), 40, 8, 1);
        assertThat(opened).hasValue(1);
        onFx(() -> node(".mini-facts").requestFocus());
        press(KeyCode.ENTER);
        press(KeyCode.SPACE);
        assertThat(opened).hasValue(3);
    }

    @Test
    void escapeClosesIt() {
        press(KeyCode.ESCAPE);
        assertThat(fx(() -> mini.showingProperty().get())).isFalse();
        assertThat(fx(() -> instruments.ticking())).as("nobody looks any more").isFalse();
    }

    @Test
    void everyStopOfTheTabKeyHasAName() {
        var nameless = fx(() -> mini.stage().getScene().getRoot().lookupAll("*").stream()
                .filter(Node::isFocusTraversable).filter(n -> n.getAccessibleText() == null).toList());
        assertThat(nameless).isEmpty();
        assertThat(fx(() -> node(".mini-facts").getAccessibleText())).startsWith("Tokens / min 12,300 of 60,000 left");
    }

    @Test
    void itRemembersSizeAndPlace() {
        onFx(() -> {
            mini.stage().setX(123);
            mini.stage().setY(45);
        });
        var kept = fx(() -> mini.remember(Corner.DEFAULT));
        assertThat(kept.place().x()).isEqualTo(123);
        assertThat(kept.compact()).isFalse();
        open(new Corner(true, true, new WindowPlace(200, 300, 264, 90), true, false, false));
        assertThat(mini.stage().getX()).isEqualTo(200);
        assertThat(mini.stage().getY()).isEqualTo(300);
        assertThat(fx(() -> mini.remember(Corner.DEFAULT)).compact()).isTrue();
        open(new Corner(true, true, new WindowPlace(9_000, 9_000, 264, 90), true, false, false));
        assertThat(mini.stage().getX()).isLessThanOrEqualTo(1_000 - MiniView.WIDTH);
        assertThat(mini.stage().getY()).isLessThan(1_000);
    }

    private Node node(String style) {
        return mini.stage().getScene().getRoot().lookup(style);
    }
}
