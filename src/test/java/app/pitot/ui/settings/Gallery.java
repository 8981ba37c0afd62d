package app.pitot.ui.settings;

import app.pitot.accounts.NewSecrets;
import app.pitot.accounts.KeyCheck.Verdict;
import app.pitot.api.CheckStep;
import app.pitot.provider.AccountEntry;
import app.pitot.provider.AccountEntry.Route;
import app.pitot.provider.KeyPlace;
import app.pitot.provider.KeyPlace.Kind;
import app.pitot.store.Settings.Corner;
import app.pitot.store.Theme;
import app.pitot.ui.common.FxTest;
import app.pitot.ui.connect.Desk;
import app.pitot.ui.connect.FakeBook;
import app.pitot.ui.theme.ThemeManager;
import java.nio.file.Path;
import java.util.List;
import app.pitot.ui.mini.CornerModel;
import javafx.application.Application;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Paints every screen in three palettes and two sizes into target/screens, for looking at. Run by name. */
@Tag("gallery")
class Gallery extends FxTest {
    private static final Path OUT = Path.of("target/screens");

    private final Desk desk = new Desk();
    private SettingsModel model;
    private Stage stage;

    private void add(String name, String provider, Kind kind, String plan) throws Exception {
        var own = desk.catalogue.provider(provider).baseUrl();
        var draft = new AccountEntry(null, provider, name, own == null ? "https://llm.example.com/v1" : own, null, plan,
                List.of(), new KeyPlace(kind, kind == Kind.ENVIRONMENT ? "GROQ_API_KEY" : null, null),
                !name.startsWith("Groq"), List.of(), Route.DIRECT);
        fx(() -> desk.book.add(draft, kind == Kind.KEYCHAIN || kind == Kind.SESSION
                ? NewSecrets.of(FakeBook.secret("csk-0123456789abcdef4f2a"))
                : NewSecrets.none()));
    }

    @Test
    void paint() throws Exception {
        for (var theme : new Theme[]{Theme.DARK, Theme.LIGHT, Theme.CONTRAST}) {
            for (var size : new int[][]{{1366, 768}, {760, 520}, {560, 700}}) {
                paint(theme, size[0], size[1]);
            }
        }
    }

    private void paint(Theme theme, int width, int height) throws Exception {
        onFx(() -> desk.book.entries().forEach(e -> desk.book.remove(e.id())));
        stage = fx(() -> {
            model = new SettingsModel(desk.tools(), new BudgetDesk().tools(), (_, _) -> {});
            var view = new SettingsView(model, new SimpleObjectProperty<>(theme),
                    new CornerModel(Corner.DEFAULT, _ -> {}), new SendingModel(true, _ -> {}), _ -> {},
                    new SettingsFacts("0.3.0",
                            "/home/me/.local/share/pitot", "/home/me/.config/pitot/settings.json"));
            // The room that rail and status strip leave.
            var rail = new Region();
            rail.getStyleClass().add("rail");
            var root = new HBox(rail, view);
            HBox.setHgrow(view, Priority.ALWAYS);
            var scene = new Scene(root, width, height - 26);
            var themes = new ThemeManager(desktop, reducedMotion, Application::setUserAgentStylesheet);
            themes.themeProperty().set(theme);
            themes.apply(scene);
            var made = new Stage();
            made.setScene(scene);
            made.show();
            return made;
        });
        var name = theme.id() + "-" + width + "-";
        shot(name + "accounts-empty");
        add("Cerebras", "cerebras", Kind.KEYCHAIN, "cerebras-trial-2026-09");
        add("Groq at home", "groq", Kind.ENVIRONMENT, "groq-free-2026-10");
        add("Company", "custom", Kind.SESSION, null);
        shot(name + "accounts");
        onFx(() -> model.accounts().askRemoval(model.accounts().rows().getFirst().id()));
        shot(name + "accounts-remove");
        onFx(() -> model.accounts().keep());
        onFx(() -> model.edit(model.accounts().rows().getFirst().id()));
        shot(name + "form-1");
        desk.book.refusal = FakeBook.locked();
        onFx(() -> {
            var form = model.form().get();
            form.limits().rows().getFirst().text().set("7");
            form.limits().rows().get(1).text().set("many");
            form.name().set("");
            form.save();
        });
        shot(name + "form-2");
        onFx(() -> {
            var form = model.form().get();
            form.limits().rows().get(1).text().set("10K");
            form.name().set("Cerebras");
            form.key().entered().type("csk-0123456789abcdef4f2a");
            form.save();
            desk.background.runAll();
            scroll().setVvalue(0.35);
        });
        shot(name + "form-3");
        desk.book.refusal = null;
        desk.steps.clear();
        onFx(() -> {
            for (var node : stage.getScene().getRoot().lookupAll(".toggle-button")) {
                if (node instanceof javafx.scene.control.ToggleButton b && b.getText().startsWith("Show conn")) {
                    b.fire();
                }
            }
            var form = model.form().get();
            form.route().addHeader();
            form.route().headers().getFirst().name().set("X-Team");
            form.route().addHeader();
            form.route().headers().getLast().secret().set(true);
            form.route().proxy().kind().set(app.pitot.provider.Connection.Proxy.Kind.HTTP);
            form.route().proxy().user().set("me");
        });
        pulses(2);
        onFx(() -> scroll().setVvalue(0.8));
        shot(name + "form-4");
        onFx(() -> {
            var form = model.form().get();
            form.route().headers().clear();
            form.route().proxy().kind().set(null);
            desk.steps.addAll(List.of(
                    new CheckStep(CheckStep.Kind.DNS, CheckStep.State.OK, 8_300_000L, "104.18.0.1"),
                    new CheckStep(CheckStep.Kind.PROXY, CheckStep.State.SKIPPED, null, "no proxy is set"),
                    new CheckStep(CheckStep.Kind.TCP, CheckStep.State.OK, 21_000_000L, "port 443"),
                    new CheckStep(CheckStep.Kind.TLS, CheckStep.State.FAILED, 44_000_000L,
                            "The certificate of api.cerebras.ai is not signed by anyone this computer trusts."),
                    new CheckStep(CheckStep.Kind.HTTP, CheckStep.State.NOT_REACHED, null, ""),
                    new CheckStep(CheckStep.Kind.MODELS, CheckStep.State.NOT_REACHED, null, "")));
            form.runTest();
            desk.background.runAll();
        });
        pulses(2);
        onFx(() -> scroll().setVvalue(1));
        shot(name + "form-5");
        for (var section : SettingsSection.values()) {
            onFx(() -> model.open(section));
            shot(name + "section-" + section.name().toLowerCase(java.util.Locale.ROOT));
        }
        onFx(() -> {
            model.open(SettingsSection.KEYS);
            desk.keychain.items.put(model.accounts().rows().getFirst().id(), new app.pitot.keys.SecretResult.Missing());
            model.keys().checkNow();
            desk.background.runAll();
        });
        shot(name + "keys-checked");
        onFx(model::connect);
        shot(name + "connect-1");
        desk.variables.add("CEREBRAS_API_KEY");
        onFx(() -> {
            model.wizard().get().choose(desk.catalogue.provider("cerebras"));
            desk.background.runAll();
        });
        shot(name + "connect-2");
        type("gsk_012345678");
        shot(name + "connect-2-foreign");
        desk.book.refusal = FakeBook.locked();
        onFx(() -> {
            model.wizard().get().submit();
            desk.background.runAll();
        });
        shot(name + "connect-2-locked");
        desk.book.refusal = null;
        desk.answers(Verdict.GOOD, "", "gpt-oss-120b", "qwen-3.8-27b");
        onFx(() -> model.wizard().get().submit());
        shot(name + "connect-2-busy");
        onFx(desk.background::runAll);
        shot(name + "connect-3");
        onFx(() -> {
            model.connect();
            model.wizard().get().chooseLocal();
            desk.background.runAll();
        });
        shot(name + "connect-local");
        onFx(() -> {
            model.connect();
            model.wizard().get().choose(desk.catalogue.provider("custom"));
            model.wizard().get().url().text().set("http://llm.example.com");
            desk.background.runAll();
        });
        shot(name + "connect-custom");
        onFx(stage::close);
    }

    private javafx.scene.control.ScrollPane scroll() {
        return (javafx.scene.control.ScrollPane) stage.getScene().getRoot().lookup(".scroll-pane");
    }

    private void shot(String name) {
        pulses(3);
        write(snapshot(stage.getScene()), OUT.resolve(name + ".png"));
    }
}
