package app.pitot.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

class CaretRestTest extends FxTest {
    private final ManualDelays delays = new ManualDelays();
    private final List<Boolean> told = new ArrayList<>();
    private final Box box = fx(Box::new);
    private final TextField field = fx(TextField::new);

    private final class Box extends Region implements CaretRest.Blinking {
        Box() {
            setFocusTraversable(true);
        }

        @Override
        public void blink(boolean on) {
            told.add(on);
        }
    }

    private void look() {
        onFx(delays::runAll);
    }

    private void open() {
        var stage = show(() -> new VBox(box, field), 200, 100);
        onFx(() -> {
            CaretRest.watch(stage.getScene(), delays);
            box.requestFocus();
        });
        look();
        told.clear();
    }

    @Test
    void itRestsOnceNobodyTypedForAWhileAndWakesAtTheNextKey() {
        open();
        press(KeyCode.A);
        press(KeyCode.A);
        look();
        assertThat(told).as("somebody typed since the last look").doesNotContain(false);
        look();
        assertThat(told).last().isEqualTo(false);
        assertThat(delays.size()).as("nothing ticks while it rests").isZero();
        press(KeyCode.A);
        assertThat(told).last().isEqualTo(true);
        assertThat(delays.size()).isEqualTo(1);
        press(KeyCode.A);
        press(KeyCode.A);
        assertThat(delays.size()).as("one look for many keys").isEqualTo(1);
    }

    @Test
    void whoeverLosesTheFocusBlinksAgainWhenItComesBack() {
        open();
        look();
        look();
        onFx(field::requestFocus);
        assertThat(told).last().isEqualTo(true);
        look();
        look();
        assertThat(delays.size()).isZero();
    }
}
