package app.pitot.ui.advice;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.ui.common.FxTest;
import app.pitot.usage.RequestFilter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.application.ColorScheme;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Both views as they are worked, at both sizes and in both themes. */
class AdviceViewsTest extends FxTest {
    private static final String APRIL = "cerebras-free-2026-04";
    private final Sample sample = new Sample(APRIL);
    private final List<RequestFilter> shown = new ArrayList<>();

    private static List<Node> all(Parent root, List<Node> into) {
        for (var child : root.getChildrenUnmodifiable()) {
            into.add(child);
            if (child instanceof Parent parent) {
                all(parent, into);
            }
        }
        return into;
    }

    private Button button(Scene scene, String words) {
        return fx(() -> all(scene.getRoot(), new ArrayList<>()).stream().filter(Button.class::isInstance)
                .map(Button.class::cast).filter(each -> words.equals(each.getText())).findFirst().orElseThrow());
    }

    private List<String> texts(Scene scene) {
        return fx(() -> all(scene.getRoot(), new ArrayList<>()).stream().filter(Labeled.class::isInstance)
                .map(each -> ((Labeled) each).getText()).toList());
    }

    private void shot(Scene scene, String name) {
        pulses(2);
        write(snapshot(scene), Path.of("target/shots/" + name + ".png"));
    }

    private AdvisorView advisor() {
        var model = sample.advisor();
        var view = new AdvisorView(model, sample.clocks, Sample.ZONE, shown::add);
        model.refresh();
        return view;
    }

    /** Words that are cut where they could not be read. */
    private List<String> cut(Scene scene) {
        return fx(() -> all(scene.getRoot(), new ArrayList<>()).stream().filter(each -> each instanceof Labeled
                && seen(each) && !each.getStyleClass().contains("table-cell"))
                .map(each -> (Labeled) each)
                .filter(each -> !each.isWrapText() && each.getWidth() + 1 < each.prefWidth(-1))
                .map(Labeled::getText).filter(text -> text != null && !text.isEmpty()).toList());
    }

    private static boolean seen(Node node) {
        return node == null || node.isVisible() && seen(node.getParent());
    }

    @Test
    void thePlannerAtBothSizesInBothThemes() {
        for (var scheme : ColorScheme.values()) {
            onFx(() -> desktop.set(scheme));
            var large = show(() -> new PlannerView(sample.planner()), 1298, 690).getScene();
            shot(large, "planner-large-" + scheme);
            assertThat(cut(large)).isEmpty();
            assertThat(texts(large)).contains("Binds first: the day's tokens.", "binds first");
            var small = show(() -> new PlannerView(sample.planner()), 692, 448).getScene();
            shot(small, "planner-small-" + scheme);
            assertThat(cut(small)).isEmpty();
        }
    }

    @Test
    void theAdvisorAtBothSizesInBothThemes() {
        sample.busy();
        for (var scheme : ColorScheme.values()) {
            onFx(() -> desktop.set(scheme));
            var large = show(this::advisor, 1298, 690).getScene();
            shot(large, "advisor-large-" + scheme);
            assertThat(cut(large)).isEmpty();
            shot(show(this::advisor, 1298, 780).getScene(), "advisor-whole-" + scheme);
            var small = show(this::advisor, 692, 448).getScene();
            shot(small, "advisor-small-" + scheme);
            assertThat(cut(small)).isEmpty();
        }
    }

    @Test
    void theVerdictComesFirstAndItsRequestsAreOneKeyAway() {
        sample.busy();
        var scene = show(this::advisor, 900, 700).getScene();
        assertThat(texts(scene).stream().filter(text -> text != null && text.startsWith("Time to change")).count())
                .isEqualTo(1);
        var show = button(scene, "Show the requests");
        onFx(show::requestFocus);
        press(KeyCode.SPACE);
        assertThat(shown).singleElement().satisfies(filter -> assertThat(filter.accounts()).hasSize(1));
        assertThat(fx(show::getAccessibleText)).startsWith("Show the requests: ");
    }

    @Test
    void aDismissedSignalIsOneLineAndComesBackByHand() {
        sample.busy();
        var scene = show(this::advisor, 900, 700).getScene();
        click(button(scene, "Dismiss"));
        assertThat(texts(scene)).contains("dismissed until it gets worse");
        assertThat(sample.kept).hasSize(1);
        assertThat(texts(scene)).anyMatch(text -> text != null
                && text.startsWith("Time to change something: prompts come up against the context"));
        shot(scene, "advisor-dismissed");
        click(button(scene, "Show"));
        assertThat(texts(scene)).doesNotContain("dismissed until it gets worse");
        assertThat(sample.kept).isEmpty();
    }

    @Test
    void anEmptyAdvisorSaysWhatItWillShow() {
        var scene = show(this::advisor, 692, 448).getScene();
        shot(scene, "advisor-empty");
        assertThat(texts(scene)).anyMatch(text -> text != null && text.startsWith("After 20 requests within 7 days"));
    }

    @Test
    void fieldsAreJudgedWhereTheyStand() {
        var scene = show(() -> new PlannerView(sample.planner()), 900, 700).getScene();
        var field = fx(() -> all(scene.getRoot(), new ArrayList<>()).stream().filter(TextField.class::isInstance)
                .map(TextField.class::cast).filter(each -> "Tokens in".equals(each.getAccessibleText())).findFirst()
                .orElseThrow());
        onFx(() -> {
            field.requestFocus();
            field.selectAll();
        });
        type("many");
        shot(scene, "planner-problem");
        assertThat(fx(() -> field.getStyleClass().contains("error"))).isTrue();
        assertThat(texts(scene)).contains("A whole number, 0 to 10M");
        onFx(field::selectAll);
        type("9000");
        assertThat(texts(scene)).anyMatch(text -> text != null && text.startsWith("Never passes"));
        shot(scene, "planner-never");
    }

    @Test
    void aScreenReaderHearsAWholeCard() {
        var scene = show(() -> new PlannerView(sample.planner()), 900, 700).getScene();
        var card = fx(() -> scene.lookup(".plan-card"));
        assertThat(fx(card::isFocusTraversable)).isTrue();
        assertThat(fx(card::getAccessibleText)).contains("Free plan, April 2026", "the day's tokens bind first",
                "1M TPD: 2,000", "they may be outdated");
    }
}
