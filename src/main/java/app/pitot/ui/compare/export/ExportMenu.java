package app.pitot.ui.compare.export;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import java.util.Arrays;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;

/** Offers the comparison that is shown as a file or for the clipboard. */
public final class ExportMenu extends MenuButton {
    private final ExportModel model;

    public ExportMenu(ExportModel model) {
        super(Texts.get("export.menu"));
        this.model = model;
        getStyleClass().add("export-menu");
        setMinWidth(Region.USE_PREF_SIZE);
        for (var format : ReportFormat.values()) {
            var item = new MenuItem(Texts.get("export.item", format.words()));
            item.setOnAction(_ -> ask(format));
            getItems().add(item);
        }
        var copy = new MenuItem(Texts.get("export.copy"));
        copy.setOnAction(_ -> model.copyMarkdown());
        getItems().addAll(new SeparatorMenuItem(), copy);
        disableProperty().bind(model.running().or(model.comparison().isNull()));
        Describe.node(this, Texts.get("export.menu"), Texts.get("export.help"));
    }

    private void ask(ReportFormat format) {
        var chooser = new FileChooser();
        chooser.setTitle(Texts.get("export.title"));
        chooser.setInitialFileName(model.fileName() + "." + format.ending());
        Arrays.stream(ReportFormat.values()).forEach(each -> {
            var filter = new ExtensionFilter(each.words(), "*." + each.ending());
            chooser.getExtensionFilters().add(filter);
            if (each == format) {
                chooser.setSelectedExtensionFilter(filter);
            }
        });
        var file = chooser.showSaveDialog(getScene().getWindow());
        if (file != null) {
            // What the name ends with says what it is to be.
            model.export(format.of(file.toPath()), file.toPath());
        }
    }
}
