package app.pitot.ui.transcript;

import app.pitot.base.Texts;
import java.net.URI;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

/** Asks beside a link whether to open it, with its host and its whole address; Enter opens, Esc does not. */
final class LinkPrompt {
    private static final double WIDTH = 380;

    private LinkPrompt() {}

    static void show(Node link, URI address, LinkOpener opener) {
        var popup = new Popup();
        // As the network sees it: letters that only look like others are spelled out.
        var host = new Label(Texts.get("link.open", java.net.IDN.toASCII(address.getHost())));
        host.getStyleClass().add("link-host");
        host.setWrapText(true);
        var whole = new Label(CopyText.plain(address.toASCIIString()));
        whole.getStyleClass().addAll("text-mono", "link-address");
        whole.setWrapText(true);
        var open = new Button(Texts.get("link.yes"));
        open.setDefaultButton(true);
        open.getStyleClass().add("primary");
        open.setOnAction(_ -> {
            popup.hide();
            opener.open(address);
        });
        var copy = new CopyButton(Texts.get("link.copy"), Texts.get("link.copy"), address::toASCIIString);
        var buttons = new HBox(8, copy, open);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        var box = new VBox(host, whole, buttons);
        box.getStyleClass().addAll("link-prompt", "details", "popup-surface");
        box.getStylesheets().add(LinkPrompt.class.getResource("transcript.css").toExternalForm());
        box.setPrefWidth(WIDTH);
        box.setMaxWidth(WIDTH);
        popup.getContent().add(box);
        popup.setAutoHide(true);
        var at = link.localToScreen(link.getBoundsInLocal());
        popup.show(link, at.getMinX(), at.getMaxY() + 4);
        open.requestFocus();
    }
}
