package app.pitot.ui.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.pitot.ui.common.FxTest;
import app.pitot.ui.common.Jobs;
import java.io.ByteArrayInputStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

class NodePictureTest extends FxTest {
    private final Jobs jobs = new Jobs(task -> Thread.ofVirtual().start(task), Platform::runLater);

    @Test
    void itStandsOnTheGroundOfTheWindow() throws Exception {
        var inner = new Region();
        show(() -> {
            var outer = new StackPane(inner);
            outer.setStyle("-fx-background-color: #123456;");
            return outer;
        }, 300, 200);
        var bytes = fx(() -> NodePicture.of(inner, jobs)).get(20, TimeUnit.SECONDS);
        var image = new Image(new ByteArrayInputStream(bytes));
        assertThat(image.getWidth()).isEqualTo(600);
        assertThat(image.getHeight()).isEqualTo(400);
        assertThat(image.getPixelReader().getColor(10, 10)).isEqualTo(Color.web("#123456"));
    }

    @Test
    void whatIsNotShownIsNoPicture() throws Exception {
        var nothing = fx(() -> NodePicture.of(new Region(), jobs));
        assertThatThrownBy(() -> nothing.get(5, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
    }
}
