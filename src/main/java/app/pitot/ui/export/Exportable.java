package app.pitot.ui.export;

import app.pitot.transfer.TransferException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;

/** Something that is shown, as it is at the time when it is asked for. */
public interface Exportable {
    /** A name for its file, without ending. */
    String fileName();

    /**
     * Writes it, in the background.
     *
     * @param format any but {@link FileFormat#PNG}
     * @param out stays open
     * @throws TransferException if what is to be written cannot be had; the message is for the user
     */
    void write(FileFormat format, OutputStream out) throws IOException, TransferException;

    /** The bytes of a PNG. Called on the JavaFX thread, completes on any; exceptionally if it cannot be drawn. */
    CompletableFuture<byte[]> picture();
}
