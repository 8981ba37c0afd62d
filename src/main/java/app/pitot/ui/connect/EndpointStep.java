package app.pitot.ui.connect;

import app.pitot.base.Texts;
import app.pitot.provider.Catalogue;
import app.pitot.provider.KeyPlace;
import app.pitot.provider.Provider;
import app.pitot.provider.ProviderFacts;
import app.pitot.ui.connect.ConnectModel.Offer;
import app.pitot.ui.transcript.LinkOpener;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How to get a key, the key or the address, and the check. */
final class EndpointStep extends StepPage {
    private final ConnectModel model;
    private final Node first;

    EndpointStep(ConnectModel model, SecretField secret, LinkOpener links) {
        super(title(model.provider().get()), about(model.provider().get()));
        this.model = model;
        var provider = model.provider().get();
        if (provider.facts().local()) {
            getChildren().add(new LocalServers(model));
        }
        secret.name(keyLabel(provider), keyPrompt(provider));
        var url = model.asksUrl() ? new UrlField(model.url()) : null;
        if (url != null) {
            getChildren().add(url);
        }
        getChildren().add(new FormField(keyLabel(provider), secret, "", model.key().problem()));
        getChildren().addAll(foreign(), variable(), places());
        getChildren().addAll(new SaidLine(model.said()), offers(), buttons());
        if (!provider.facts().onboarding().isEmpty()) {
            getChildren().add(steps(provider.facts(), links));
        }
        this.first = url != null && !provider.facts().local() ? url : provider.facts().local() ? this : secret;
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && !event.isConsumed()) {
                event.consume();
                model.submit();
            }
        });
    }

    @Override
    Node first() {
        return first == this ? lookup(".primary") : first;
    }

    private static String title(Provider provider) {
        return provider.facts().local()
                ? Texts.get("connect.local")
                : provider.id().equals(Catalogue.CUSTOM)
                        ? Texts.get("connect.custom")
                        : Texts.get("connect.endpoint.title", provider.name());
    }

    private static String about(Provider provider) {
        return Texts.get(provider.facts().local()
                ? "connect.local.explain"
                : provider.id().equals(Catalogue.CUSTOM) ? "connect.custom.explain" : "connect.endpoint.about");
    }

    private String keyLabel(Provider provider) {
        return model.needsKey()
                ? Texts.get("connect.key", provider.name())
                : Texts.get("connect.key.optional");
    }

    private static String keyPrompt(Provider provider) {
        var prefix = provider.facts().keyPrefix();
        return prefix == null ? "" : Texts.get("connect.key.prompt", prefix);
    }

    private static VBox steps(ProviderFacts facts, LinkOpener links) {
        var box = new VBox(8);
        box.getStyleClass().addAll("surface", "onboarding");
        var title = new Label(Texts.get(facts.local() ? "connect.steps.local" : "connect.steps"));
        title.getStyleClass().add("text-medium");
        box.getChildren().add(title);
        int number = 1;
        for (var step : facts.onboarding()) {
            var figure = new Label(number++ + ".");
            figure.getStyleClass().add("text-muted");
            figure.setMinWidth(18);
            var text = new Label(step.text());
            text.setWrapText(true);
            text.setMinHeight(Region.USE_PREF_SIZE);
            var words = new VBox(2, text);
            if (step.url() != null) {
                words.getChildren().add(new LinkLine(step.url(), links));
            }
            HBox.setHgrow(words, Priority.ALWAYS);
            box.getChildren().add(new HBox(4, figure, words));
        }
        if (facts.asOf() != null) {
            box.getChildren().add(FormField.help(Texts.get("connect.asof", facts.asOf(), facts.source())));
        }
        return box;
    }

    /** "This looks like a Groq key" and the way over there. */
    private HBox foreign() {
        var words = new Label();
        words.getStyleClass().add("text-warn");
        words.setWrapText(true);
        HBox.setHgrow(words, Priority.ALWAYS);
        var over = new Button();
        over.setMinWidth(Region.USE_PREF_SIZE);
        over.setOnAction(_ -> model.switchToOwner());
        var line = new HBox(10, words, over);
        line.setAlignment(Pos.CENTER_LEFT);
        model.key().foreign().subscribe(owner -> {
            if (owner != null) {
                words.setText(Texts.get("connect.foreign", owner.name()));
                over.setText(Texts.get("connect.foreign.switch", owner.name()));
                shown(over, model.ownerIsOffered());
            }
            shown(line, owner != null);
        });
        return line;
    }

    private HBox variable() {
        var name = model.variable();
        var line = new HBox(10);
        line.setAlignment(Pos.CENTER_LEFT);
        if (name != null) {
            var use = new Button(Texts.get("connect.variable", name));
            use.setMnemonicParsing(false);
            use.setMinWidth(Region.USE_PREF_SIZE);
            use.setOnAction(_ -> model.useVariable());
            use.disableProperty().bind(model.waiting().busy());
            var words = FormField.help(Texts.get("connect.variable.about"));
            HBox.setHgrow(words, Priority.ALWAYS);
            line.getChildren().addAll(use, words);
        }
        shown(line, name != null);
        return line;
    }

    private VBox places() {
        var group = new ToggleGroup();
        var keychain = place(group, KeyPlace.Kind.KEYCHAIN);
        keychain.textProperty().bind(model.store().map(store -> Texts.get("connect.keep.keychain", store)));
        var session = place(group, KeyPlace.Kind.SESSION);
        session.setText(Texts.get("connect.keep.session"));
        var box = new VBox(6, new FlowPane(16, 6, keychain, session), new SaidLine(model.storeState()),
                FormField.help(Texts.get("connect.keep.about")));
        if (!model.needsKey()) {
            model.key().filled().subscribe(filled -> shown(box, filled));
        }
        return box;
    }

    private RadioButton place(ToggleGroup group, KeyPlace.Kind kind) {
        var button = new RadioButton();
        button.setToggleGroup(group);
        button.setSelected(model.place() == kind);
        button.setOnAction(_ -> model.keepIn(kind));
        return button;
    }

    private FlowPane offers() {
        var row = new FlowPane(8, 8);
        model.offers().subscribe(now -> {
            row.getChildren().setAll(now.stream().sorted().map(this::offer).toList());
            shown(row, !now.isEmpty());
        });
        return row;
    }

    private Button offer(Offer offer) {
        var button = new Button(Texts.get("connect.offer." + offer.name().toLowerCase(Locale.ROOT)));
        button.setOnAction(_ -> model.take(offer));
        return button;
    }

    private VBox buttons() {
        var check = new Button(Texts.get(model.needsKey() ? "connect.check" : "connect.check.endpoint"));
        check.getStyleClass().add("primary");
        check.setOnAction(_ -> model.submit());
        check.disableProperty().bind(model.waiting().busy());
        var note = FormField.help(Texts.get("connect.check.about"));
        HBox.setHgrow(note, Priority.ALWAYS);
        var row = new HBox(12, check, note);
        if (model.asksUrl()) {
            var more = new Button(Texts.get("connect.more"));
            more.setMinWidth(Region.USE_PREF_SIZE);
            more.setOnAction(_ -> model.more());
            row.getChildren().add(1, more);
        }
        row.setAlignment(Pos.CENTER_LEFT);
        check.setMinWidth(Region.USE_PREF_SIZE);
        var waiting = new WaitingLine(model.waiting(), model::cancel);
        model.waiting().busy().subscribe(busy -> shown(row, !busy));
        return new VBox(row, waiting);
    }

    private static void shown(Node node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }
}
