package app.pitot.ui.compare.pictures;

import java.util.List;

/**
 * A place of a picture that can be read, in the picture's units.
 *
 * @param lane index of the lane that it belongs to
 * @param words what is read there
 */
record Spot(double x, double y, double width, double height, int lane, String words) {
    static Spot around(double x, double y, double radius, int lane, String words) {
        return new Spot(x - radius, y - radius, 2 * radius, 2 * radius, lane, words);
    }

    double middleX() {
        return x + width / 2;
    }

    double middleY() {
        return y + height / 2;
    }

    /** 0 within. */
    double distance(double px, double py) {
        return Math.hypot(Math.max(0, Math.max(x - px, px - x - width)),
                Math.max(0, Math.max(y - py, py - y - height)));
    }

    /** Index of the one nearest to a point, the nearest middle among those that hold it; -1 if none is within {@code reach}. */
    static int nearest(List<Spot> spots, double px, double py, double reach) {
        var best = -1;
        for (var i = 0; i < spots.size(); i++) {
            if (spots.get(i).distance(px, py) <= reach
                    && (best < 0 || order(spots.get(i), px, py) < order(spots.get(best), px, py))) {
                best = i;
            }
        }
        return best;
    }

    private static double order(Spot spot, double px, double py) {
        return spot.distance(px, py) + Math.hypot(spot.middleX() - px, spot.middleY() - py) / 1_000;
    }

    /** Index of the spot in the next lane that has any, upwards or downwards, nearest below or above; {@code from} if there is none. */
    static int inNextLane(List<Spot> spots, int from, int step) {
        var here = spots.get(from);
        var best = from;
        for (var i = 0; i < spots.size(); i++) {
            var there = spots.get(i);
            if ((there.lane() - here.lane()) * step > 0 && (best == from || closer(there, spots.get(best), here))) {
                best = i;
            }
        }
        return best;
    }

    private static boolean closer(Spot one, Spot other, Spot here) {
        var lanes = Math.abs(one.lane() - here.lane()) - Math.abs(other.lane() - here.lane());
        return lanes < 0 || lanes == 0
                && Math.abs(one.middleX() - here.middleX()) < Math.abs(other.middleX() - here.middleX());
    }
}
