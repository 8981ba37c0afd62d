package app.pitot.ui.compare.export;

import app.pitot.compare.Comparison;
import app.pitot.ui.export.FileFormat;
import java.util.concurrent.CompletableFuture;

/** Makes what is written. */
public interface Reports {
    /** As text; in the background. @param format any but {@link FileFormat#PNG} */
    String text(Comparison run, FileFormat format);

    /** The bytes of a PNG. Called on the JavaFX thread, completes on any; exceptionally if it cannot be drawn. */
    CompletableFuture<byte[]> picture(Comparison run);
}
