package app.pitot.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.keys.KeySource;
import app.pitot.provider.Account;
import app.pitot.provider.Catalogue;
import app.pitot.provider.Connection;
import app.pitot.ui.common.FxTest;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/** The strip in a narrow window with much to say. */
class StatusStripTest extends FxTest {
    private static final String NAME = "The account of the team that writes the second compiler, Europe";
    private static final String KEY = "key ••••4f2a in GNOME Keyring";

    @Test
    void aLongNameGivesWayInItsMiddleAndPushesNothingAway() {
        var model = new StatusModel();
        Stage stage = show(() -> new StatusStrip(model), 760, 26);
        onFx(() -> {
            model.show(new Account("a", NAME, Catalogue.shipped().provider("custom"), "https://llm.example.com:8443/v1",
                    null, KeySource.none(), KEY, Connection.DIRECT));
            model.problem("History could not be written down: the disk is full.");
        });
        pulses(3);
        var labels = fx(() -> stage.getScene().getRoot().lookupAll(".label").stream().map(Label.class::cast)
                .filter(Label::isVisible).toList());
        assertThat(fx(() -> labels.stream().mapToDouble(l -> l.getBoundsInParent().getMaxX()).max().orElseThrow()))
                .isLessThanOrEqualTo(760);
        var account = labels.stream().filter(l -> l.getText().startsWith(NAME)).findFirst().orElseThrow();
        var shown = fx(() -> ((javafx.scene.text.Text) account.lookup(".text")).getText());
        assertThat(shown).startsWith("The account").contains("...").endsWith("GNOME Keyring");
        assertThat(overlaps(labels)).isFalse();
        write(snapshot(stage.getScene()), Path.of("target/shots/status-long.png"));
    }

    private boolean overlaps(List<Label> labels) {
        return fx(() -> labels.stream().anyMatch(a -> labels.stream()
                .anyMatch(b -> a != b && a.getBoundsInParent().intersects(b.getBoundsInParent()))));
    }
}
