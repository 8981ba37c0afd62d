package app.pitot.ui.shell;

import app.pitot.ui.common.HealthDot;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** One line at the bottom: whom we talk to and with what key; what was asked today; what went wrong on disk. */
final class StatusStrip extends HBox {
    StatusStrip(StatusModel model) {
        getStyleClass().add("status-strip");
        var dot = new HealthDot(model.health());
        var account = label(model.account());
        var where = label(model.endpoint());
        var burn = label(model.burn());
        var problem = label(model.problem());
        problem.getStyleClass().add("text-warn");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        account.setGraphic(dot);
        getChildren().addAll(account, where, burn, space, problem, label(model.binding()), label(model.today()));
    }

    private static Label label(javafx.beans.property.ReadOnlyStringProperty text) {
        var label = new Label();
        label.textProperty().bind(text);
        label.managedProperty().bind(text.isNotEmpty());
        label.visibleProperty().bind(text.isNotEmpty());
        return label;
    }
}
