package app.pitot.ui.requests;

import app.pitot.ui.requests.Phases.Part;
import java.util.ArrayList;
import java.util.List;

/** Where the stretches of a request stand in a picture: our clock above, the provider's below. */
record PhaseGeometry(List<Piece> pieces) {
    static final double BAR = 16;
    static final double LANE = 24;
    static final double TOP = 4;
    /** A part that took any time is there to be seen. */
    private static final double LEAST = 2;

    /** One stretch, in the picture's units. */
    record Piece(Part part, double x, double y, double width) {
        boolean holds(double px, double py) {
            return px >= x - 1 && px <= x + width + 1 && py >= y - 3 && py <= y + BAR + 3;
        }
    }

    static PhaseGeometry of(Phases phases, double left, double width) {
        double scale = phases.until() > 0 ? Math.max(0, width - left) / phases.until() : 0;
        var pieces = new ArrayList<Piece>();
        for (var part : phases.parts()) {
            double x = left + part.from() * scale;
            pieces.add(new Piece(part, Math.min(x, width - LEAST), part.phase().told() ? TOP + LANE : TOP,
                    Math.max(LEAST, part.ms() * scale - 1)));
        }
        return new PhaseGeometry(List.copyOf(pieces));
    }

    /** Index of the stretch at a point; -1 for none. */
    int at(double x, double y) {
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i).holds(x, y)) {
                return i;
            }
        }
        return -1;
    }
}
