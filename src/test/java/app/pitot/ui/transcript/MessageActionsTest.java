package app.pitot.ui.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.base.Ticker;
import app.pitot.ui.common.FxTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MessageActionsTest extends FxTest {
    private final List<String> ran = new ArrayList<>();
    private TranscriptModel model;
    private TranscriptView view;
    private Question question;
    private ReplyRows reply;

    @BeforeEach
    void open() {
        show(() -> {
            model = new TranscriptModel(Ticker.system(), new PulseTurns());
            view = new TranscriptView(model, address -> {});
            return view;
        }, 700, 420);
        onFx(() -> {
            question = model.addQuestion("How fast is it?");
            reply = model.addReply("model-x");
            reply.append("It is **fast**.", "");
            reply.finish(List.of(Figure.of("2,987", "tok/s", null), Figure.of("78", "in", null)));
            question.actions().set(List.of(action(MessageAction.Kind.EDIT, "Edit and ask again")));
            reply.actions().set(List.of(action(MessageAction.Kind.REGENERATE, "Ask again"),
                    action(MessageAction.Kind.REGENERATE_WITH, "Ask another model"),
                    action(MessageAction.Kind.CONTINUE, "Continue"), action(MessageAction.Kind.BRANCH, "Branch")));
            reply.versions().set(new Versions(2, 3, () -> ran.add("previous"), () -> ran.add("next")));
            question.versions().set(new Versions(1, 2, null, () -> ran.add("question next")));
        });
        pulses(3);
    }

    private MessageAction action(MessageAction.Kind kind, String label) {
        return new MessageAction(kind, label, () -> ran.add(label));
    }

    private Node named(String name) {
        return fx(() -> Stream.concat(view.lookupAll(".icon-button").stream(), view.lookupAll(".quiet-button").stream())
                .filter(node -> name.equals(node.getAccessibleText())).findFirst().orElseThrow());
    }

    private List<String> menu() {
        return fx(() -> Window.getWindows().stream().filter(ContextMenu.class::isInstance)
                .flatMap(window -> ((ContextMenu) window).getItems().stream()).map(MenuItem::getText)
                .filter(text -> text != null).toList());
    }

    @Test
    @DisplayName("Each action of the line has a name and runs by mouse; versions are always in sight and lead both ways")
    void mouse() {
        hover(named("Edit and ask again"));
        click(named("Edit and ask again"));
        click(named("Ask again"));
        click(named("Continue"));
        click(named("Branch"));
        assertThat(ran).containsExactly("Edit and ask again", "Ask again", "Continue", "Branch");
        ran.clear();
        click(named("Previous version; this is 2 of 3"));
        click(named("Next version; this is 2 of 3"));
        assertThat(ran).containsExactly("previous", "next");
        assertThat(fx(() -> view.lookupAll(".version-place").stream().map(node -> ((Label) node).getText()).toList()))
                .containsExactlyInAnyOrder("2/3", "1/2");
        assertThat(named("Previous version; this is 1 of 2").isDisabled()).isTrue();
        onFx(() -> reply.versions().set(null));
        pulses(2);
        assertThat(fx(() -> view.lookupAll(".version-place").size())).isEqualTo(1);
    }

    @Test
    @DisplayName("The keyboard goes from message to message, opens the menu with Enter, edits with F2, lets go with Esc")
    void keyboard() {
        onFx(view::requestFocus);
        press(KeyCode.ALT, KeyCode.UP);
        assertThat(fx(() -> reply.chosen().get())).isTrue();
        assertThat(fx(view::getAccessibleText)).contains("model-x").contains("It is fast.");
        assertThat(fx(() -> view.lookupAll(".mark-chosen").size())).isEqualTo(2);
        var branch = named("Branch");
        assertThat(fx(branch::getOpacity)).isOne();
        press(KeyCode.ENTER);
        assertThat(menu()).contains("Ask another model", "Branch", "Copy message", "Copy message as Markdown");
        press(KeyCode.ESCAPE);
        press(KeyCode.ALT, KeyCode.UP);
        assertThat(fx(() -> question.chosen().get())).isTrue();
        assertThat(fx(() -> reply.chosen().get())).isFalse();
        press(KeyCode.F2);
        assertThat(ran).containsExactly("Edit and ask again");
        press(KeyCode.ALT, KeyCode.UP);
        assertThat(fx(() -> question.chosen().get())).isTrue();
        press(KeyCode.ESCAPE);
        assertThat(fx(() -> question.chosen().get())).isFalse();
        assertThat(fx(() -> view.lookupAll(".mark-chosen").size())).isZero();
    }

    @Test
    @DisplayName("A message copies as it reads, and as the very Markdown that came")
    void copy() {
        var menu = fx(() -> TranscriptMenu.of(reply, null));
        onFx(menu.getItems().get(0)::fire);
        assertThat(fx(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("It is fast.");
        onFx(menu.getItems().get(1)::fire);
        assertThat(fx(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("It is **fast**.");
    }

    @Test
    @DisplayName("A refused reply that has other versions shows the way to them")
    void refused() {
        var refused = fx(() -> model.addReply("m"));
        onFx(() -> {
            refused.notice(new Notice(Notice.Severity.ERROR, "Refused", "", "", List.of()));
            refused.finish(List.of());
            refused.versions().set(new Versions(1, 4, null, () -> ran.add("on")));
        });
        pulses(3);
        click(named("Next version; this is 1 of 4"));
        assertThat(ran).containsExactly("on");
    }

    @Test
    @DisplayName("How it looks, for the eye")
    void pictures() {
        for (var scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            onFx(() -> desktop.set(scheme));
            onFx(view::requestFocus);
            press(KeyCode.ALT, KeyCode.UP);
            press(KeyCode.SHORTCUT, KeyCode.A);
            var image = snapshot(view.getScene());
            write(image, Path.of("target/look/actions-" + scheme + ".png"));
            assertThat(image.getWidth()).isEqualTo(700);
            press(KeyCode.ESCAPE);
        }
    }
}
