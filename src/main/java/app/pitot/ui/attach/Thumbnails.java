package app.pitot.ui.attach;

import app.pitot.history.Picture;
import app.pitot.ui.common.Jobs;
import java.io.ByteArrayInputStream;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;

/**
 * Small views of pictures, made one at a time in the background. A picture so large that decoding it would take more
 * memory than a small view is worth has none.
 */
public final class Thumbnails {
    /** PNG is decoded whole before it is made smaller: 24 million pixels are 96 MB for a moment. */
    private static final long MOST_PIXELS = 24_000_000;
    /** JPEG is made up to eight times smaller while it is decoded. */
    private static final long MOST_JPEG_PIXELS = 90_000_000;

    private final Jobs jobs;
    private final Object oneAtATime = new Object();

    public Thumbnails(Jobs jobs) {
        this.jobs = jobs;
    }

    /** Puts {@code picture} into {@code view} once it is decoded, at most {@code side} pixels wide and high. */
    public void show(Picture picture, double side, ImageView view) {
        view.setFitWidth(side);
        view.setFitHeight(side);
        view.setPreserveRatio(true);
        long pixels = (long) picture.width() * picture.height();
        boolean jpeg = picture.image().mediaType().equals("image/jpeg");
        if (pixels <= (jpeg ? MOST_JPEG_PIXELS : MOST_PIXELS)) {
            // Twice as large, for screens that have more than one pixel where we count one.
            jobs.start(() -> decode(picture, 2 * side), image -> {
                if (!image.isError()) {
                    view.setImage(image);
                }
            }, _ -> view.setImage(null));
        }
    }

    private Image decode(Picture picture, double side) {
        synchronized (oneAtATime) {
            return new Image(new ByteArrayInputStream(picture.image().bytes()), side, side, true, true);
        }
    }
}
