package app.pitot.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.accounts.NewSecrets;
import app.pitot.provider.AccountEntry;
import app.pitot.provider.AccountEntry.Route;
import app.pitot.provider.KeyPlace;
import app.pitot.provider.KeyPlace.Kind;
import app.pitot.store.Settings.Corner;
import app.pitot.store.Theme;
import app.pitot.ui.common.FocusRing;
import app.pitot.ui.common.FxTest;
import app.pitot.ui.connect.Desk;
import app.pitot.ui.connect.FakeBook;
import java.util.ArrayList;
import java.util.List;
import app.pitot.ui.mini.CornerModel;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The settings worked with mouse and keyboard. */
class SettingsViewTest extends FxTest {
    private static final PseudoClass RING = PseudoClass.getPseudoClass("focus-visible");

    private final Desk desk = new Desk();
    private final SimpleObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.SYSTEM);
    private final List<String> chats = new ArrayList<>();
    private final List<Boolean> kept = new ArrayList<>();
    private final SendingModel sending = new SendingModel(true, kept::add);
    private SettingsModel model;
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        add("Cerebras", "cerebras", Kind.KEYCHAIN, "cerebras-trial-2026-09");
        add("Groq at home", "groq", Kind.SESSION, "groq-free-2026-10");
        stage = show(() -> {
            model = new SettingsModel(desk.tools(), new BudgetDesk().tools(),
                    (entry, id) -> chats.add(entry.id() + " " + id));
            var view = new SettingsView(model, theme, new CornerModel(Corner.DEFAULT, _ -> {}), sending, _ -> {},
                    new SettingsFacts("1.2.3",
                            "/home/me/.local/share/pitot", "/home/me/.config/pitot/settings.json"));
            // As in the window, there is something to go to at both sides.
            var window = new BorderPane();
            window.setTop(new Button("before"));
            window.setCenter(view);
            window.setBottom(new Button("after"));
            return window;
        }, 1000, 700);
    }

    private void add(String name, String provider, Kind kind, String plan) throws Exception {
        var draft = new AccountEntry(null, provider, name, desk.catalogue.provider(provider).baseUrl(), null, plan,
                List.of(), new KeyPlace(kind, null, null), true, List.of(), Route.DIRECT);
        desk.book.add(draft, NewSecrets.of(FakeBook.secret("csk-0123456789abcdef4f2a")));
    }

    private Labeled labeled(String text) {
        return (Labeled) fx(() -> stage.getScene().getRoot().lookupAll("*").stream()
                .filter(n -> n instanceof Labeled l && text.equals(l.getText()) && visible(n)).findFirst()
                .orElseThrow(() -> new AssertionError("nothing says " + text)));
    }

    private static boolean visible(javafx.scene.Node node) {
        for (var each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    @Test
    void aPageThatIsClickedHasTheFocusInTheListToo() {
        var data = (javafx.scene.control.ToggleButton) labeled("Data");
        onFx(labeled("Accounts")::requestFocus);
        onFx(data::fire);
        assertThat(fx(() -> ((Labeled) stage.getScene().getFocusOwner()).getText())).isEqualTo("Data");
    }

    @Test
    void theAccountsAreListedAndOneIsRemovedInPlaceByKeyboard() {
        labeled("Groq at home");
        onFx(() -> model.accounts().askRemoval("id-1"));
        pulses(2);
        // The harmless answer has the focus.
        assertThat(fx(() -> ((Button) stage.getScene().getFocusOwner()).getText())).isEqualTo("Keep it");
        press(KeyCode.ESCAPE);
        assertThat(fx(() -> model.accounts().asking().get())).isEmpty();

        onFx(() -> model.accounts().askRemoval("id-1"));
        pulses(2);
        click(labeled("Remove account"));
        onFx(desk.background::runAll);
        pulses(2);
        assertThat(fx(() -> model.accounts().rows().size())).isEqualTo(1);
        labeled("Cerebras is removed. The key is gone from GNOME Keyring.");
    }

    @Test
    void anAccountIsRenamedInPlace() {
        onFx(() -> stage.getScene().getRoot().lookupAll(".account-line").stream().findFirst()
                .ifPresent(line -> ((AccountLine) line).focusEdit()));
        press(KeyCode.F2);
        type("Work");
        press(KeyCode.ENTER);
        onFx(desk.background::runAll);
        pulses(2);
        labeled("Work");
    }

    @Test
    void theKeyboardSeesWhereItIsAndIsAtTheFirstButtonInOneStep() {
        onFx(() -> FocusRing.watch(stage.getScene()));
        press(KeyCode.CONTROL);
        onFx(() -> ((SettingsView) stage.getScene().lookup(".settings-view")).focusFirst());
        var tab = fx(() -> (Labeled) stage.getScene().getFocusOwner());
        assertThat(tab.getText()).isEqualTo("Accounts");
        assertThat(fx(() -> tab.getPseudoClassStates().contains(RING))).isTrue();
        press(KeyCode.TAB);
        assertThat(fx(() -> ((Labeled) stage.getScene().getFocusOwner()).getText())).isEqualTo("Connect a provider");
        assertThat(fx(() -> tab.getPseudoClassStates().contains(RING))).isFalse();
        press(KeyCode.SHIFT, KeyCode.TAB);
        press(KeyCode.DOWN);
        press(KeyCode.DOWN);
        press(KeyCode.DOWN);
        press(KeyCode.DOWN);
        assertThat(fx(() -> ((Labeled) stage.getScene().getFocusOwner()).getText())).isEqualTo("Appearance");
        labeled("High contrast");
    }

    @Test
    void theThemeIsChosen() {
        click(labeled("Appearance"));
        click(labeled("High contrast"));
        assertThat(theme.get()).isEqualTo(Theme.CONTRAST);
    }

    @Test
    void whetherARefusedRequestIsSentAgainByItselfIsChosen() {
        click(labeled("Sending"));
        var box = (CheckBox) labeled("Send it again by itself when that can help");
        assertThat(fx(box::isSelected)).isTrue();
        click(box);
        assertThat(fx(() -> sending.again().get())).isFalse();
        click(box);
        assertThat(kept).containsExactly(false, true);
    }

    @Test
    void dataAndAboutSayWhatTheyMustSay() {
        click(labeled("Data"));
        assertThat(fx(() -> stage.getScene().getRoot().lookup(".path"))).isNotNull();
        click(labeled("About"));
        labeled("Pitot 1.2.3");
    }
}
