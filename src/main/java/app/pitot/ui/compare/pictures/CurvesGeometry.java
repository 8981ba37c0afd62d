package app.pitot.ui.compare.pictures;

import app.pitot.base.Texts;
import app.pitot.compare.Measure;
import app.pitot.ui.common.Format;
import app.pitot.ui.controls.Axis;
import java.util.ArrayList;
import java.util.List;

/** Where the lines of speed over time run. */
record CurvesGeometry(Axis time, Axis speed, double left, double right, double top, double bottom) {
    private static final double LEFT = 64;
    private static final double RIGHT = 20;
    private static final double TOP = 8;
    private static final double BOTTOM = 22;
    /** Letters closer than this would lie upon each other. */
    private static final double LETTER_WIDTH = 12;
    private static final double LETTER_HEIGHT = 12;
    private static final int READ_EVERY = 4;

    /** Where a line's letter stands. */
    record Letter(int lane, double x, double y) {}

    static CurvesGeometry of(Curves curves, double w, double h) {
        return new CurvesGeometry(curves.time(), curves.speed(), LEFT, Math.max(LEFT + 1, w - RIGHT), TOP,
                Math.max(TOP + 1, h - BOTTOM));
    }

    double x(double seconds) {
        return left + (right - left) * time.part(seconds);
    }

    double y(double perSecond) {
        return bottom - (bottom - top) * speed.part(perSecond);
    }

    /** At the end of each line, moved apart where lines end together; in the order of lanes. */
    List<Letter> letters(Curves curves) {
        var letters = new ArrayList<Letter>();
        for (var line : curves.lines()) {
            if (line.size() > 0) {
                var x = x(line.seconds()[line.size() - 1]) + 4;
                letters.add(new Letter(line.lane(), x, free(letters, x, y(line.speeds()[line.size() - 1]))));
            }
        }
        return letters;
    }

    private double free(List<Letter> taken, double x, double y) {
        for (var step = 0;; step++) {
            // 0, 1 up, 1 down, 2 up, ...
            var at = y + (step % 2 == 0 ? 1 : -1) * ((step + 1) / 2) * LETTER_HEIGHT;
            if (at >= top && at <= bottom || step > 2 * taken.size() + 2) {
                var clear = taken.stream().noneMatch(each -> Math.abs(each.x() - x) < LETTER_WIDTH
                        && Math.abs(each.y() - at) < LETTER_HEIGHT);
                if (clear || step > 4 * taken.size() + 4) {
                    return at;
                }
            }
        }
    }

    /** Every few points of each line, lane by lane. */
    List<Spot> spots(Curves curves) {
        var spots = new ArrayList<Spot>();
        var measure = curves.bytes() ? Measure.TEXT_SPEED : Measure.OUTPUT_SPEED;
        for (var line : curves.lines()) {
            for (var i = 0; i < line.size(); i += READ_EVERY) {
                spots.add(Spot.around(x(line.seconds()[i]), y(line.speeds()[i]), 3, line.lane(),
                        Texts.get("pictures.spot.curve", line.letter(), Format.duration(line.seconds()[i] * 1_000),
                                Quantities.value(measure, line.speeds()[i]))));
            }
        }
        return spots;
    }
}
