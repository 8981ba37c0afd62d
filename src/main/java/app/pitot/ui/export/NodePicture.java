package app.pitot.ui.export;

import app.pitot.ui.common.FxThread;
import app.pitot.ui.common.Jobs;
import app.pitot.ui.common.PngBytes;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.transform.Scale;

/** What is on the screen as a PNG, at twice its size, as far as that is not too large. */
public final class NodePicture {
    private static final double DETAIL = 2;
    /** More than that, and a picture takes hundreds of megabytes. */
    private static final double MOST_PIXELS = 16_000_000;

    private NodePicture() {}

    /** Of {@code node} with what scrolls in it. On the JavaFX thread; completes on any. */
    public static CompletableFuture<byte[]> of(Node node, Jobs jobs) {
        FxThread.check();
        var done = new CompletableFuture<byte[]>();
        var size = node.getLayoutBounds();
        if (size.getWidth() < 1 || size.getHeight() < 1) {
            done.completeExceptionally(new IllegalStateException("nothing is shown"));
            return done;
        }
        var detail = Math.min(DETAIL, Math.sqrt(MOST_PIXELS / (size.getWidth() * size.getHeight())));
        var parameters = new SnapshotParameters();
        parameters.setTransform(new Scale(detail, detail));
        parameters.setFill(ground(node));
        var image = node.snapshot(parameters, null);
        jobs.start(() -> PngBytes.of(image), done::complete, done::completeExceptionally);
        return done;
    }

    /** What it stands on: the nearest that is painted at all. */
    private static Paint ground(Node node) {
        for (var each = node; each != null; each = each.getParent()) {
            if (each instanceof Region region && region.getBackground() != null) {
                for (var fill : region.getBackground().getFills().reversed()) {
                    if (fill.getFill() instanceof Color colour && colour.isOpaque()) {
                        return colour;
                    }
                }
            }
        }
        return Color.WHITE;
    }
}
