package app.pitot.ui.compare.past;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.base.Texts;
import app.pitot.compare.Comparison;
import app.pitot.compare.MemoryComparisons;
import app.pitot.ui.common.FxTest;
import app.pitot.ui.common.Jobs;
import app.pitot.ui.common.ManualDelays;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.application.ColorScheme;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class PastViewTest extends FxTest {
    private final MemoryComparisons kept = new MemoryComparisons();
    private final List<Comparison> opened = new ArrayList<>();
    private final PastModel model = new PastModel(kept, new Jobs(Runnable::run, Runnable::run), new ManualDelays(),
            ZoneOffset.UTC, () -> Set.of("account-0", "account-1"), opened::add, _ -> true);

    private Scene open(double width, double height) {
        return show(() -> {
            model.load("set-1");
            return new PastView(model, () -> {});
        }, width, height).getScene();
    }

    private void picture(Scene scene, String name) {
        pulses(4);
        write(snapshot(scene), Path.of("target", "look", "past-" + name + ".png"));
    }

    @Test
    void showsRunsAndTheirSetOverTime() {
        PastRuns.weeks().forEach(kept::begin);
        var scene = open(1_298, 700);
        picture(scene, "dark");
        assertThat(labels(scene)).anyMatch(text -> text.startsWith("B was"));
        click(fx(() -> scene.getRoot().lookup(".past-timeline .toggle-button")));
        picture(scene, "table-dark");
        assertThat(labels(scene)).contains(Texts.get("past.column.median"));
        click(fx(() -> scene.getRoot().lookup(".past-timeline .toggle-button")));
        onFx(() -> {
            desktop.set(ColorScheme.LIGHT);
            model.again(model.runs().getFirst());
        });
        picture(scene, "light");
        var list = fx(() -> (ListView<?>) scene.getRoot().lookup(".list-view"));
        onFx(list::requestFocus);
        press(KeyCode.DELETE);
        picture(scene, "deleted-light");
        assertThat(fx(() -> model.deleted().size())).isEqualTo(1);
        press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(fx(() -> model.deleted().size())).isZero();
        press(KeyCode.ENTER);
        assertThat(opened).hasSize(1);
    }

    @Test
    void fitsANarrowWindow() {
        PastRuns.weeks().forEach(kept::begin);
        var scene = open(692, 450);
        picture(scene, "narrow-dark");
        onFx(() -> desktop.set(ColorScheme.LIGHT));
        picture(scene, "narrow-light");
    }

    @Test
    void anEmptyListSaysWhatItWillShow() {
        var scene = open(1_298, 500);
        picture(scene, "empty-dark");
        assertThat(labels(scene)).contains(Texts.get("past.empty"));
    }

    private List<String> labels(Scene scene) {
        return fx(() -> scene.getRoot().lookupAll(".label").stream().filter(Label.class::isInstance)
                .map(node -> ((Label) node).getText()).toList());
    }
}
