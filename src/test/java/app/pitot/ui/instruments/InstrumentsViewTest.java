package app.pitot.ui.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.base.Clocks;
import app.pitot.exchange.Phase;
import app.pitot.ui.common.FxTest;
import app.pitot.ui.common.ManualDelays;
import app.pitot.ui.controls.FigureLabel;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import javafx.application.ColorScheme;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

class InstrumentsViewTest extends FxTest {
    private final InstrumentsModel model = new InstrumentsModel(new Clocks(() -> 0, () -> Samples.NOON), ZoneOffset.UTC,
            new ManualDelays());

    private InstrumentsView view;

    private javafx.stage.Stage open() {
        return show(() -> view = new InstrumentsView(model), 300, 742);
    }

    private String texts() {
        return fx(() -> view.lookupAll(".figure").stream().map(n -> ((FigureLabel) n).getText())
                .collect(Collectors.joining("|")));
    }

    @Test
    void showsTheDrawingsFigures() {
        open();
        onFx(() -> {
            model.showSpeed(Samples.finished(), Phase.ENDED);
            model.showQuota(Samples.drawing());
        });
        pulses(2);
        assertThat(texts()).contains("2,987", "142 ms", "388 ms", "1,204", "582,310", "resets in 12 h 41 min",
                "full again in 1.8 s", "reported 2 s ago", "runs out 14:12");
    }

    @Test
    void sixWindowsFitALowScreenWithoutScrolling() {
        open();
        onFx(() -> {
            model.showSpeed(Samples.live(2000), Phase.WRITING);
            model.showQuota(Samples.six());
        });
        pulses(2);
        var scroll = (ScrollPane) view.lookup(".scroll-pane");
        var content = (Region) scroll.getContent();
        assertThat(content.getHeight()).isLessThanOrEqualTo(scroll.getViewportBounds().getHeight());
        assertThat(content.getWidth()).isEqualTo(299);
    }

    @Test
    void nothingSticksOutOfThePanel() {
        open();
        onFx(() -> model.showQuota(Samples.six()));
        pulses(2);
        for (var node : view.lookupAll(".figure")) {
            var bounds = node.localToScene(node.getLayoutBounds());
            assertThat(bounds.getMaxX()).as(((FigureLabel) node).getText()).isLessThanOrEqualTo(290);
        }
    }

    @Test
    void everythingTheTabKeyReachesHasAName() {
        open();
        onFx(() -> model.showQuota(Samples.six()));
        pulses(2);
        assertNamed(view);
    }

    private static void assertNamed(Node node) {
        if (node.isFocusTraversable()) {
            assertThat(node.getAccessibleText()).as(node.toString()).isNotBlank();
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(InstrumentsViewTest::assertNamed);
        }
    }

    @Test
    void aPaletteReachesThePaintedControlsLive() {
        var stage = open();
        onFx(() -> model.showSpeed(Samples.finished(), Phase.ENDED));
        pulses(2);
        assertThat(has(snapshot(stage.getScene()), Color.web("#56b6f0"))).isTrue();
        onFx(() -> desktop.set(ColorScheme.LIGHT));
        pulses(2);
        var light = snapshot(stage.getScene());
        assertThat(has(light, Color.web("#56b6f0"))).isFalse();
        assertThat(has(light, Color.web("#0a6fbb"))).isTrue();
    }

    private static boolean has(Image image, Color colour) {
        for (var y = 0; y < image.getHeight(); y++) {
            for (var x = 0; x < image.getWidth(); x++) {
                if (image.getPixelReader().getColor(x, y).equals(colour)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void aHiddenWindowIsNotWatched() {
        var stage = open();
        onFx(() -> model.showQuota(Samples.drawing()));
        assertThat(fx(model::ticking)).isTrue();
        onFx(stage::hide);
        assertThat(fx(model::ticking)).isFalse();
        onFx(stage::show);
        assertThat(fx(model::ticking)).isTrue();
    }
}
