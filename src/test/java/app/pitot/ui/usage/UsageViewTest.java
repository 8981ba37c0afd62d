package app.pitot.ui.usage;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.base.Clocks;
import app.pitot.base.Ticker;
import app.pitot.store.Theme;
import app.pitot.store.UsageChoice;
import app.pitot.ui.common.FxTest;
import app.pitot.ui.common.Jobs;
import app.pitot.ui.common.ManualDelays;
import app.pitot.usage.Grouping;
import app.pitot.usage.RequestFilter;
import app.pitot.usage.Span;
import app.pitot.usage.Totals;
import app.pitot.usage.UsageReport;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.application.ColorScheme;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

class UsageViewTest extends FxTest {
    private static final Path PICTURES = Path.of("target/usage");
    private final List<RequestFilter> opened = new ArrayList<>();
    private final FakeUsages usages = new FakeUsages(query -> SampleReports.busy(query, 9, SampleReports.NOW));
    private UsageModel model;
    private UsageHost host;

    private Stage open(double width, double height, Span span) {
        return open(width, height, span, Grouping.MODEL);
    }

    private Stage open(double width, double height, Span span, Grouping by) {
        var stage = show(() -> {
            model = new UsageModel(usages, () -> SampleReports.NAMES,
                    new Clocks(Ticker.system(), InstantSource.fixed(SampleReports.NOW)), SampleReports.BERLIN,
                    () -> SampleReports.BERLIN,
                    new Jobs(Runnable::run, Runnable::run), new ManualDelays(),
                    new UsageChoice(span, by, false, Map.of()), _ -> {});
            host = new UsageHost();
            host.put(UsageTab.USAGE, () -> new UsageView(model, opened::add, () -> {}));
            host.show(UsageTab.USAGE);
            model.visible(true);
            return host;
        }, width, height);
        pulses(3);
        return stage;
    }

    private void look(String name, Stage stage) {
        write(snapshot(stage.getScene()), PICTURES.resolve(name + ".png"));
    }

    @Test
    void theEssentialFitsALaptop() {
        var stage = open(1298, 742, Span.of(Span.Kind.DAYS_30));
        look("30-dark", stage);
        var scroll = fx(() -> (ScrollPane) stage.getScene().lookup(".scroll-pane"));
        onFx(() -> scroll.setVvalue(1));
        pulses(2);
        look("30-dark-end", stage);
        onFx(() -> desktop.set(ColorScheme.LIGHT));
        pulses(2);
        onFx(() -> scroll.setVvalue(0));
        pulses(2);
        look("30-light", stage);
    }

    @Test
    void aSmallWindowScrolls() {
        look("30-small", open(692, 494, Span.of(Span.Kind.DAYS_30)));
    }

    @Test
    void todayByTheHour() {
        look("today", open(1298, 742, Span.today(), Grouping.PROVIDER));
    }

    @Test
    void highContrast() {
        var stage = open(1298, 742, Span.of(Span.Kind.DAYS_7), Grouping.ACCOUNT);
        assertThat(fx(() -> model.face().get().rows().stream().map(GroupRow::name).toList())).containsExactly("Work",
                "Removed account 9b1d77aa", "All");
        onFx(() -> {
            var theme = theme();
            theme.themeProperty().set(Theme.CONTRAST);
            theme.apply(stage.getScene());
        });
        pulses(3);
        look("7-contrast", stage);
        var narrow = open(692, 494, Span.of(Span.Kind.DAYS_30));
        onFx(() -> ((ScrollPane) narrow.getScene().lookup(".scroll-pane")).setVvalue(0.55));
        pulses(2);
        look("30-small-middle", narrow);
        onFx(() -> ((ScrollPane) narrow.getScene().lookup(".scroll-pane")).setVvalue(1));
        pulses(2);
        look("30-small-end", narrow);
    }

    @Test
    void aYearOfDaysAndManyGroups() {
        look("all",
                open(1298, 742, Span.own(LocalDate.of(2025, 3, 10), LocalDate.of(2026, 4, 14))));
    }

    @Test
    void theArrowKeysReadSingleSlotsInAllCharts() {
        var stage = open(1298, 742, Span.of(Span.Kind.DAYS_30));
        var charts = fx(() -> stage.getScene().getRoot().lookupAll(".stack-chart").stream().map(StackChart.class::cast)
                .toList());
        assertThat(fx(charts.getFirst()::getAccessibleText)).startsWith("Tokens. Most on ")
                .endsWith("Left and right read single times.");
        onFx(charts.getFirst()::requestFocus);
        press(KeyCode.LEFT);
        assertThat(fx(charts.getFirst()::getAccessibleText)).startsWith("Tue 14 Apr: ").contains(" tokens. 2 others: ");
        look("read", stage);
        press(KeyCode.LEFT);
        press(KeyCode.UP);
        assertThat(fx(charts.getFirst()::getAccessibleText)).startsWith("Mon 13 Apr. Cerebras gpt-oss-120b: ");
        assertThat(fx(() -> model.cursor().get())).isEqualTo(28);
        look("read-layer", stage);
        press(KeyCode.ENTER);
        assertThat(opened).hasSize(1);
        assertThat(opened.getFirst().from()).isEqualTo("2026-04-12T22:00:00Z");
        assertThat(opened.getFirst().until()).isEqualTo("2026-04-13T22:00:00Z");
        assertThat(opened.getFirst().models()).containsExactly("gpt-oss-120b");
        assertThat(opened.getFirst().providers()).containsExactly("cerebras");
        press(KeyCode.ESCAPE);
        assertThat(fx(() -> model.cursor().get())).isEqualTo(-1);
    }

    @Test
    void everyChartHasATableInItsPlace() {
        var stage = open(1298, 742, Span.of(Span.Kind.DAYS_7));
        var toggles = fx(() -> stage.getScene().getRoot().lookupAll(".card-button").stream()
                .filter(ToggleButton.class::isInstance).map(ToggleButton.class::cast).toList());
        assertThat(toggles).hasSize(6);
        onFx(() -> toggles.forEach(ToggleButton::fire));
        pulses(3);
        assertThat(fx(() -> stage.getScene().getRoot().lookupAll(".figures-table")).size()).isEqualTo(7);
        look("tables", stage);
    }

    @Test
    void anHourOfTheWeekLeadsToTheNewestSuchHour() {
        var stage = open(1298, 742, Span.of(Span.Kind.DAYS_7));
        var heat = fx(() -> (HeatChart) stage.getScene().getRoot().lookup(".heat-chart"));
        onFx(heat::requestFocus);
        press(KeyCode.RIGHT);
        for (int i = 0; i < 8; i++) {
            press(KeyCode.RIGHT);
        }
        assertThat(fx(heat::getAccessibleText)).startsWith("Monday, 08:00 to 09:00. ").contains(" requests. ");
        look("heat", stage);
        press(KeyCode.ENTER);
        assertThat(opened).hasSize(1);
        assertThat(opened.getFirst().from()).as("Monday, eight in Berlin").isEqualTo("2026-04-13T06:00:00Z");
    }

    @Test
    void nothingInTheseDaysLeadsToAllOfThem() {
        usages.answer = query -> new UsageReport(query, Totals.NOTHING, List.of(),
                List.of(),
                List.of(), List.of(), SampleReports.NOW.minusSeconds(9_000_000));
        var stage = open(1298, 742, Span.today());
        look("empty", stage);
        onFx(() -> ((Button) stage.getScene().getRoot().lookup(".usage-empty .button")).fire());
        assertThat(fx(() -> model.kind().get())).isEqualTo(Span.Kind.ALL);
    }

    @Test
    void ownDaysAreCheckedInPlace() {
        var stage = open(1298, 742, Span.of(Span.Kind.DAYS_7));
        onFx(() -> model.kind().set(Span.Kind.OWN));
        pulses(2);
        assertThat(fx(() -> model.from().get())).isEqualTo("2026-04-08");
        onFx(() -> model.to().set("2026-04-01"));
        pulses(2);
        assertThat(fx(() -> model.own().get().problem())).isEqualTo("The last day comes before the first.");
        look("own", stage);
    }

    @Test
    void aFailureKeepsWhatWasShownAndSaysWhatToDo() {
        var stage = open(1298, 742, Span.of(Span.Kind.DAYS_7));
        usages.broken = "The usage record cannot be read: the disk is full. Make room, then try again.";
        onFx(() -> model.by().set(Grouping.PROVIDER));
        pulses(2);
        look("failed", stage);
        assertThat(fx(() -> model.face().get())).isNotNull();
        assertThat(fx(() -> model.stale().get())).isFalse();
        assertThat(fx(() -> model.problem().get())).contains("Make room");
        usages.broken = null;
        onFx(model::again);
        assertThat(fx(() -> model.problem().get())).isEmpty();
    }
}
