package app.pitot.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.history.Conversation;
import app.pitot.history.MemoryHistory;
import app.pitot.history.Setup;
import app.pitot.store.Theme;
import app.pitot.ui.common.FxTest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.function.Predicate;
import javafx.application.ColorScheme;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/** The list as it is shown, by keyboard and by mouse. */
class HistoryViewTest extends FxTest {
    private final HistoryDesk desk = new HistoryDesk();
    private HistoryView view;
    private Stage stage;

    private void open(double height, Theme theme) {
        stage = fx(() -> {
            view = new HistoryView(desk.model);
            var rest = new Region();
            rest.setPrefWidth(260);
            var scene = new Scene(new HBox(view, rest), 474, height);
            var themes = theme();
            themes.themeProperty().set(theme);
            themes.apply(scene);
            var window = new Stage();
            window.setScene(scene);
            window.show();
            return window;
        });
        pulses(3);
    }

    private void keepSome() {
        desk.keep("p", "Limits of every provider", Duration.ofDays(90));
        desk.history.change("p", kept -> kept.withPinned(true));
        desk.keep("a", "Pacing a batch inside 60K tokens a minute", Duration.ofMinutes(5));
        desk.keep("b", "Explain the token bucket", Duration.ofHours(1));
        desk.keep("c", "gpt-oss-120b reasoning effort compared", Duration.ofHours(2));
        desk.keep("d", "Prompt for ticket triage", Duration.ofHours(20));
        desk.keep("e", "Compare tone: A and B", Duration.ofHours(21));
        desk.keep("f", "Regex for log lines", Duration.ofDays(4));
        desk.keep("g", "Summarise the changelog", Duration.ofDays(60));
        desk.say("b", "m1",
                "The bucket holds as many tokens as the limit says; the bucket refills by the second, never by the minute.");
        desk.say("f", "m2", "A bucket of lines that match");
    }

    private void settle() {
        onFx(() -> {
            desk.settle();
        });
        pulses(3);
    }

    private void shot(String name) {
        write(snapshot(stage.getScene()), Path.of("target/shots/history-" + name + ".png"));
    }

    private <T extends Node> T find(String selector, Predicate<T> wanted) {
        return fx(() -> {
            @SuppressWarnings("unchecked")
            var found = (T) view.lookupAll(selector).stream().filter(each -> wanted.test((T) each)).findFirst()
                    .orElseThrow();
            return found;
        });
    }

    private Node row(String words) {
        return find(".list-cell", (ConversationCell cell) -> cell.getItem() instanceof HistoryRow.Item item
                && item.title().startsWith(words));
    }

    @Test
    void everyThemeIsPaintedWithEveryState() {
        keepSome();
        fx(() -> {
            desk.load();
            desk.model.opened("a");
            desk.model.running(Set.of("c"));
            return null;
        });
        for (var theme : new Theme[]{Theme.DARK, Theme.LIGHT, Theme.CONTRAST}) {
            desktop.set(theme == Theme.LIGHT ? ColorScheme.LIGHT : ColorScheme.DARK);
            open(700, theme);
            shot(theme + "");
            onFx(() -> desk.model.query().set("bucket"));
            settle();
            shot("found-" + theme);
            onFx(() -> desk.model.query().set("zebra crossing"));
            settle();
            shot("nothing-" + theme);
            onFx(() -> desk.model.query().set(""));
            onFx(() -> {
                desk.model.delete("g");
                desk.model.delete("d");
            });
            pulses(2);
            onFx(() -> desk.model.transfer().say("Imported 12 conversations with 340 messages. Already here: 3."));
            pulses(2);
            shot("deleted-" + theme);
            onFx(desk.model.transfer()::putAway);
            onFx(() -> {
                desk.model.undoLast();
                desk.model.undoLast();
                stage.hide();
            });
        }
        var pacing = row("Pacing");
        assertThat(fx(pacing::getAccessibleText)).contains("open");
    }

    @Test
    void anEmptyListSaysWhatWillBeThere() {
        fx(() -> {
            desk.load();
            return null;
        });
        open(520, Theme.DARK);
        shot("empty");
        assertThat(find(".empty-state", (Labeled label) -> label.isVisible()).getText()).contains("No conversations");
    }

    @Test
    void theKeyboardMovesOpensRenamesAndDeletes() {
        keepSome();
        fx(() -> {
            desk.load();
            return null;
        });
        open(700, Theme.DARK);
        onFx(view::focusSearch);
        press(KeyCode.DOWN);
        press(KeyCode.ENTER);
        assertThat(desk.opened).containsExactly("p@null");
        press(KeyCode.DOWN);
        press(KeyCode.DOWN);
        press(KeyCode.F2);
        type("Buckets");
        shot("renaming");
        press(KeyCode.ENTER);
        assertThat(desk.history.conversation("b").orElseThrow().title()).isEqualTo("Buckets");
        press(KeyCode.F2);
        type("never");
        press(KeyCode.ESCAPE);
        assertThat(desk.history.conversation("b").orElseThrow().title()).isEqualTo("Buckets");
        press(KeyCode.DELETE);
        assertThat(desk.history.conversation("b")).isEmpty();
        press(KeyCode.DELETE);
        assertThat(desk.history.conversation("c")).as("the next took its place").isEmpty();
        click(find(".button", (Button button) -> "Undo".equals(button.getText())));
        assertThat(desk.history.conversation("c")).isPresent();
        assertThat(desk.history.conversation("b")).isEmpty();
        press(KeyCode.SHORTCUT, KeyCode.Z);
    }

    @Test
    void theSelectionStaysWithItsConversationWhereverThatGoes() {
        keepSome();
        fx(() -> {
            desk.load();
            return null;
        });
        open(700, Theme.DARK);
        onFx(view::focusSearch);
        press(KeyCode.DOWN);
        press(KeyCode.END);
        onFx(() -> desk.history.change("g", kept -> kept.withChangedAt(HistoryDesk.NOW)));
        settle();
        press(KeyCode.DELETE);
        assertThat(desk.history.conversation("g")).isEmpty();
        assertThat(fx(() -> desk.model.rows().size())).isEqualTo(11);
    }

    @Test
    void upFromTheFirstGoesBackToTheFieldAndEscapeClears() {
        keepSome();
        fx(() -> {
            desk.load();
            return null;
        });
        open(700, Theme.DARK);
        onFx(view::focusSearch);
        type("bucket");
        settle();
        press(KeyCode.DOWN);
        press(KeyCode.DOWN);
        press(KeyCode.ENTER);
        assertThat(desk.opened).hasSize(1);
        assertThat(desk.opened.getFirst()).isIn("b@m1", "f@m2");
        press(KeyCode.UP);
        press(KeyCode.UP);
        assertThat(fx(() -> stage.getScene().getFocusOwner())).isInstanceOf(TextField.class);
        press(KeyCode.ESCAPE);
        assertThat(fx(() -> desk.model.query().get())).isEmpty();
    }

    @Test
    void aClickOpens() {
        keepSome();
        fx(() -> {
            desk.load();
            return null;
        });
        open(700, Theme.DARK);
        click(row("Regex"));
        assertThat(desk.opened).containsExactly("f@null");
        click(find(".button", (Button button) -> "New chat".equals(button.getText())));
        assertThat(desk.opened).last().isEqualTo("new");
    }

    @Test
    void fiveThousandScrollAndCostLittle() {
        var many = new MemoryHistory();
        for (int i = 0; i < 5_000; i++) {
            many.save(Conversation.begin("c" + i, HistoryDesk.NOW.minus(Duration.ofHours(i)), Setup.NONE)
                    .withTitle("Conversation number " + i, false));
        }
        desk.over(many);
        open(700, Theme.DARK);
        long start = System.nanoTime();
        onFx(desk::load);
        pulses(1);
        long ms = (System.nanoTime() - start) / 1_000_000;
        onFx(view::focusSearch);
        press(KeyCode.DOWN);
        press(KeyCode.END);
        int cells = fx(() -> view.lookupAll(".list-cell").size());
        System.out.println("5,000 conversations shown in " + ms + " ms by " + cells + " cells");
        assertThat(cells).isLessThan(60);
        assertThat(row("Conversation number 4999")).isNotNull();
        assertThat(ms).isLessThan(3_000);
    }

    @Test
    void everyRowHasAMenuForMouseKeyboardAndScreenReader() {
        keepSome();
        fx(() -> {
            desk.load();
            return null;
        });
        open(700, Theme.DARK);
        Predicate<Button> seen = Node::isVisible;
        assertThat(fx(() -> view.lookupAll(".row-more").stream().filter(Node::isVisible).count())).isZero();
        onFx(view::focusSearch);
        press(KeyCode.DOWN);
        pulses(2);
        var more = find(".row-more", seen);
        assertThat(fx(more::getAccessibleText)).isEqualTo("What can be done with Limits of every provider");
        assertThat(fx(more::isFocusTraversable)).isTrue();
        shot("row-more");
        click(more);
        pulses(2);
        assertThat(menu()).containsExactly("Open", "Rename", "Unpin", "Export…", "Delete");
        assertThat(desk.opened).isEmpty();
        press(KeyCode.ESCAPE);
        onFx(view::enter);
        press(KeyCode.DOWN);
        press(KeyCode.SHIFT, KeyCode.F10);
        pulses(2);
        assertThat(menu()).contains("Pin");
        onFx(() -> java.util.List.copyOf(javafx.stage.Window.getWindows()).stream()
                .filter(ContextMenu.class::isInstance).forEach(javafx.stage.Window::hide));
        pulses(2);
        assertThat(menu()).isEmpty();
        press(KeyCode.TAB);
        pulses(2);
        assertThat(fx(() -> stage.getScene().getFocusOwner())).isInstanceOf(Button.class)
                .extracting(node -> ((Button) node).getText()).isEqualTo("…");
        press(KeyCode.ENTER);
        pulses(2);
        assertThat(menu()).contains("Pin");
        assertThat(desk.opened).isEmpty();
    }

    private java.util.List<String> menu() {
        return fx(() -> javafx.stage.Window.getWindows().stream()
                .filter(each -> each instanceof ContextMenu && each.isShowing())
                .flatMap(each -> ((ContextMenu) each).getItems().stream()).map(MenuItem::getText)
                .filter(java.util.Objects::nonNull).toList());
    }
}
