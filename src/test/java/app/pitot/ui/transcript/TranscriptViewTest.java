package app.pitot.ui.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.base.Ticker;
import app.pitot.ui.common.FxTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import org.assertj.core.data.Offset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranscriptViewTest extends FxTest {
    private final List<URI> opened = new ArrayList<>();
    private TranscriptModel model;
    private TranscriptView view;

    @BeforeEach
    void open() {
        show(() -> {
            model = new TranscriptModel(Ticker.system(), new PulseTurns());
            view = new TranscriptView(model, opened::add);
            view.setEmptyState(new Label("Nothing yet"));
            return view;
        }, 700, 500);
    }

    private ReplyRows longReply() {
        var reply = fx(() -> model.addReply("m"));
        onFx(() -> reply.append("A paragraph of some words.\n\n".repeat(100), ""));
        pulses(3);
        return reply;
    }

    private Set<Node> nodes(String selector) {
        return fx(() -> new HashSet<>(view.lookupAll(selector)));
    }

    private boolean shows(String words) {
        return nodes(".run").stream().anyMatch(node -> node instanceof Text text && text.getText().contains(words));
    }

    @Test
    @DisplayName("The empty state gives way to the first message and comes back")
    void empty() {
        var state = nodes(".empty-state").iterator().next();
        assertThat(state.isVisible()).isTrue();
        onFx(() -> model.addQuestion("Hello"));
        pulses(2);
        assertThat(state.isVisible()).isFalse();
        assertThat(shows("Hello")).isTrue();
        onFx(model::clear);
        pulses(2);
        assertThat(state.isVisible()).isTrue();
    }

    @Test
    @DisplayName("It follows the end until the user goes up, and again after End")
    void follow() {
        var reply = longReply();
        assertThat(view.isFollowing()).isTrue();
        onFx(() -> reply.append("\n\nthe newest words", ""));
        pulses(3);
        assertThat(shows("the newest words")).isTrue();

        onFx(view::requestFocus);
        press(KeyCode.PAGE_UP);
        pulses(3);
        assertThat(view.isFollowing()).isFalse();
        assertThat(nodes(".jump-button")).allMatch(Node::isVisible);
        onFx(() -> reply.append("\n\n" + "later\n\n".repeat(30) + "even newer words", ""));
        pulses(3);
        assertThat(shows("even newer words")).isFalse();

        press(KeyCode.END);
        pulses(3);
        assertThat(view.isFollowing()).isTrue();
        assertThat(shows("even newer words")).isTrue();

        press(KeyCode.HOME);
        pulses(3);
        assertThat(view.isFollowing()).isFalse();
        click(nodes(".jump-button").iterator().next());
        pulses(3);
        assertThat(view.isFollowing()).isTrue();
    }

    @Test
    @DisplayName("Going down to the very end by hand follows again")
    void backByHand() {
        longReply();
        onFx(view::requestFocus);
        press(KeyCode.UP);
        pulses(2);
        assertThat(view.isFollowing()).isFalse();
        press(KeyCode.PAGE_DOWN);
        pulses(3);
        assertThat(view.isFollowing()).isTrue();
    }

    @Test
    @DisplayName("Nodes of rows that did not change stay the same while others stream")
    void nodesStay() {
        onFx(() -> model.addQuestion("Why?"));
        var reply = fx(() -> model.addReply("m"));
        onFx(() -> reply.append("First paragraph.\n\nSecond begins", ""));
        pulses(2);
        var before = nodes(".prose");
        for (int i = 0; i < 20; i++) {
            onFx(() -> reply.append(" and goes on", ""));
            pulses(1);
        }
        assertThat(nodes(".prose")).isEqualTo(before);
        assertThat(shows("and goes on and goes on")).isTrue();
    }

    @Test
    @DisplayName("Only rows in sight have nodes")
    void virtual() {
        longReply();
        assertThat(nodes(".prose")).hasSizeLessThan(40);
    }

    @Test
    @DisplayName("A web link opens through the opener by mouse and by key, any other link does not")
    void links() {
        var reply = fx(() -> model.addReply("m"));
        onFx(() -> reply.append("[good](https://example.org/x)\n\n[bad](file:///etc/passwd)", ""));
        pulses(3);
        click(nodes(".link").iterator().next());
        assertThat(opened).isEmpty();
        assertThat(asked()).contains("Open example.org?", "https://example.org/x");
        press(KeyCode.ENTER);
        assertThat(opened).containsExactly(URI.create("https://example.org/x"));
        onFx(nodes(".link").iterator().next()::requestFocus);
        press(KeyCode.ENTER);
        press(KeyCode.ESCAPE);
        assertThat(opened).hasSize(1);
        press(KeyCode.ENTER);
        press(KeyCode.ENTER);
        assertThat(opened).hasSize(2);
        click(nodes(".dead-link").iterator().next());
        assertThat(opened).hasSize(2);
    }

    private List<String> asked() {
        return fx(() -> javafx.stage.Window.getWindows().stream().filter(javafx.stage.Popup.class::isInstance)
                .flatMap(window -> window.getScene().getRoot().lookupAll(".label").stream())
                .map(node -> ((Label) node).getText()).toList());
    }

    @Test
    @DisplayName("The text grows and shrinks between 80 and 200 %, code and tables too, where one reads stays")
    void zoom() {
        var reply = longReply();
        onFx(() -> reply.append("\n```\ncode\n```\n", ""));
        pulses(2);
        for (int i = 0; i < 20; i++) {
            onFx(() -> view.zoomBy(1));
        }
        pulses(3);
        assertThat(fx(() -> view.zoom().get())).isEqualTo(200);
        assertThat(view.isFollowing()).isTrue();
        assertThat(((Text) nodes(".code-text").iterator().next()).getFont().getSize()).isEqualTo(24);
        assertThat(((Text) nodes(".run").iterator().next()).getFont().getSize()).isEqualTo(26);
        for (int i = 0; i < 20; i++) {
            onFx(() -> view.zoomBy(-1));
        }
        pulses(3);
        assertThat(fx(() -> view.zoom().get())).isEqualTo(80);
        assertThat(((Text) nodes(".run").iterator().next()).getFont().getSize()).isBetween(10.3, 10.5);
    }

    @Test
    @DisplayName("Reasoning unfolds by Space, a notice counts down in place, its action runs")
    void controls() {
        var reply = fx(() -> model.addReply("m"));
        onFx(() -> {
            reply.append("", "deep thought");
            reply.reasoningSummary("2 tokens · 0.01 s");
        });
        pulses(2);
        onFx(nodes(".reasoning-toggle").iterator().next()::requestFocus);
        press(KeyCode.SPACE);
        pulses(2);
        assertThat(shows("deep thought")).isTrue();

        var ran = new ArrayList<String>();
        var again = List.of(new Notice.Action("Again", () -> ran.add("again")));
        var row = fx(() -> reply.notice(new Notice(Notice.Severity.WARNING, "Refused", "kept", "free in 2 s", again)));
        pulses(2);
        var button = nodes(".notice-button").iterator().next();
        onFx(() -> row.update(new Notice(Notice.Severity.WARNING, "Refused", "kept", "free in 1 s", again)));
        pulses(2);
        assertThat(nodes(".notice-button")).containsExactly(button);
        assertThat(nodes(".notice-text")).extracting(node -> ((Label) node).getText()).contains("free in 1 s");
        click(button);
        assertThat(ran).containsExactly("again");
    }

    @Test
    @DisplayName("Code copies as code, and a finished reply is spoken")
    void copyAndSpeak() {
        var reply = fx(() -> model.addReply("model-x"));
        onFx(() -> reply.append("Look:\n\n```java\nint a;\n```\n", ""));
        pulses(2);
        assertThat(fx(view::getAccessibleText)).doesNotContain("int a");
        click(nodes(".code-header .quiet-button").iterator().next());
        assertThat(fx(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("int a;\n");
        onFx(() -> reply.finish(List.of(Figure.of("1", "tok/s", "measured"))));
        pulses(2);
        assertThat(fx(view::getAccessibleText)).contains("model-x").contains("Look:");
    }

    @Test
    @DisplayName("The Copy under a reply stands on the line of its figures")
    void copyOnTheLine() {
        var reply = fx(() -> model.addReply("m"));
        onFx(() -> {
            reply.append("text", "");
            reply.finish(List.of(Figure.of("2,992", "tok/s", null), new Figure("TTFT", "164 ms", "", null)));
        });
        pulses(3);
        var lines = Stream.of(".quiet-button .text", ".figure .value", ".figure .unit")
                .flatMap(selector -> nodes(selector).stream()).map(Text.class::cast)
                .map(text -> fx(() -> Math.round(
                        text.localToScene(text.getLayoutBounds()).getMinY() + text.getBaselineOffset())))
                .toList();
        assertThat(lines).hasSize(5);
        assertThat(lines.stream().distinct()).hasSize(1);
    }

    @ParameterizedTest
    @DisplayName("The column and a composer of 760 px with 24 px at its sides share their edges")
    @ValueSource(doubles = {400, 553, 561, 697, 700, 729, 783, 784, 807, 808, 809, 996, 997, 1300.5})
    void edges(double width) {
        var composer = fx(() -> new Region());
        var stage = show(() -> {
            model = new TranscriptModel(Ticker.system(), new PulseTurns());
            view = new TranscriptView(model, opened::add);
            composer.setPrefHeight(50);
            composer.setMaxWidth(760);
            var foot = new StackPane(composer);
            foot.setPadding(new Insets(8, 24, 12, 24));
            VBox.setVgrow(view, Priority.ALWAYS);
            return new VBox(view, foot);
        }, width, 400);
        var reply = fx(() -> model.addReply("m"));
        onFx(() -> reply.append("```\ncode\n```\n", ""));
        pulses(3);
        var code = nodes(".code-block").iterator().next();
        var column = fx(() -> code.localToScene(code.getLayoutBounds()));
        var box = fx(() -> composer.localToScene(composer.getLayoutBounds()));
        assertThat(column.getMinX()).isEqualTo(box.getMinX());
        assertThat(column.getMaxX()).isEqualTo(box.getMaxX());
        onFx(stage::hide);
    }

    @Test
    @DisplayName("The lines of a long code block are equally far apart where one piece follows another")
    void pitch() {
        var reply = fx(() -> model.addReply("m"));
        onFx(() -> reply.append("```\n" + "a line of code\n".repeat(90) + "```\n", ""));
        pulses(5);
        var pieces = nodes(".code-text").stream().map(Text.class::cast)
                .sorted(Comparator.comparingDouble(each -> top(each))).toList();
        assertThat(pieces).hasSizeGreaterThan(1);
        var above = pieces.get(pieces.size() - 2);
        double next = fx(() -> above.getLayoutBounds().getHeight() + above.getLineSpacing());
        assertThat(top(pieces.getLast()) - top(above)).isCloseTo(next, Offset.offset(1.0));
        assertThat(fx(above::getLineSpacing)).isGreaterThan(2);
    }

    private double top(Node node) {
        return fx(() -> node.localToScene(node.getLayoutBounds()).getMinY());
    }

    @Test
    @DisplayName("A ring shows that the keyboard is here, unless the mouse brought the focus")
    void ring() {
        onFx(() -> model.addQuestion("q"));
        pulses(2);
        onFx(view::requestFocus);
        pulses(2);
        var ring = nodes(".ring").stream().map(Region.class::cast).findFirst().orElseThrow();
        assertThat(ringed(ring)).isTrue();
        assertThat(fx(() -> ring.getBorder().getStrokes().getFirst().getWidths().getTop())).isEqualTo(2);
        assertThat(fx(ring::getWidth)).isEqualTo(fx(view::getWidth));
        click(view);
        assertThat(fx(view::isFocused)).isTrue();
        assertThat(ringed(ring)).isFalse();
    }

    private boolean ringed(Region ring) {
        return fx(() -> !ring.getBorder().getStrokes().getFirst().getTopStroke().equals(Color.TRANSPARENT));
    }

    @Test
    @DisplayName("Everything that takes the focus has a name")
    void names() {
        onFx(() -> model.addQuestion("q"));
        var reply = fx(() -> model.addReply("m"));
        onFx(() -> {
            reply.append("[l](https://example.org)\n\n```\nx\n```\n", "t");
            reply.finish(List.of(Figure.of("1", "tok/s", null)));
        });
        pulses(3);
        assertThat(nodes("*")).filteredOn(Node::isFocusTraversable).isNotEmpty()
                .allSatisfy(node -> assertThat(name(node)).isNotBlank());
    }

    @Test
    @DisplayName("A message's actions appear with the pointer on it or the keyboard on them, and go again")
    void actions() {
        var question = fx(() -> model.addQuestion("q"));
        pulses(3);
        var copy = nodes(".quiet-button").stream().filter(CopyButton.class::isInstance).findFirst().orElseThrow();
        onFx(view::requestFocus);
        onFx(() -> question.hovered().set(false));
        assertThat(fx(copy::getOpacity)).isZero();
        onFx(() -> question.hovered().set(true));
        assertThat(fx(copy::getOpacity)).isOne();
        onFx(() -> question.hovered().set(false));
        press(KeyCode.TAB);
        assertThat(fx(copy::isFocusVisible)).isTrue();
        assertThat(fx(copy::getOpacity)).isOne();
        onFx(view::requestFocus);
        assertThat(fx(copy::getOpacity)).isZero();
    }

    private static String name(Node node) {
        var given = node.getAccessibleText();
        return given != null ? given : node instanceof Button button ? button.getText() : "";
    }

    @Test
    @DisplayName("All that is selected can be taken away and more be shown")
    void selectedRowsGo() {
        var reply = longReply();
        onFx(view::requestFocus);
        press(KeyCode.SHORTCUT, KeyCode.A);
        press(KeyCode.SHORTCUT, KeyCode.A);
        pulses(2);
        // A layout that is asked for and still to come.
        onFx(() -> {
            reply.append("more", "");
            model.clear();
        });
        pulses(2);
        var next = fx(() -> model.addReply("m"));
        onFx(() -> next.append("after it", ""));
        pulses(3);
        assertThat(shows("after it")).isTrue();
    }
}
