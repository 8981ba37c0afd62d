package app.pitot.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.api.Outcome;
import app.pitot.base.Texts;
import app.pitot.exchange.Accounts;
import app.pitot.provider.KeyPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** From the first start to a reply through an account of one's own, over the real simulator, and back to nothing. */
@Timeout(180)
class AccountsInTheWindowTest extends WindowTest {
    private static final String KEY = "csk-0123456789abcdefCANARY4f2a";

    @BeforeEach
    void open() throws IOException {
        open("cerebras-free-2026-04", null, 1366, 768);
    }

    private Labeled labeled(String text) {
        assertThat(comes(() -> find(text) != null)).as("something says " + text).isTrue();
        return fx(() -> find(text));
    }

    private Labeled find(String text) {
        return (Labeled) all(window.scene().getRoot()).stream()
                .filter(n -> n instanceof Labeled l && text.equals(l.getText())).findFirst().orElse(null);
    }

    private static List<Node> all(Node node) {
        var found = new ArrayList<Node>();
        if (node.isVisible()) {
            found.add(node);
            if (node instanceof Parent parent) {
                parent.getChildrenUnmodifiable().forEach(child -> found.addAll(all(child)));
            }
        }
        return found;
    }

    private void fill(String name, String text) {
        onFx(() -> all(window.scene().getRoot()).stream()
                .filter(n -> n instanceof TextInputControl t && name.equals(t.getAccessibleText())).findFirst()
                .orElseThrow(() -> new AssertionError("no field " + name)).requestFocus());
        pulses(1);
        type(text);
    }

    private void connect(String key) {
        click(labeled("Connect a provider"));
        click(labeled("Company or custom endpoint"));
        fill("Base URL", server.baseUrl().toString());
        fill("API key, if the server wants one", key);
        press(KeyCode.ENTER);
    }

    @Test
    void theFirstStartOffersTwoWaysAndTheOneTakenIsRemembered() {
        click(labeled("Try the simulator"));
        assertThat(comes(() -> household.settings().current().welcomed())).isTrue();
        labeled(Texts.get("welcome.one"));
    }

    @Test
    void aKeyIsPastedCheckedKeptAndChattedWithThenRemovedAgain() throws IOException {
        connect(KEY);
        labeled("Start chatting");
        assertThat(server.state().admitted()).as("the check costs nothing").isZero();
        var entry = household.book().entries().getFirst();
        assertThat(entry.key().kind()).isEqualTo(KeyPlace.Kind.KEYCHAIN);
        assertThat(entry.key().lastFour()).isEqualTo("4f2a");
        assertThat(household.settings().current().welcomed()).isTrue();
        assertThat(fx(this::texts)).as("the key is shown nowhere").noneMatch(text -> text.contains("CANARY"));
        assertThat(nameless()).isEmpty();

        press(KeyCode.ENTER);
        assertThat(comes(() -> window.navigator().current().get() == View.CHAT)).isTrue();
        assertThat(comes(() -> window.picker().selected().get().account().id().equals(entry.id()))).isTrue();
        type("In one sentence: what is drag");
        press(KeyCode.ENTER);
        assertThat(comes(() -> window.chat().last().get() != null)).isTrue();
        assertThat(fx(() -> window.chat().last().get().outcome())).isEqualTo(Outcome.COMPLETE);

        onFx(() -> window.navigator().go(View.SETTINGS));
        click(labeled("More"));
        pulses(2);
        press(KeyCode.UP); // the last item
        press(KeyCode.ENTER);
        click(labeled("Remove account"));
        assertThat(comes(() -> household.book().entries().isEmpty())).isTrue();
        labeled("No provider is connected yet.");
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContain("CANARY");
            }
        }
    }

    @Test
    void aWrongKeyIsSaidInTheWizardAndNothingIsMade() {
        connect("wrong");
        assertThat(comes(() -> texts().stream().anyMatch(text -> text.contains("does not accept the key")))).isTrue();
        assertThat(household.book().entries()).isEmpty();
        press(KeyCode.ESCAPE);
        labeled("Which provider?");
        press(KeyCode.ESCAPE);
        labeled("No provider is connected yet.");
    }

    @Test
    void theProviderIsChosenByKeyboardAlone() {
        click(labeled("Connect a provider"));
        labeled("Which provider?");
        press(KeyCode.DOWN);
        press(KeyCode.ENTER);
        labeled("Your Groq key");
        type("csk-0123456789abcdef4f2a");
        labeled("This looks like a key of Cerebras.");
        click(labeled("Switch to Cerebras"));
        labeled("Your Cerebras key");
        assertThat(fx(() -> find("This looks like a key of Cerebras."))).isNull();
        assertThat(nameless()).isEmpty();
    }

    @Test
    void everySettingsPageNamesWhatTakesTheFocus() {
        onFx(() -> window.navigator().go(View.SETTINGS));
        for (var page : List.of("Keys", "Appearance", "Data", "About", "Accounts")) {
            click(labeled(page));
            pulses(1);
            assertThat(nameless()).as(page).isEmpty();
        }
    }

    /** On the JavaFX thread: all that can be read or heard. */
    private List<String> texts() {
        return all(window.scene().getRoot()).stream().flatMap(n -> {
            var said = new ArrayList<String>();
            if (n instanceof Labeled l && l.getText() != null) {
                said.add(l.getText());
            }
            if (n.getAccessibleText() != null) {
                said.add(n.getAccessibleText());
            }
            return said.stream();
        }).toList();
    }

    private List<String> nameless() {
        return fx(() -> all(window.scene().getRoot()).stream()
                .filter(n -> n.isFocusTraversable()
                        && (n.getAccessibleText() == null || n.getAccessibleText().isBlank())
                        && !(n instanceof Labeled l && l.getText() != null && !l.getText().isBlank()))
                .map(Node::toString).toList());
    }
}
