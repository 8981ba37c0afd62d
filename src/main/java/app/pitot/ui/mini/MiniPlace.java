package app.pitot.ui.mini;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/** Where a small window goes: where it was, as far as that is on a screen, else a corner that is free. */
final class MiniPlace {
    private static final double MARGIN = 16;

    private MiniPlace() {}

    /**
     * @param saved its upper left corner when it was shown last; null if it never was
     * @param screens without docks and panels, the main one first; at least one
     * @param taken by the window whose dial it would cover; null if that is not in sight
     */
    static Point2D of(Point2D saved, double width, double height, List<Rectangle2D> screens, Rectangle2D taken) {
        var main = screens.getFirst();
        if (saved == null || !Double.isFinite(saved.getX()) || !Double.isFinite(saved.getY())) {
            return corner(width, height, main, taken);
        }
        var middle = new Point2D(saved.getX() + width / 2, saved.getY() + height / 2);
        var nearest = screens.stream().min((a, b) -> Double.compare(distance(a, middle), distance(b, middle)))
                .orElse(main);
        return new Point2D(inside(saved.getX(), width, nearest.getMinX(), nearest.getMaxX()),
                inside(saved.getY(), height, nearest.getMinY(), nearest.getMaxY()));
    }

    /** The upper right one; if the window lies there, another that it leaves free, and else the one of least use. */
    private static Point2D corner(double width, double height, Rectangle2D screen, Rectangle2D taken) {
        double left = screen.getMinX() + MARGIN;
        double right = screen.getMaxX() - width - MARGIN;
        double top = screen.getMinY() + MARGIN;
        double bottom = screen.getMaxY() - height - MARGIN;
        var best = new Point2D(right, bottom);
        for (var each : List.of(new Point2D(left, top), new Point2D(left, bottom), best, new Point2D(right, top))) {
            if (taken == null || !taken.intersects(each.getX(), each.getY(), width, height)) {
                best = each;
            }
        }
        return best;
    }

    private static double inside(double at, double length, double min, double max) {
        return Math.max(min, Math.min(at, max - length));
    }

    private static double distance(Rectangle2D screen, Point2D point) {
        double x = Math.max(0, Math.max(screen.getMinX() - point.getX(), point.getX() - screen.getMaxX()));
        double y = Math.max(0, Math.max(screen.getMinY() - point.getY(), point.getY() - screen.getMaxY()));
        return Math.hypot(x, y);
    }
}
