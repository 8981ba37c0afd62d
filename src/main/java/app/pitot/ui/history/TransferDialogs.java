package app.pitot.ui.history;

import app.pitot.base.Texts;
import app.pitot.transfer.ExportFormat;
import app.pitot.transfer.Exporter;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;

/** Asks the desktop which file, and takes files that are dropped. */
final class TransferDialogs {
    private final TransferModel model;
    private final Node owner;

    TransferDialogs(TransferModel model, Node owner) {
        this.model = model;
        this.owner = owner;
    }

    /** One conversation. */
    void export(String id, String title) {
        var target = save(Exporter.fileName(title), ExportFormat.MARKDOWN);
        if (target != null) {
            model.export(List.of(id), target.format(), target.file().toPath());
        }
    }

    void exportAll() {
        var target = save(Texts.get("history.list"), ExportFormat.JSON);
        if (target != null) {
            model.exportAll(target.format(), target.file().toPath());
        }
    }

    void take() {
        var chooser = new FileChooser();
        chooser.setTitle(Texts.get("history.import.title"));
        chooser.getExtensionFilters().addAll(
                new ExtensionFilter(Texts.get("history.files.json"), "*.json", "*.jsonl"),
                new ExtensionFilter(Texts.get("history.files.all"), "*.*"));
        var file = chooser.showOpenDialog(owner.getScene().getWindow());
        if (file != null) {
            model.take(file.toPath());
        }
    }

    /** A file that is dropped on {@code node} is imported. */
    void acceptDrops(Node node) {
        node.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        node.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            if (event.getDragboard().hasFiles()) {
                dropped(event.getDragboard().getFiles());
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }

    private void dropped(List<File> files) {
        if (files.size() == 1) {
            model.take(files.getFirst().toPath());
        } else {
            model.say(Texts.get("history.drop.one"));
        }
    }

    private record Target(File file, ExportFormat format) {}

    /** Null if the user thought better of it. What the name ends with says what it is to be. */
    private Target save(String name, ExportFormat first) {
        var chooser = new FileChooser();
        chooser.setTitle(Texts.get("history.export.title"));
        chooser.setInitialFileName(name + "." + first.ending());
        for (var format : ExportFormat.values()) {
            var filter = new ExtensionFilter(format.words(), "*." + format.ending());
            chooser.getExtensionFilters().add(filter);
            if (format == first) {
                chooser.setSelectedExtensionFilter(filter);
            }
        }
        var file = chooser.showSaveDialog(owner.getScene().getWindow());
        if (file == null) {
            return null;
        }
        var chosen = Arrays.stream(ExportFormat.values())
                .filter(each -> each.words().equals(chooser.getSelectedExtensionFilter() == null
                        ? ""
                        : chooser.getSelectedExtensionFilter().getDescription()))
                .findFirst().orElse(first);
        var written = file.getName().toLowerCase(Locale.ROOT);
        return new Target(file, Arrays.stream(ExportFormat.values())
                .filter(each -> written.endsWith("." + each.ending())).findFirst().orElse(chosen));
    }
}
