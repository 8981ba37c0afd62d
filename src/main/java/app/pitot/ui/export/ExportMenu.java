package app.pitot.ui.export;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;

/** Offers what is shown as a file or for the clipboard. */
public final class ExportMenu extends MenuButton {
    private final ExportModel model;
    private final ExportWords words;
    private final Set<FileFormat> formats;

    public ExportMenu(ExportModel model, ExportWords words) {
        super(Texts.get("export.menu"));
        this.model = model;
        this.words = words;
        this.formats = new TreeSet<>(words.formats().keySet());
        getStyleClass().add("export-menu");
        getStylesheets().add(ExportMenu.class.getResource("export.css").toExternalForm());
        setMinWidth(Region.USE_PREF_SIZE);
        for (var format : formats) {
            var item = new MenuItem(Texts.get("export.item", words.formats().get(format)));
            item.setOnAction(_ -> ask(format));
            getItems().add(item);
        }
        if (formats.contains(FileFormat.MARKDOWN)) {
            var copy = new MenuItem(Texts.get("export.copy"));
            copy.setOnAction(_ -> model.copyMarkdown());
            getItems().addAll(new SeparatorMenuItem(), copy);
        }
        disableProperty().bind(model.running().or(model.subject().isNull()));
        Describe.node(this, Texts.get("export.menu"), words.help());
    }

    private void ask(FileFormat format) {
        var chooser = new FileChooser();
        chooser.setTitle(words.title());
        chooser.setInitialFileName(model.subject().get().fileName() + "." + format.ending());
        formats.forEach(each -> {
            var filter = new ExtensionFilter(words.formats().get(each), "*." + each.ending());
            chooser.getExtensionFilters().add(filter);
            if (each == format) {
                chooser.setSelectedExtensionFilter(filter);
            }
        });
        var file = chooser.showSaveDialog(getScene().getWindow());
        if (file != null) {
            // What the name ends with says what it is to be.
            model.export(format.of(file.toPath(), formats), file.toPath());
        }
    }
}
