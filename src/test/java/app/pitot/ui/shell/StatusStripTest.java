package app.pitot.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.keys.KeySource;
import app.pitot.provider.Account;
import app.pitot.provider.Catalogue;
import app.pitot.provider.Connection;
import app.pitot.base.Provenance;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.provider.Refill;
import app.pitot.quota.Curve;
import app.pitot.quota.DayUse;
import app.pitot.quota.Forecast;
import app.pitot.quota.QuotaSnapshot;
import app.pitot.quota.WindowState;
import app.pitot.store.StoreProblem;
import app.pitot.ui.common.FxTest;
import java.nio.file.Path;
import java.time.Instant;
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
            model.problem(problem(StoreProblem.Kind.FULL, "pitot.db", "The disk is full."));
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

    @Test
    void theWindowOfMoneyReadsAsMoney() {
        var window = new WindowState(Metric.USD, Period.DAY, Refill.FIXED, 5_000_000L, 4_100_000L, 900_000L, 0, null,
                WindowState.Next.NOTHING, Provenance.REPORTED, Provenance.REPORTED, 0L, WindowState.Level.NORMAL, true,
                null);
        var none = new Forecast(0, 0, null, Instant.EPOCH.plusSeconds(86_400), 0);
        var model = new StatusModel();
        model.show(new QuotaSnapshot(List.of(window), new DayUse(Metric.USD, 5_000_000L, 900_000, 4_100_000L, 1, 0,
                Instant.EPOCH, none, new Curve(new int[0], new long[0]), Provenance.REPORTED, false)));
        assertThat(model.binding().get()).contains("$4.10 left");
    }

    @Test
    void aLaterProblemLeavesTheDatabasesInSightAndAllCanBeRead() {
        var model = new StatusModel();
        Stage stage = show(() -> new StatusStrip(model), 760, 26);
        onFx(() -> {
            model.problem(problem(StoreProblem.Kind.READ_ONLY, "pitot.db", "The history may not be written."));
            model.problem(problem(StoreProblem.Kind.DAMAGED, "models.json", "A saved model list was damaged."));
        });
        pulses(2);
        var button = (ProblemButton) fx(() -> stage.getScene().getRoot().lookup(".problem"));
        assertThat(fx(button::getText)).isEqualTo("The history may not be written. (and 1 more)");
        assertThat(fx(button::getAccessibleText)).contains("may not be written", "model list was damaged");
        onFx(button::fire);
        pulses(2);
        var shown = fx(() -> javafx.stage.Window.getWindows().stream().filter(each -> each != stage)
                .flatMap(each -> each.getScene().getRoot().lookupAll(".label").stream())
                .map(each -> ((Label) each).getText()).toList());
        assertThat(shown).contains("The history may not be written.", "A saved model list was damaged.");
        onFx(() -> model.problem(problem(StoreProblem.Kind.SAVED, "pitot.db", "")));
        assertThat(fx(button::getText)).isEqualTo("A saved model list was damaged.");
    }

    @Test
    void aLongProblemIsShownInFullWhenPressed() {
        var words = "The side files of pitot.db were removed while Pitot ran. What they held is in pitot.db now; nothing "
                + "is missing, and whoever reads this far has read it all.";
        var model = new StatusModel();
        Stage stage = show(() -> new StatusStrip(model), 760, 26);
        onFx(() -> model.problem(problem(StoreProblem.Kind.DAMAGED, "pitot.db", words)));
        pulses(2);
        onFx(((ProblemButton) fx(() -> stage.getScene().getRoot().lookup(".problem")))::fire);
        pulses(2);
        var shown = fx(() -> javafx.stage.Window.getWindows().stream().filter(each -> each != stage)
                .flatMap(each -> each.getScene().getRoot().lookupAll(".label").stream())
                .map(each -> ((javafx.scene.text.Text) each.lookup(".text")).getText().replaceAll("\\s+", " "))
                .toList());
        assertThat(shown).contains(words);
    }

    private static StoreProblem problem(StoreProblem.Kind kind, String file, String message) {
        return new StoreProblem(kind, Path.of(file).toAbsolutePath(), message);
    }

    private boolean overlaps(List<Label> labels) {
        return fx(() -> labels.stream().anyMatch(a -> labels.stream()
                .anyMatch(b -> a != b && a.getBoundsInParent().intersects(b.getBoundsInParent()))));
    }
}
