package app.pitot.ui.attach;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.common.PngBytes;
import app.pitot.ui.controls.Icons;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;

/** The ways in which a user gives pictures and files: a menu, the clipboard, and dropping them. */
public final class Giving {
    private Giving() {}

    /** The button beside the composer's line. */
    public static MenuButton button(AttachModel model) {
        var button = new MenuButton(null, Icons.NEW.node());
        button.getStyleClass().addAll("flat", "attach-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.getItems().addAll(
                item("attach.menu.picture", () -> choose(button, "attach.menu.picture", model::add,
                        new FileChooser.ExtensionFilter(Texts.get("attach.filter.pictures"), "*.png", "*.jpg", "*.jpeg",
                                "*.PNG", "*.JPG", "*.JPEG"))),
                item("attach.menu.text", () -> choose(button, "attach.menu.text", model::addTexts,
                        new FileChooser.ExtensionFilter(Texts.get("attach.filter.texts"), "*.txt", "*.md", "*.markdown",
                                "*.json", "*.csv", "*.log", "*.xml", "*.yaml", "*.yml"),
                        new FileChooser.ExtensionFilter(Texts.get("attach.filter.all"), "*"))));
        Describe.node(button, Texts.get("attach.name"), Texts.get("attach.help"));
        return button;
    }

    /**
     * Takes pictures and files from the clipboard. Text stays with whoever asked: where there is some, a picture beside it
     * is but its likeness.
     *
     * @return false if there is nothing for us
     */
    public static boolean paste(AttachModel model) {
        var clipboard = Clipboard.getSystemClipboard();
        if (clipboard.hasFiles()) {
            model.add(paths(clipboard.getFiles()));
            return true;
        }
        if (clipboard.hasImage() && !clipboard.hasString()) {
            var image = clipboard.getImage();
            if (image != null && !image.isError()) {
                model.addBytes(() -> PngBytes.of(image));
                return true;
            }
        }
        return false;
    }

    /** Lets files and pictures be dropped on {@code target}. */
    public static void drops(Node target, AttachModel model) {
        target.addEventHandler(DragEvent.DRAG_OVER, event -> {
            var board = event.getDragboard();
            if (board.hasFiles() || board.hasImage()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        target.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            var board = event.getDragboard();
            if (board.hasFiles()) {
                model.add(paths(board.getFiles()));
            } else if (board.hasImage()) {
                var image = board.getImage();
                model.addBytes(() -> PngBytes.of(image));
            }
            event.setDropCompleted(board.hasFiles() || board.hasImage());
            event.consume();
        });
    }

    private static void choose(Node near, String title, Consumer<List<Path>> take,
            FileChooser.ExtensionFilter... filters) {
        var chooser = new FileChooser();
        chooser.setTitle(Texts.get(title));
        chooser.getExtensionFilters().addAll(filters);
        var chosen = chooser.showOpenMultipleDialog(near.getScene().getWindow());
        if (chosen != null) {
            take.accept(paths(chosen));
        }
    }

    private static List<Path> paths(List<File> files) {
        return files.stream().map(File::toPath).toList();
    }

    private static MenuItem item(String key, Runnable run) {
        var item = new MenuItem(Texts.get(key));
        item.setOnAction(_ -> run.run());
        return item;
    }
}
