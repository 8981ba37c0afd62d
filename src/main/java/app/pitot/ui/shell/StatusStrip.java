package app.pitot.ui.shell;

import app.pitot.ui.common.Health;
import app.pitot.ui.common.HealthDot;
import app.pitot.ui.compare.CompareStatus;
import java.util.function.Function;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
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

    private final StatusModel model;

    StatusStrip(StatusModel model) {
        this.model = model;
        getStyleClass().add("status-strip");
        var account = usual(model.account());
        // A long name gives way in its middle, so that where the key is stays to be read.
        account.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        account.setMinWidth(LEAST);
        account.setMaxWidth(MOST);
        account.setGraphic(new HealthDot(model.health()));
        var where = usual(model.endpoint());
        where.setMinWidth(0);
        var accounts = compared(CompareStatus::accounts);
        accounts.setGraphic(new HealthDot(new ReadOnlyObjectWrapper<>(Health.ANSWERS)));
        var problem = new ProblemButton(model.problems());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(account, where, whole(usual(model.burn())), accounts, compared(CompareStatus::refused),
                space, problem, whole(usual(model.binding())), whole(usual(model.today())),
                compared(CompareStatus::day));
    }

    private static Label whole(Label label) {
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    /** Of the selected account: not while the comparison is looked at. */
    private Label usual(ObservableValue<String> text) {
        return label(text, BooleanExpression.booleanExpression(model.compared().isNull()));
    }

    private Label compared(Function<CompareStatus, ObservableValue<String>> words) {
        return whole(label(model.compared().flatMap(words).orElse(""), model.compared().isNotNull()));
    }

    private static Label label(ObservableValue<String> text, BooleanExpression shown) {
        var label = new Label();
        label.textProperty().bind(text);
        label.managedProperty().bind(label.textProperty().isNotEmpty().and(shown));
        label.visibleProperty().bind(label.managedProperty());
        return label;
    }
}
