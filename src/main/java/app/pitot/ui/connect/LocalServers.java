package app.pitot.ui.connect;

import app.pitot.base.Texts;
import java.util.Objects;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Which server on this machine: a preset, or one that was found when the user asked. */
final class LocalServers extends VBox {
    LocalServers(ConnectModel model) {
        super(10);
        var group = new ToggleGroup();
        var presets = new FlowPane(8, 8);
        for (var each : model.local().presets()) {
            var button = new ToggleButton(each.name());
            button.setToggleGroup(group);
            button.setSelected(Objects.equals(each, model.provider().get()));
            button.setOnAction(_ -> model.choose(each));
            button.setAccessibleHelp(each.baseUrl());
            presets.getChildren().add(button);
        }
        var look = new Button(Texts.get("screens.local.look"));
        look.setMinWidth(Region.USE_PREF_SIZE);
        look.setOnAction(_ -> model.local().look());
        model.local().waiting().busy().subscribe(busy -> {
            look.setVisible(!busy);
            look.setManaged(!busy);
        });
        var found = new VBox(6);
        found.setAlignment(Pos.CENTER_LEFT);
        Runnable fill = () -> found.getChildren().setAll(model.local().found().stream().map(each -> {
            var use = new Button(model.local().words(each));
            use.setMnemonicParsing(false);
            use.setOnAction(_ -> model.choose(each));
            return use;
        }).toList());
        model.local().found().addListener((ListChangeListener<AccountTools.Found>) _ -> fill.run());
        fill.run();
        getChildren().addAll(presets, look, new WaitingLine(model.local().waiting(), model.local()::cancel),
                new SaidLine(model.local().said()), found);
    }
}
