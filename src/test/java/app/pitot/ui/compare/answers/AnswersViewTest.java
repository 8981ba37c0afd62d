package app.pitot.ui.compare.answers;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.base.Texts;
import app.pitot.base.Ticker;
import app.pitot.compare.Comparison;
import app.pitot.compare.MemoryComparisons;
import app.pitot.compare.Runs;
import app.pitot.ui.common.FxTest;
import app.pitot.ui.common.Jobs;
import app.pitot.ui.transcript.PulseTurns;
import app.pitot.ui.transcript.TranscriptModel;
import java.nio.file.Path;
import java.util.List;
import javafx.application.ColorScheme;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

class AnswersViewTest extends FxTest {
    private final MemoryComparisons kept = new MemoryComparisons();
    private final AnswersModel model = new AnswersModel(kept, Answers.CLOCKS, new Jobs(Runnable::run, Runnable::run));

    private Scene open(Comparison run, double width, double height) {
        kept.begin(run);
        return show(() -> {
            model.show(run);
            var ground = new StackPane(new AnswersView(model,
                    new TranscriptModel(Ticker.system(), new PulseTurns()), _ -> {}));
            ground.setStyle("-fx-padding: 12px;");
            return ground;
        }, width, height).getScene();
    }

    private void picture(Scene scene, String name) {
        pulses(4);
        write(snapshot(scene), Path.of("target", "look", "answers-" + name + ".png"));
    }

    @Test
    void showsAnswersTheirDifferencesAndBlindVotes() {
        var scene = open(Answers.told(12), 1_280, 560);
        picture(scene, "dark");
        onFx(() -> model.form().set(AnswersModel.Form.DIFFERENCES));
        picture(scene, "differences-dark");
        assertThat(texts(scene)).contains(Texts.get("answers.legend"));
        onFx(() -> desktop.set(ColorScheme.LIGHT));
        picture(scene, "differences-light");
        onFx(() -> model.form().set(AnswersModel.Form.RENDERED));
        picture(scene, "light");
        onFx(() -> model.blindProperty().set(true));
        picture(scene, "blind-light");
        assertThat(texts(scene)).noneMatch(text -> text.contains("gpt") || text.contains("Groq"))
                .doesNotContain("A", "B", "C");
        onFx(() -> desktop.set(ColorScheme.DARK));
        picture(scene, "blind-dark");
        click(button(scene, Texts.get("answers.best")));
        picture(scene, "voted-dark");
        assertThat(kept.read("run-1").votes()).hasSize(1);
        assertThat(texts(scene)).contains(Texts.get("answers.chosen"), "gpt-oss-20b");
        click(button(scene, Texts.get("answers.next")));
        assertThat(fx(() -> model.face().get().hidden())).isTrue();
    }

    @Test
    void fitsANarrowWindow() {
        var scene = open(Runs.refused(Answers.told(2), 1), 692, 420);
        picture(scene, "narrow-dark");
        onFx(() -> {
            desktop.set(ColorScheme.LIGHT);
            model.form().set(AnswersModel.Form.DIFFERENCES);
        });
        picture(scene, "narrow-light");
        onFx(() -> model.show(null));
        picture(scene, "empty-light");
        assertThat(texts(scene)).contains(Texts.get("answers.empty"));
    }

    @Test
    void aSingleRoundIsNotOfferedForChoice() {
        var scene = open(Answers.told(3), 1_280, 420);
        var before = button(scene, Texts.get("answers.before"));
        assertThat(fx(() -> before.getParent().isVisible())).isTrue();
        assertThat(fx(before::isDisabled)).isFalse();
        assertThat(fx(button(scene, Texts.get("answers.after"))::isDisabled)).isTrue();
        onFx(() -> model.show(Runs.race(Runs.three())));
        // The same id with other samples.
        assertThat(fx(() -> before.getParent().isVisible())).isFalse();
    }

    @Test
    void eightLanesScrollSideways() {
        var scene = open(Runs.rounds(2, Runs.eight()), 1_280, 420);
        picture(scene, "eight-dark");
    }

    @Test
    void columnsScrollTogether() {
        var run = Answers.told(1);
        var scene = open(Runs.with(run, run.samples().stream()
                .map(each -> Answers.with(each, each.answer().repeat(40))).toList()), 1_280, 420);
        onFx(() -> {
            model.form().set(AnswersModel.Form.DIFFERENCES);
            model.together().set(true);
        });
        pulses(4);
        var columns = fx(() -> scene.getRoot().lookupAll(".answer-column").stream().map(AnswerColumn.class::cast)
                .toList());
        click(fx(() -> columns.getFirst().lookup(".marked-text")));
        press(KeyCode.END);
        pulses(4);
        assertThat(fx(() -> columns.getFirst().place().share())).isGreaterThan(0.8);
        assertThat(fx(() -> columns.getLast().place().share())).isGreaterThan(0.8);
        press(KeyCode.HOME);
        pulses(4);
        assertThat(fx(() -> columns.getLast().place().share())).isLessThan(0.2);
    }

    private List<String> texts(Scene scene) {
        return fx(() -> scene.getRoot().lookupAll(".label").stream().filter(Labeled.class::isInstance)
                .filter(node -> node.isVisible() && node.getParent().isVisible())
                .map(node -> ((Labeled) node).getText()).toList());
    }

    private Button button(Scene scene, String text) {
        return fx(() -> scene.getRoot().lookupAll(".button").stream().map(Button.class::cast)
                .filter(each -> each.isVisible() && text.equals(each.getText())).findFirst().orElseThrow());
    }
}
