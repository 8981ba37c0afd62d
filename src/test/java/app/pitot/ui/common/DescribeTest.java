package app.pitot.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

class DescribeTest extends FxTest {
    private static boolean shown(String text) {
        return Window.getWindows().stream().anyMatch(w -> w instanceof Tooltip tip && tip.getText().equals(text));
    }

    @Test
    void aTooltipComesAndStaysWhileThePointerRests() {
        var area = fx(() -> new Region());
        onFx(() -> {
            area.setPrefSize(200, 100);
            Describe.tooltip(area, "what this is");
        });
        show(() -> new VBox(area), 300, 200);
        hover(area);
        assertThat(comes(() -> shown("what this is"))).isTrue();
        pulses(10);
        assertThat(fx(() -> shown("what this is"))).isTrue();
        onFx(() -> Describe.tooltip(area, "something newer"));
        assertThat(fx(() -> shown("something newer"))).isTrue();
    }

    @Test
    void itsWindowLiesBesideThePointerWhichWouldHideItElse() {
        var area = fx(() -> new Region());
        onFx(() -> {
            area.setPrefSize(200, 100);
            Describe.tooltip(area, "beside");
        });
        show(() -> new VBox(area), 300, 200);
        hover(area);
        assertThat(comes(() -> shown("beside"))).isTrue();
        var tip = fx(() -> Window.getWindows().stream().filter(Tooltip.class::isInstance).findFirst().orElseThrow());
        var middle = fx(() -> area.localToScreen(100, 50));
        assertThat(tip.getX()).isGreaterThan(middle.getX() + 2);
        assertThat(tip.getY()).isGreaterThan(middle.getY() + 1);
    }

    @Test
    void nullTakesATooltipAway() {
        onFx(() -> {
            var label = new Label("x");
            Describe.tooltip(label, "help");
            assertThat(label.getTooltip()).isNotNull();
            Describe.tooltip(label, null);
            assertThat(label.getTooltip()).isNull();
        });
    }
}
