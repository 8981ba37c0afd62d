package app.pitot.ui.transcript;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;

/** The outlines that JavaFX gives for a range of text, as the rectangles that they are. */
final class Shapes {
    private Shapes() {}

    static List<Rectangle2D> rectangles(PathElement[] outline) {
        var found = new ArrayList<Rectangle2D>();
        double[] box = null;
        for (var element : outline) {
            if (element instanceof MoveTo start) {
                add(box, found);
                box = new double[]{start.getX(), start.getY(), start.getX(), start.getY()};
            } else if (element instanceof LineTo line && box != null) {
                box[0] = Math.min(box[0], line.getX());
                box[1] = Math.min(box[1], line.getY());
                box[2] = Math.max(box[2], line.getX());
                box[3] = Math.max(box[3], line.getY());
            }
        }
        add(box, found);
        return found;
    }

    private static void add(double[] box, List<Rectangle2D> found) {
        if (box != null) {
            found.add(new Rectangle2D(box[0], box[1], box[2] - box[0], box[3] - box[1]));
        }
    }
}
