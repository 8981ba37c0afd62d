package app.pitot.ui.shell;

import app.pitot.ui.common.HealthDot;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** One line at the bottom: whom we talk to and with what key; what was asked today; what went wrong on disk. */
final class StatusStrip extends HBox {
    /** Of the account's name with its key's place, in pixels. */
    private static final double LEAST = 150;
    private static final double MOST = 420;

    StatusStrip(StatusModel model) {
        getStyleClass().add("status-strip");
        var dot = new HealthDot(model.health());
        var account = label(model.account());
        // A long name gives way in its middle, so that where the key is stays to be read.
        account.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        account.setMinWidth(LEAST);
        account.setMaxWidth(MOST);
        var where = label(model.endpoint());
        where.setMinWidth(0);
        var burn = whole(model.burn());
        var problem = new ProblemButton(model.problems());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        account.setGraphic(dot);
        getChildren().addAll(account, where, burn, space, problem, whole(model.binding()), whole(model.today()));
    }

    private static Label whole(javafx.beans.property.ReadOnlyStringProperty text) {
        var label = label(text);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private static Label label(javafx.beans.property.ReadOnlyStringProperty text) {
        var label = new Label();
        label.textProperty().bind(text);
        label.managedProperty().bind(text.isNotEmpty());
        label.visibleProperty().bind(text.isNotEmpty());
        return label;
    }
}
