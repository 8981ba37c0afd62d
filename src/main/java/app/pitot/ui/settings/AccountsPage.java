package app.pitot.ui.settings;

import app.pitot.base.Texts;
import app.pitot.ui.connect.SaidLine;
import app.pitot.ui.connect.WaitingLine;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The accounts, and what to do with each. */
final class AccountsPage extends Page {
    private final SettingsModel settings;
    private final AccountsModel model;
    private final VBox list = new VBox();
    private final Button connect = new Button(Texts.get("connect.title"));

    AccountsPage(SettingsModel settings) {
        super(SettingsSection.ACCOUNTS);
        this.settings = settings;
        this.model = settings.accounts();
        connect.getStyleClass().add("primary");
        connect.setMinWidth(Region.USE_PREF_SIZE);
        connect.setOnAction(_ -> settings.connect());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(12, getChildren().removeFirst(), space, connect);
        head.setAlignment(Pos.CENTER_LEFT);
        list.getStyleClass().addAll("surface", "account-list");
        var empty = new VBox(6, words(Texts.get("accounts.empty")), quiet(Texts.get("accounts.empty.help")));
        empty.getStyleClass().addAll("surface", "account-none");
        var none = Bindings.isEmpty(model.rows());
        for (var each : new VBox[]{list, empty}) {
            var when = each == empty ? none : none.not();
            each.visibleProperty().bind(when);
            each.managedProperty().bind(when);
        }
        getChildren().addAll(head, new SaidLine(model.said()),
                new WaitingLine(model.waiting(), model::cancel), list, empty);
        model.rows().addListener((ListChangeListener<AccountRow>) _ -> fill());
        fill();
    }

    private void fill() {
        var focused = list.getChildren().stream().filter(each -> each.isFocusWithin()).findFirst();
        int at = focused.map(list.getChildren()::indexOf).orElse(-1);
        var id = focused.map(each -> ((AccountLine) each).id()).orElse(null);
        list.getChildren().forEach(each -> ((AccountLine) each).dispose());
        list.getChildren().setAll(model.rows().stream().map(row -> new AccountLine(row, settings)).toList());
        if (id == null) {
            return;
        }
        // Where the keyboard was, or where the row was that is gone.
        list.getChildren().stream().filter(each -> ((AccountLine) each).id().equals(id)).findFirst()
                .or(() -> list.getChildren().stream().skip(Math.max(0, at - 1)).findFirst())
                .ifPresentOrElse(each -> ((AccountLine) each).focusEdit(), connect::requestFocus);
    }
}
