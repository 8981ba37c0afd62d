package app.pitot.ui.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.ChatImage;
import app.pitot.base.Ticker;
import app.pitot.history.Picture;
import app.pitot.ui.common.FxTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.image.ImageView;
import javafx.stage.Popup;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PictureStripTest extends FxTest {
    private TranscriptModel model;

    @Test
    @DisplayName("A picture shows small and larger on a click; one that is broken or enormous says so by its name")
    void pictures() throws IOException {
        var png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(400, 200, BufferedImage.TYPE_INT_RGB), "png", png);
        var good = new ChatImage("image/png", png.toByteArray());
        var pictures = List.of(new Picture(good, "chart.png", 400, 200),
                new Picture(new ChatImage("image/png", new byte[]{1, 2, 3}), "broken.png", 10, 10),
                new Picture(good, "bomb.png", 60_000, 60_000));
        var stage = show(() -> {
            model = new TranscriptModel(Ticker.system(), new PulseTurns());
            return new TranscriptView(model, _ -> {});
        }, 700, 500);
        onFx(() -> model.addQuestion("What is this?", pictures));
        pulses(2);
        var buttons = fx(() -> stage.getScene().getRoot().lookupAll(".thumbnail").stream().map(Button.class::cast)
                .sorted(java.util.Comparator.comparing(Button::getAccessibleText)).toList());
        assertThat(comes(() -> buttons.get(2).getGraphic() instanceof ImageView && buttons.get(1).isDisabled()))
                .isTrue();
        var image = fx(() -> ((ImageView) buttons.get(2).getGraphic()).getImage());
        assertThat(image.getWidth()).isEqualTo(96);
        assertThat(image.getHeight()).isEqualTo(48);
        assertThat(fx(() -> buttons.get(0).getText())).startsWith("bomb.png");
        assertThat(fx(() -> buttons.get(1).getText())).startsWith("broken.png");
        assertThat(fx(() -> buttons.get(2).getAccessibleText())).isEqualTo("chart.png, 400 × 200 pixels");
        click(buttons.get(2));
        assertThat(comes(() -> Window.getWindows().stream().anyMatch(Popup.class::isInstance))).isTrue();
    }
}
