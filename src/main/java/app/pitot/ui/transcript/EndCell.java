package app.pitot.ui.transcript;

import javafx.scene.layout.Region;

/** Room below the last message. */
final class EndCell extends RowCell {
    EndCell(EndRow row) {
        super(row);
        getNode().content(new Region());
        getNode().room(0, BETWEEN_MESSAGES);
    }
}
