package app.pitot.ui.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.base.Provenance;
import app.pitot.provider.Metric;
import app.pitot.quota.Curve;
import app.pitot.quota.DayUse;
import app.pitot.quota.Forecast;
import app.pitot.ui.common.FxTest;
import app.pitot.ui.controls.DayChart;
import app.pitot.ui.controls.FigureLabel;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import javafx.application.ColorScheme;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

class DayViewTest extends FxTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private List<DayView> views;

    private static DayFace unknown() {
        return DayFaces.of(null, Samples.NOON, ZoneOffset.UTC);
    }

    private static DayFace requests() {
        var start = Instant.parse("2026-04-14T00:00:00Z");
        return DayFaces.of(new DayUse(Metric.REQUESTS, 50L, 50, 0L, 53, 3, start,
                new Forecast(0.4, 0.2, Samples.NOON, start.plusSeconds(86_400), 23.5),
                new Curve(new int[]{0, 300, 420, 500, 560, 679}, new long[]{0, 4, 12, 30, 50, 50}), Provenance.REPORTED,
                false), Samples.NOON, BERLIN);
    }

    /** The day on which the clocks go back. */
    private static DayFace own() {
        var start = Instant.parse("2026-10-24T22:00:00Z");
        var now = Instant.parse("2026-10-24T23:50:00Z");
        return DayFaces.of(new DayUse(Metric.USD, 2_000_000L, 1_240_000, 760_000L, 9, 0, start,
                new Forecast(15_000, 12_000, Instant.parse("2026-10-25T00:40:00Z"), start.plusSeconds(25 * 3_600),
                        147_000),
                new Curve(new int[]{0, 20, 50, 80, 110}, new long[]{0, 200_000, 420_000, 800_000, 1_240_000}),
                Provenance.ESTIMATED, true), now, BERLIN);
    }

    @Test
    void requestsThatNobodyAnsweredAreNoUse() {
        var start = Instant.parse("2026-04-14T00:00:00Z");
        var day = new DayUse(Metric.TOKENS, 1_000_000L, 0, 1_000_000L, 5, 0, start,
                Forecast.idle(start.plusSeconds(86_400), 0), Samples.burning().curve(), Provenance.REPORTED, false);
        assertThat(DayFaces.of(day, Samples.NOON, ZoneOffset.UTC).requests()).isEqualTo("5 sent · none answered");
    }

    @Test
    void showsEachStateInWordsAndInBothSchemes() {
        var faces = List.of(unknown(), DayFaces.of(Samples.burning(), Samples.NOON, BERLIN),
                DayFaces.of(Samples.idle(), Samples.NOON, ZoneOffset.UTC), requests(), own());
        var stage = show(() -> {
            views = faces.stream().map(_ -> new DayView()).toList();
            var box = new VBox(18);
            box.getChildren().addAll(views);
            box.setPadding(new Insets(12));
            return box;
        }, 291, 720);
        onFx(() -> {
            for (var i = 0; i < faces.size(); i++) {
                views.get(i).show(faces.get(i));
            }
        });
        for (var scheme : ColorScheme.values()) {
            onFx(() -> desktop.set(scheme));
            pulses(3);
            write(snapshot(stage.getScene()), Path.of("target/day/day-" + scheme + ".png"));
        }
        assertThat(texts(0)).contains("–");
        assertThat(texts(1)).contains("runs out 16:12", "5 % behind an even day", "417,690 used · 8,140 / min");
        assertThat(texts(2)).contains("lasts until reset", "12 % ahead of an even day");
        assertThat(texts(3)).contains("used up, refused", "50 used · 0.4 / min", "53 sent · 3 refused");
        // Half past two comes twice in that night.
        assertThat(texts(4)).contains("runs out 02:40 CEST", "$1.24 used · $0.015 / min", "55 % ahead of an even day");
        assertThat(button(2)).isEqualTo("Set a budget…");
        assertThat(button(4)).as("one is set").isEqualTo("Budgets…");
        fx(() -> {
            for (var i = 0; i < faces.size(); i++) {
                var chart = (DayChart) views.get(i).lookup(".day-chart");
                assertThat(chart.getAccessibleText()).isEqualTo(faces.get(i).spoken());
            }
            return null;
        });
        assertThat(faces.get(4).spoken()).startsWith("Your cost today: runs out 02:40 CEST, of $2.00, $1.24 used")
                .endsWith("The day resets at 00:00 by your clock.");
        assertThat(faces.get(4).curve().length()).isEqualTo(25 * 60);
        assertThat(faces.get(4).curve().ticks()).extracting(tick -> tick.minute() + " " + tick.text())
                .containsExactly("0.0 00", "420.0 06", "780.0 12", "1140.0 18", "1500.0 24");
    }

    private String button(int i) {
        return fx(() -> ((Button) views.get(i).lookup(".button")).getText());
    }

    private String texts(int i) {
        return fx(() -> views.get(i).lookupAll(".figure").stream().map(n -> ((FigureLabel) n).getText())
                .collect(Collectors.joining("|")));
    }
}
