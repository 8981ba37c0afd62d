package app.pitot.ui.settings;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** One account: what it is, what to do with it, and in its place the question before it is removed. */
final class AccountLine extends VBox {
    private final AccountRow row;
    private final AccountsModel model;
    private final Label name = new Label();
    private final HBox title = new HBox(8);
    private final Button edit = new Button(Texts.get("accounts.edit"));
    private final Button more = new Button(Texts.get("accounts.more"));
    private final Subscription subscriptions;

    AccountLine(AccountRow row, SettingsModel settings) {
        super(8);
        this.row = row;
        this.model = settings.accounts();
        getStyleClass().add("account-line");
        edit.setMinWidth(Region.USE_PREF_SIZE);
        edit.setOnAction(_ -> settings.edit(row.id()));
        Describe.node(edit, Texts.get("accounts.edit.name", row.name()), null);
        Describe.tooltip(edit, null);
        var menu = menu();
        more.setMinWidth(Region.USE_PREF_SIZE);
        more.setOnAction(_ -> menu.show(more, Side.BOTTOM, 0, 4));
        Describe.node(more, Texts.get("accounts.more.name", row.name()), null);
        Describe.tooltip(more, null);
        var words = new VBox(2, title(), facts());
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(8, words, edit, more);
        line.setAlignment(Pos.CENTER_LEFT);
        var question = new VBox(10);
        getChildren().addAll(line, question);
        this.subscriptions = ask(question);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.F2) {
                event.consume();
                rename();
            }
        });
    }

    /** Lets go of the model, which lives longer. */
    void dispose() {
        subscriptions.unsubscribe();
    }

    String id() {
        return row.id();
    }

    void focusEdit() {
        edit.requestFocus();
    }

    private HBox title() {
        name.setText(row.name());
        name.getStyleClass().add("text-strong");
        title.setAlignment(Pos.CENTER_LEFT);
        title.getChildren().add(name);
        if (!row.name().equals(row.provider())) {
            title.getChildren().add(muted(row.provider()));
        }
        if (!row.enabled()) {
            var off = new Label(Texts.get("accounts.off"));
            off.getStyleClass().add("tag");
            title.getChildren().add(off);
        }
        return title;
    }

    private Label facts() {
        var facts = muted(Stream.of(row.key(), row.plan(), row.endpoint()).filter(each -> !each.isEmpty())
                .collect(Collectors.joining("  ·  ")));
        facts.getStyleClass().add("text-secondary");
        Describe.tooltip(facts, facts.getText());
        return facts;
    }

    private ContextMenu menu() {
        var menu = new ContextMenu(item("accounts.rename", this::rename),
                item("accounts.up", () -> model.move(row.id(), -1)),
                item("accounts.down", () -> model.move(row.id(), 1)),
                item(row.enabled() ? "accounts.disable" : "accounts.enable",
                        () -> model.setEnabled(row.id(), !row.enabled())),
                item("accounts.remove", () -> model.askRemoval(row.id())));
        menu.setOnShowing(_ -> {
            int at = List.copyOf(model.rows()).indexOf(row);
            menu.getItems().get(1).setDisable(at <= 0);
            menu.getItems().get(2).setDisable(at == model.rows().size() - 1);
        });
        return menu;
    }

    private static MenuItem item(String key, Runnable run) {
        var item = new MenuItem(Texts.get(key));
        item.setOnAction(_ -> run.run());
        return item;
    }

    private void rename() {
        var field = new TextField(row.name());
        field.setAccessibleText(Texts.get("accounts.rename.name", row.name()));
        Runnable show = () -> title.getChildren().set(0, name);
        field.setOnAction(_ -> {
            show.run();
            edit.requestFocus();
            model.rename(row.id(), field.getText());
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                show.run();
                edit.requestFocus();
            }
        });
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                show.run();
            }
        });
        title.getChildren().set(0, field);
        field.requestFocus();
        field.selectAll();
    }

    private Subscription ask(VBox box) {
        var words = Page.words("");
        var remove = new Button(Texts.get("accounts.remove.yes"));
        remove.getStyleClass().add("danger");
        remove.setOnAction(_ -> model.remove());
        var keep = new Button(Texts.get("accounts.remove.no"));
        keep.setOnAction(_ -> {
            model.keep();
            more.requestFocus();
        });
        box.getChildren().addAll(words, new HBox(8, remove, keep));
        box.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                keep.fire();
            }
        });
        return model.asking().subscribe(asked -> {
            boolean mine = asked.equals(row.id());
            box.setVisible(mine);
            box.setManaged(mine);
            if (mine) {
                words.setText(model.removalQuestion(row.id()));
                // The harmless answer first: Enter pressed by habit removes nothing.
                keep.requestFocus();
            }
        });
    }

    private static Label muted(String text) {
        var label = new Label(text);
        label.getStyleClass().add("text-muted");
        label.setMinWidth(0);
        return label;
    }
}
