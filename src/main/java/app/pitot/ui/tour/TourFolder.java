package app.pitot.ui.tour;

import app.pitot.base.Texts;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that takes the pictures. */
final class TourFolder {
    private TourFolder() {}

    /** @throws IOException with a sentence that names the folder and the reason */
    static void prepare(Path folder) throws IOException {
        try {
            Files.createDirectories(folder);
            // Whether a folder can be written to is known for certain only by doing so.
            Files.delete(Files.createTempFile(folder, "tour", ".tmp"));
        } catch (FileAlreadyExistsException e) {
            throw new IOException(Texts.get("tour.folder.file", folder), e);
        } catch (AccessDeniedException e) {
            throw new IOException(Texts.get("tour.folder.denied", folder), e);
        } catch (FileSystemException e) {
            var reason = e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
            throw new IOException(Texts.get("tour.folder.other", folder, reason), e);
        }
    }
}
