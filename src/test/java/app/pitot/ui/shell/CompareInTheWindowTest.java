package app.pitot.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.Outcome;
import app.pitot.base.Texts;
import app.pitot.compare.Comparison;
import app.pitot.compare.Mode;
import app.pitot.ui.compare.CompareModel;
import app.pitot.ui.compare.RunModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.application.ColorScheme;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The comparison in the window, over the real simulator, on the Headless platform. */
@Timeout(120)
class CompareInTheWindowTest extends WindowTest {
    private CompareModel model;

    @BeforeEach
    void open() throws IOException {
        open("custom", "llama3.1-8b", 1366, 768);
        model = fx(() -> window.compare());
        press(KeyCode.CONTROL, KeyCode.DIGIT2);
        comes(() -> model.setup().lanes().size() == 2);
    }

    @Test
    void twoLanesRaceWithinTheFirstMinuteWithoutAKey() {
        assertThat(fx(() -> window.navigator().current().get())).isEqualTo(View.COMPARE);
        write(snapshot(window.scene()), Path.of("target/shots/compare-setup.png"));
        press(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(comes(() -> ended())).isTrue();
        pulses(3);
        write(snapshot(window.scene()), Path.of("target/shots/compare-race.png"));

        var run = fx(() -> model.run().shown().get());
        assertThat(run.state()).isEqualTo(Comparison.State.DONE);
        assertThat(run.mode()).isEqualTo(Mode.RACE);
        assertThat(run.samples().stream().filter(sample -> sample.round() > 0)).hasSize(2)
                .allMatch(sample -> sample.outcome() == Outcome.COMPLETE);
        for (var lane : fx(() -> List.copyOf(model.setup().lanes()))) {
            assertThat(fx(() -> lane.live().face().get().speed())).isNotEqualTo("–");
            assertThat(fx(() -> lane.live().transcript().messages().getLast().markdown())).isNotBlank();
        }
    }

    @Test
    void roundsRunToTheirEndAndEscapePausesThem() {
        onFx(() -> {
            model.setup().mode().set(Mode.ROUNDS);
            model.setup().rounds().set(3);
            model.setup().prompt().set("Write 700 tokens");
        });
        press(KeyCode.CONTROL, KeyCode.ENTER);
        comes(() -> model.run().active());
        press(KeyCode.ESCAPE);
        assertThat(comes(() -> model.run().state().get() == RunModel.State.PAUSED)).isTrue();
        onFx(() -> model.run().resume());
        assertThat(comes(() -> ended())).isTrue();
        pulses(2);
        write(snapshot(window.scene()), Path.of("target/shots/compare-rounds.png"));
        var run = fx(() -> model.run().shown().get());
        assertThat(run.samples().stream().filter(sample -> sample.counts())).hasSize(6);
        assertThat(fx(() -> model.setup().lanes().getFirst().live().face().get().unit())).endsWith("median of 3");
        click(button("Answers"));
        pulses(3);
        write(snapshot(window.scene()), Path.of("target/shots/compare-answers.png"));
        assertThat(fx(() -> window.scene().lookup(".answers").isVisible())).isTrue();
        click(button("Answers"));
        assertThat(fx(() -> window.scene().lookup(".answers").isVisible())).isFalse();
    }

    @Test
    void blindRunsShowNoNamesUntilTheVote() {
        click(button("Blind"));
        press(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(comes(() -> ended())).isTrue();
        pulses(4);
        write(snapshot(window.scene()), Path.of("target/shots/compare-blind.png"));
        assertThat(fx(() -> window.scene().lookup(".answers").isVisible())).isTrue();
        assertThat(fx(() -> window.scene().lookup(".lane-card"))).matches(node -> !fx(() -> seen(node)));
        assertThat(fx(() -> window.scene().lookup(".results"))).matches(node -> !fx(() -> seen(node)));
        click(plain("Best"));
        pulses(4);
        write(snapshot(window.scene()), Path.of("target/shots/compare-voted.png"));
        assertThat(fx(() -> window.scene().getRoot().lookupAll(".tag").stream()
                .anyMatch(node -> seen(node) && node instanceof Labeled tag
                        && tag.getText().equals(Texts.get("answers.chosen")))))
                .isTrue();
        assertThat(fx(() -> window.scene().lookup(".answers").isVisible())).isTrue();
        click(button("Answers"));
        assertThat(fx(() -> seen(window.scene().lookup(".lane-card")))).isTrue();
    }

    @Test
    void aPastRunIsOpenedAndSetUpAgain() {
        press(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(comes(() -> ended())).isTrue();
        onFx(() -> {
            model.beginAnew();
            model.setup().prompt().set("something else");
        });
        click(fx(() -> window.scene().getRoot().lookupAll(".button").stream()
                .filter(node -> Texts.get("past.title").equals(node.getAccessibleText())).findFirst().orElseThrow()));
        assertThat(comes(() -> window.scene().lookup(".past .list-cell:filled") != null)).isTrue();
        pulses(4);
        write(snapshot(window.scene()), Path.of("target/shots/compare-past.png"));
        click(plain("Open"));
        assertThat(comes(() -> !seen(window.scene().lookup(".past")))).isTrue();
        pulses(4);
        write(snapshot(window.scene()), Path.of("target/shots/compare-opened.png"));
        assertThat(fx(() -> model.run().shown().get().samples())).isNotEmpty();
        assertThat(fx(() -> model.setup().prompt().get())).isNotEqualTo("something else");
        assertThat(fx(() -> seen(window.scene().lookup(".results")))).isTrue();
    }

    private static boolean seen(Node node) {
        for (var at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return node != null;
    }

    @Test
    void everythingThatTakesTheFocusHasAName() {
        assertThat(fx(() -> nameless(window.scene().getRoot()))).isEmpty();
        press(KeyCode.CONTROL, KeyCode.P);
        press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.I);
        onFx(() -> model.sets().askName());
        pulses(2);
        assertThat(fx(() -> nameless(window.scene().getRoot()))).isEmpty();
    }

    @Test
    void aLaneIsAddedAndItsModelChosenWithTheKeyboard() {
        press(KeyCode.CONTROL, KeyCode.T);
        assertThat(fx(() -> model.setup().lanes())).hasSize(3);
        press(KeyCode.ENTER);
        pulses(2);
        type("gpt-oss");
        press(KeyCode.ENTER);
        assertThat(fx(() -> model.setup().lanes().getLast().choice().get().model().id())).startsWith("gpt-oss");
        press(KeyCode.ALT, KeyCode.LEFT);
        assertThat(fx(() -> model.setup().lanes().get(1).choice().get().model().id())).startsWith("gpt-oss");
        press(KeyCode.CONTROL, KeyCode.D);
        assertThat(fx(() -> model.setup().lanes())).hasSize(4);
    }

    @Test
    void everySizeAndThemeIsPainted() {
        onFx(() -> {
            model.setup().prompt().set("Write 400 tokens about how a bucket of tokens refills");
            model.start();
        });
        comes(this::ended);
        for (int lanes : new int[]{2, 3, 8}) {
            onFx(() -> {
                while (model.setup().lanes().size() < lanes) {
                    model.setup().duplicate(model.setup().lanes().getFirst());
                }
                model.start();
            });
            comes(this::ended);
            for (var scheme : ColorScheme.values()) {
                onFx(() -> desktop.set(scheme));
                for (var size : new int[][]{{1366, 768}, {760, 520}}) {
                    onFx(() -> {
                        window.stage().setWidth(size[0]);
                        window.stage().setHeight(size[1]);
                    });
                    pulses(4);
                    write(snapshot(window.scene()), Path.of(
                            "target/shots/compare-" + lanes + "-" + scheme + "-" + size[0] + ".png"));
                }
            }
        }
        onFx(() -> model.edit(true));
        pulses(3);
        write(snapshot(window.scene()), Path.of("target/shots/compare-setup-760.png"));
        assertThat(fx(() -> window.scene().getRoot().lookupAll(".lane-card"))).hasSize(8);
    }

    private Node button(String words) {
        return button(words, ".toggle-button");
    }

    private Node plain(String words) {
        return button(words, ".button");
    }

    private Node button(String words, String selector) {
        return fx(() -> window.scene().getRoot().lookupAll(selector).stream()
                .filter(node -> node instanceof Labeled labeled && words.equals(labeled.getText())
                        && node.isVisible())
                .findFirst().orElseThrow());
    }

    private boolean ended() {
        return model.run().state().get() == RunModel.State.ENDED && !model.run().active();
    }

    private static List<String> nameless(Node node) {
        var found = new ArrayList<String>();
        if (node.isFocusTraversable() && node.isVisible() && blank(node.getAccessibleText())
                && !(node instanceof Labeled labeled && !blank(labeled.getText()))) {
            found.add(node.toString());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(nameless(child)));
        }
        return found;
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
