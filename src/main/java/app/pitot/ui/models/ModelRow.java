package app.pitot.ui.models;

import app.pitot.ui.offer.ModelChoice;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TableRow;
import javafx.scene.input.MouseButton;

/** One model's row; a retired one is toned down. */
final class ModelRow extends TableRow<ModelChoice> {
    private static final PseudoClass RETIRED = PseudoClass.getPseudoClass("retired");

    private final ModelsModel model;
    private final ContextMenu menu;

    ModelRow(ModelsModel model, Consumer<ModelChoice> use, ContextMenu menu) {
        this.model = model;
        this.menu = menu;
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && getItem() != null) {
                use.accept(getItem());
            }
        });
    }

    @Override
    protected void updateItem(ModelChoice choice, boolean empty) {
        super.updateItem(choice, empty);
        boolean some = !empty && choice != null;
        setContextMenu(some ? menu : null);
        setAccessibleText(some ? Details.spoken(choice, model) : null);
        pseudoClassStateChanged(RETIRED, some && model.retired(choice));
    }
}
