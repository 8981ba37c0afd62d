package app.pitot.ui.connect;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.transcript.LinkOpener;
import java.net.URI;
import javafx.scene.control.Hyperlink;

/** A web address, written out in full, that opens in the user's browser. */
public final class LinkLine extends Hyperlink {
    /** @param url an https address of our own data */
    public LinkLine(String url, LinkOpener links) {
        super(url);
        setWrapText(true);
        setOnAction(_ -> links.open(URI.create(url)));
        Describe.node(this, Texts.get("screens.open", url), null);
        Describe.tooltip(this, null);
    }
}
