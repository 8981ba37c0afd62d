package app.pitot.ui.controls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeometryTest {
    @Nested
    class Dial {
        @ParameterizedTest
        @CsvSource({"0,0", "10,0", "100,0.3333", "1000,0.6667", "10000,1", "50000,1", "-3,0", "NaN,0"})
        void isLogarithmicAndNeverLeavesItsArc(double speed, double fraction) {
            assertThat(DialGeometry.fraction(speed)).isEqualTo(fraction, within(0.0001));
        }

        @Test
        void runsFromLowerLeftOverTheTopToLowerRight() {
            var dial = DialGeometry.fit(268, 160);
            assertThat(dial.x(0, dial.radius())).isLessThan(dial.centreX());
            assertThat(dial.y(0, dial.radius())).isEqualTo(dial.centreY() + dial.radius() / 2, within(1e-9));
            assertThat(dial.x(0.5, dial.radius())).isEqualTo(dial.centreX(), within(1e-9));
            assertThat(dial.y(0.5, dial.radius())).isEqualTo(dial.centreY() - dial.radius(), within(1e-9));
            assertThat(dial.x(1, dial.radius())).isEqualTo(268 - dial.x(0, dial.radius()), within(1e-9));
        }

        @ParameterizedTest
        @CsvSource({"268,160", "100,300", "400,90"})
        void fitsWithItsMarkIntoAnySize(double w, double h) {
            var dial = DialGeometry.fit(w, h);
            for (var f = 0.0; f <= 1; f += 0.01) {
                assertThat(dial.x(f, dial.radius() + 13)).isBetween(0.0, w);
                assertThat(dial.y(f, dial.radius() + 13)).isGreaterThanOrEqualTo(0);
                assertThat(dial.y(f, dial.radius()) + DialGeometry.STROKE / 2).isLessThanOrEqualTo(h + 1e-9);
            }
        }
    }

    @Nested
    class Gauge {
        @Test
        void partsFollowEachOther() {
            assertThat(GaugeGeometry.of(200, 0.5, 0.1, 0.2, 1)).isEqualTo(new GaugeGeometry(80, 100, 140));
        }

        @Test
        void neverOverflows() {
            assertThat(GaugeGeometry.of(200, 0.9, 2, 0.4, 1)).isEqualTo(new GaugeGeometry(0, 180, 200));
            assertThat(GaugeGeometry.of(200, 1.7, 0, 0, 1)).isEqualTo(new GaugeGeometry(200, 200, 200));
            assertThat(GaugeGeometry.of(200, -1, -1, -1, 1)).isEqualTo(new GaugeGeometry(0, 0, 0));
        }

        @ParameterizedTest
        @ValueSource(doubles = {1, 1.25, 1.5, 2})
        void edgesFallOnDevicePixels(double scale) {
            var edges = GaugeGeometry.of(267, 0.4177, 0.033, 0.04, scale);
            for (var edge : new double[]{edges.solid(), edges.coming(), edges.reserved()}) {
                assertThat(edge * scale).isEqualTo(Math.rint(edge * scale), within(1e-9));
            }
        }
    }

    @Nested
    class Rhythm {
        @Test
        void fewBarsFillFromTheLeftAndSilenceIsADot() {
            var at = RhythmGeometry.of(new int[]{0, 50, 100}, false, 256, 26, 1);
            assertThat(at.x()).containsExactly(0, 4, 8);
            assertThat(at.height()).containsExactly(2, 13, 26);
            assertThat(at.width()).containsExactly(3, 3, 3);
        }

        @Test
        void fewBarsOfAWholeReplyFillTheWidth() {
            var at = RhythmGeometry.of(new int[]{10, 50, 100, 30}, true, 256, 26, 1);
            assertThat(at.x()).containsExactly(0, 64, 128, 192);
            assertThat(at.x()[3] + at.width()[3]).isEqualTo(255);
        }

        @Test
        void oneSpikeIsClippedAndMarkedAndTheOthersStayReadable() {
            var bars = new int[40];
            Arrays.fill(bars, 60);
            bars[0] = 2_000;
            var at = RhythmGeometry.of(bars, true, 256, 26, 1);
            assertThat(at.height()[0]).isEqualTo(26);
            assertThat(at.clipped()[0]).isTrue();
            assertThat(at.height()[1]).isGreaterThan(15);
            assertThat(at.clipped()[1]).isFalse();
        }

        @Test
        void anEvenReplyIsNeverClipped() {
            var bars = IntStream.range(0, 64).map(i -> 50 + i % 20).toArray();
            assertThat(RhythmGeometry.of(bars, true, 256, 26, 1).clipped()).containsOnly(false);
            assertThat(RhythmGeometry.of(new int[]{0, 0}, true, 256, 26, 1).height()).containsExactly(2, 2);
        }

        @Test
        void barsDoNotTouchNorLeaveTheStrip() {
            var at = RhythmGeometry.of(new int[64], true, 265, 26, 1.25);
            for (var i = 1; i < 64; i++) {
                assertThat(at.x()[i]).isGreaterThan(at.x()[i - 1] + at.width()[i - 1]);
            }
            assertThat(at.x()[63] + at.width()[63]).isLessThanOrEqualTo(265);
        }
    }

    @Nested
    class Day {
        private final DayCurve half = new DayCurve(DayCurve.DAY, List.of(), 1000L, "1,000", new int[]{0, 720},
                new long[]{0, 500}, 720, 500,
                null,
                null);

        @Test
        void theLimitIsTheTop() {
            var at = DayChartGeometry.of(half, 267, 92);
            assertThat(at.y(1000)).isEqualTo(at.top());
            assertThat(at.y(0)).isEqualTo(at.bottom());
            assertThat(at.y(500)).isEqualTo((at.top() + at.bottom()) / 2);
            assertThat(at.y(4000)).isEqualTo(at.top());
            assertThat(at.x(720)).isEqualTo((at.left() + at.right()) / 2);
        }

        @Test
        void withoutALimitTheCurveKeepsSomeAir() {
            var free = new DayCurve(DayCurve.DAY, List.of(), null, null, new int[]{0}, new long[]{0}, 10, 400, null,
                    null);
            var at = DayChartGeometry.of(free, 267, 92);
            assertThat(at.y(400)).isGreaterThan(at.top());
            var nothing = DayCurve.empty();
            assertThat(DayChartGeometry.of(nothing, 267, 92).y(0)).isEqualTo(at.bottom());
        }
    }

    @Nested
    class Tabular {
        @Test
        void digitsStandAloneAndWordsTogether() {
            var runs = TabularLayout.runs("≈2,987 tokens");
            assertThat(runs).containsExactly("≈", "2", ",", "9", "8", "7", " tokens");
            assertThat(TabularLayout.runs("")).isEmpty();
            assertThat(TabularLayout.runs("– ms")).containsExactly("– ms");
        }

        @Test
        void aNarrowDigitTakesAsMuchRoomAsAWideOne() {
            var one = TabularLayout.positions(List.of("1", "0"), new double[]{4, 8}, 8);
            var two = TabularLayout.positions(List.of("0", "0"), new double[]{8, 8}, 8);
            assertThat(one).containsExactly(2, 8, 16);
            assertThat(two).containsExactly(0, 8, 16);
        }
    }

    @Nested
    class Easing {
        @Test
        void arrivesInTimeSlowingDownAndNeverBeyond() {
            var eased = new Eased(1);
            eased.aim(120, 0);
            eased.aim(120, 10);
            assertThat(eased.step(1_000)).isTrue();
            assertThat(eased.get(0)).isZero();
            eased.step(1_000 + 60_000_000);
            assertThat(eased.get(0)).isEqualTo(7.5);
            assertThat(eased.step(1_000 + 120_000_000)).isFalse();
            assertThat(eased.get(0)).isEqualTo(10);
            assertThat(eased.step(1_000 + 900_000_000)).isFalse();
        }

        @Test
        void jumpsAtFirstAndWhenMotionIsReduced() {
            var eased = new Eased(2);
            eased.aim(120, 3, 4);
            assertThat(eased.get(1)).isEqualTo(4);
            eased.aim(0, 5, 6);
            assertThat(eased.get(0)).isEqualTo(5);
            assertThat(eased.moving()).isFalse();
        }

        @Test
        void aNewTargetStartsFromWhereItIs() {
            var eased = new Eased(1);
            eased.aim(120, 0);
            eased.aim(120, 10);
            eased.step(0);
            eased.step(60_000_000);
            eased.aim(120, 0);
            eased.step(60_000_000);
            assertThat(eased.get(0)).isEqualTo(7.5);
            eased.aim(120, 0);
            eased.step(200_000_000);
            assertThat(eased.get(0)).as("the same target again does not start over").isZero();
        }
    }
}
