package app.pitot.ui.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import app.pitot.ui.common.FxTest;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The row below the question")
class SendRowTest extends FxTest {
    private static final String LONG = "free in 12 s · needs 41,000 · TPM 12,300 of 60,000 left";

    private final Button give = fx(() -> new Button("+"));
    private final Label verdict = fx(() -> new Label("Would be refused now"));
    private final Label detail = fx(() -> {
        var label = new Label(LONG);
        label.setWrapText(true);
        return label;
    });
    private final Button lower = fx(() -> new Button("Lower max tokens to 9,000"));
    private final Button send = fx(() -> new Button("Send when it fits"));
    private SendRow row;
    private Stage stage;

    @BeforeEach
    void open() {
        stage = show(() -> {
            lower.managedProperty().bind(lower.visibleProperty());
            row = new SendRow(give, List.of(verdict, detail), List.of(lower), send);
            return new VBox(row);
        }, 1_000, 300);
    }

    private void width(double width) {
        onFx(() -> stage.setWidth(width));
        pulses(3);
    }

    private void assertWhole() {
        onFx(() -> {
            for (var each : List.of(verdict, detail)) {
                assertThat(((Text) each.lookup(".text")).getText().replaceAll("\\s+", " "))
                        .isEqualTo(each.getText());
            }
            var places = row.getChildren().stream().map(Region.class::cast).filter(Region::isVisible)
                    .map(each -> new Rectangle2D(each.getLayoutX(), each.getLayoutY(), each.getWidth(),
                            each.getHeight()))
                    .toList();
            for (var at : places) {
                assertThat(at.getMinX()).isGreaterThanOrEqualTo(0);
                assertThat(at.getMaxX()).isLessThanOrEqualTo(row.getWidth());
                assertThat(at.getMaxY()).isLessThanOrEqualTo(row.getHeight());
                assertThat(places.stream().filter(at::intersects)).as("none lies over another").hasSize(1);
            }
        });
    }

    @Test
    @DisplayName("is one row where all has room")
    void oneRow() {
        assertWhole();
        assertThat(fx(() -> verdict.getBoundsInParent().getCenterY()))
                .isCloseTo(fx(() -> send.getBoundsInParent().getCenterY()), offset(1.0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {700, 520, 420, 316, 260})
    @DisplayName("cuts nothing short, however narrow")
    void narrow(double width) {
        width(width);
        assertWhole();
        assertThat(fx(() -> verdict.getBoundsInParent().getMaxY()))
                .isLessThanOrEqualTo(fx(() -> send.getBoundsInParent().getMinY()));
    }

    @Test
    @DisplayName("stays in two rows while the words shrink by a figure")
    void calm() {
        width(700);
        double needed = fx(() -> row.prefWidth(-1));
        width(needed - 2);
        assertThat(fx(row::getHeight)).isGreaterThan(40);
        onFx(() -> detail.setText(LONG.replace("12 s", "9 s")));
        pulses(2);
        assertThat(fx(row::getHeight)).isGreaterThan(40);
        width(needed + 60);
        assertThat(fx(row::getHeight)).isLessThan(40);
    }
}
