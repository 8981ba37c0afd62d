package app.pitot.ui.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.accounts.Household;
import app.pitot.accounts.NewSecrets;
import app.pitot.base.Clocks;
import app.pitot.base.Provenance;
import app.pitot.exchange.Phase;
import app.pitot.keys.KeyException;
import app.pitot.provider.AccountEntry;
import app.pitot.provider.AccountEntry.Route;
import app.pitot.provider.Allowance;
import app.pitot.provider.Catalogue;
import app.pitot.provider.KeyPlace;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.provider.Refill;
import app.pitot.provider.Limit;
import app.pitot.quota.Audit;
import app.pitot.quota.Correction;
import app.pitot.quota.QuotaSnapshot;
import app.pitot.quota.RawHeader;
import app.pitot.quota.WindowDetails;
import app.pitot.quota.WindowDetails.Sample;
import app.pitot.quota.WindowState;
import app.pitot.quota.WindowState.Level;
import app.pitot.quota.WindowState.Next;
import app.pitot.ui.common.FxTest;
import app.pitot.ui.common.Jobs;
import app.pitot.ui.common.ManualDelays;
import app.pitot.ui.controls.FigureLabel;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import javafx.application.ColorScheme;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.Popup;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstrumentsViewTest extends FxTest {
    private final InstrumentsModel model = new InstrumentsModel(new Clocks(() -> 0, () -> Samples.NOON), ZoneOffset.UTC,
            new ManualDelays());

    private InstrumentsView view;

    private javafx.stage.Stage open() {
        return show(() -> view = new InstrumentsView(model), 300, 742);
    }

    private String texts() {
        return fx(() -> view.lookupAll(".figure").stream().map(n -> ((FigureLabel) n).getText())
                .collect(Collectors.joining("|")));
    }

    @Test
    void showsTheDrawingsFigures() {
        open();
        onFx(() -> {
            model.showSpeed(Samples.finished(), Phase.ENDED);
            model.showQuota(Samples.drawing());
        });
        pulses(2);
        assertThat(texts()).contains("2,987", "142 ms", "388 ms", "1,204", "582,310", "resets in 12 h 41 min",
                "full again in 1.8 s", "reported 2 s ago", "runs out 14:12");
    }

    @Test
    void whateverBindsSixWindowsFitALowScreenAndAreAsHigh() {
        show(() -> view = new InstrumentsView(model), 300, 716);
        onFx(() -> model.showSpeed(Samples.finished(), Phase.ENDED));
        for (var plan : List.of(Samples.six(), Samples.five(), Samples.eight())) {
            var heights = new HashSet<Double>();
            for (var i = 0; i < plan.windows().size(); i++) {
                var bound = Samples.bound(plan, i);
                onFx(() -> model.showQuota(bound));
                pulses(3);
                var scroll = (ScrollPane) view.lookup(".scroll-pane");
                var content = (Region) scroll.getContent();
                heights.add(content.getHeight());
                assertThat(content.getHeight()).isLessThanOrEqualTo(scroll.getViewportBounds().getHeight());
                assertThat(content.getWidth()).isEqualTo(291);
                assertOneLine();
            }
            assertThat(heights).hasSize(1);
        }
    }

    @Test
    void fourWindowsFitALowScreenToo() {
        var stage = show(() -> view = new InstrumentsView(model), 300, 716);
        onFx(() -> {
            view.onBudget(() -> {});
            model.showSpeed(Samples.finished(), Phase.ENDED);
            model.showAudit(new Audit(2_700, 2_695, 1, null));
            model.showQuota(new QuotaSnapshot(Samples.bound(Samples.six(), 0).windows().subList(0, 4),
                    Samples.burning()));
        });
        pulses(3);
        var scroll = (ScrollPane) view.lookup(".scroll-pane");
        assertThat(fx(() -> ((Region) scroll.getContent()).getHeight()))
                .isLessThanOrEqualTo(scroll.getViewportBounds().getHeight());
        onFx(() -> stage.setHeight(900));
        pulses(3);
        assertThat(fx(() -> view.lookupAll(".dense"))).as("with room they stand apart").isEmpty();
    }

    @Test
    void anOfferedLimitLeavesTheDayInSight(@TempDir Path folder) throws KeyException {
        try (var house = Household.apart(folder, Catalogue.shipped(), Clocks.system(), _ -> {})) {
            var id = house.book().add(new AccountEntry(null, "cerebras", "", null, null, "cerebras-free-2026-04",
                    List.of(), KeyPlace.NONE, true, List.of(), Route.DIRECT), NewSecrets.none()).id();
            var corrections = new CorrectionsModel(house.corrections(), new Jobs(Runnable::run, Runnable::run),
                    new ManualDelays());
            var stage = show(() -> view = new InstrumentsView(model, corrections), 300, 716);
            onFx(() -> {
                view.onBudget(() -> {});
                model.showSpeed(Samples.finished(), Phase.ENDED);
                model.showAudit(new Audit(2_700, 695, 9, 960));
                corrections.show(id, List.of(
                        new Correction(Metric.TOKENS, Period.DAY, 1_000_000L, 500_000L, Instant.EPOCH)));
            });
            for (var plan : List.of(Samples.four(), Samples.five(), Samples.six(), Samples.eight())) {
                onFx(() -> model.showQuota(plan));
                pulses(3);
                var scroll = (ScrollPane) view.lookup(".scroll-pane");
                write(snapshot(stage.getScene()), Path.of("target", "offered", plan.windows().size() + ".png"));
                assertThat(fx(() -> ((Region) scroll.getContent()).getHeight()))
                        .isLessThanOrEqualTo(scroll.getViewportBounds().getHeight());
                var words = fx(() -> ((Label) view.lookup(".correction > .label")).getText());
                assertThat(words).isEqualTo("TPD: provider 500,000, plan 1,000,000");
            }
        }
    }

    @Test
    void noLimitNoQuotaAndNoNewsStandOnOneLineEach() {
        var stage = open();
        for (var scheme : ColorScheme.values()) {
            onFx(() -> {
                desktop.set(scheme);
                model.showQuota(new QuotaSnapshot(List.of(
                        told(Metric.UNCACHED_TOKENS, Period.MINUTE, 0L, 0L, true, Allowance.BLOCKED),
                        told(Metric.UNCACHED_TOKENS, Period.HOUR, null, null, false, Allowance.UNLIMITED),
                        told(Metric.REQUESTS, Period.MINUTE, 30L, null, false, Allowance.LIMITED),
                        told(Metric.REQUESTS, Period.HOUR, 0L, 0L, false, Allowance.BLOCKED),
                        told(Metric.TOKENS, Period.DAY, null, null, false, Allowance.UNKNOWN)), Samples.idle()));
            });
            pulses(3);
            assertOneLine();
            write(snapshot(stage.getScene()), Path.of("target", "allowances", scheme + ".png"));
        }
        var words = fx(() -> view.lookupAll(".gauge-of").stream().map(n -> ((Label) n).getText()).toList());
        assertThat(words).contains("no limit", "no quota in this plan", "of 30 left");
    }

    private static WindowState told(Metric metric, Period period, Long limit, Long remaining, boolean binding,
            Allowance allowance) {
        var level = allowance == Allowance.BLOCKED ? Level.EXHAUSTED : Level.UNKNOWN;
        return new WindowState(metric, period, Refill.CONTINUOUS, limit, remaining, null, 0, null, Next.NOTHING,
                Provenance.REPORTED, Provenance.REPORTED, null, level, binding, null, allowance);
    }

    @Test
    void aScrollBarMovesNothing() {
        var stage = show(() -> view = new InstrumentsView(model), 300, 716);
        onFx(() -> model.showQuota(Samples.six()));
        pulses(2);
        var before = places();
        onFx(() -> stage.setHeight(620));
        pulses(3);
        assertThat(places()).isEqualTo(before);
    }

    private List<Bounds> places() {
        return fx(() -> view.lookupAll(".figure").stream().map(n -> n.localToScene(n.getLayoutBounds())).toList());
    }

    /** Title, tag and figures stand side by side, whole, inside the panel and on one baseline. */
    private void assertOneLine() {
        onFx(() -> {
            for (var row : view.lookupAll(".gauge")) {
                var parts = ((Parent) ((Parent) row).getChildrenUnmodifiable().getFirst()).getChildrenUnmodifiable()
                        .stream().filter(Node::isVisible).map(Region.class::cast)
                        .sorted(Comparator.comparing(Node::getLayoutX)).toList();
                var end = 0.0;
                for (var part : parts) {
                    assertThat(part.getLayoutX()).as(part.toString()).isGreaterThanOrEqualTo(end);
                    assertThat(part.getWidth()).as(part.toString()).isGreaterThanOrEqualTo(part.prefWidth(-1));
                    assertThat(part.getLayoutY()).as(part.toString()).isLessThan(8);
                    end = part.getLayoutX() + part.getWidth();
                }
                assertThat(end).isLessThanOrEqualTo(((Region) row).getWidth() - 18 + 0.01);
            }
        });
    }

    @Test
    void everythingTheTabKeyReachesHasAName() {
        open();
        onFx(() -> model.showQuota(Samples.six()));
        pulses(2);
        assertNamed(view);
    }

    private static void assertNamed(Node node) {
        if (node.isFocusTraversable()) {
            assertThat(node.getAccessibleText()).as(node.toString()).isNotBlank();
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(InstrumentsViewTest::assertNamed);
        }
    }

    @Test
    void aPaletteReachesThePaintedControlsLive() {
        var stage = open();
        onFx(() -> model.showSpeed(Samples.finished(), Phase.ENDED));
        pulses(2);
        assertThat(has(snapshot(stage.getScene()), Color.web("#56b6f0"))).isTrue();
        onFx(() -> desktop.set(ColorScheme.LIGHT));
        pulses(2);
        var light = snapshot(stage.getScene());
        assertThat(has(light, Color.web("#56b6f0"))).isFalse();
        assertThat(has(light, Color.web("#0a6fbb"))).isTrue();
    }

    private static boolean has(Image image, Color colour) {
        for (var y = 0; y < image.getHeight(); y++) {
            for (var x = 0; x < image.getWidth(); x++) {
                if (image.getPixelReader().getColor(x, y).equals(colour)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void aLowWindowKeepsTheGaugesInSight() {
        var stage = show(() -> view = new InstrumentsView(model), 300, 494);
        onFx(() -> {
            model.showSpeed(Samples.finished(), Phase.ENDED);
            model.showQuota(Samples.eight());
        });
        pulses(20);
        write(snapshot(stage.getScene()), Path.of("target", "gauges-low", "DARK.png"));
        onFx(() -> {
            for (var gauge : view.lookupAll(".gauge")) {
                assertThat(gauge.localToScene(gauge.getLayoutBounds()).getMaxY()).isLessThan(494);
            }
        });
        onFx(() -> stage.setHeight(742));
        pulses(3);
        assertThat(fx(() -> view.lookup(".speed-dial").isVisible())).isTrue();
    }

    private Popup details() {
        return fx(() -> (Popup) Window.getWindows().stream().filter(each -> each instanceof Popup && each.isShowing())
                .filter(each -> each.getScene().lookup(".gauge-details") != null).findFirst().orElse(null));
    }

    @Test
    void aGaugeOpensByPointerAndKeysAndEscLeadsBackToIt() {
        open();
        onFx(() -> model.showQuota(Samples.drawing()));
        pulses(2);
        var gauge = fx(() -> (GaugeView) view.lookupAll(".gauge").iterator().next());
        click(gauge);
        assertThat(details()).isNotNull();
        press(KeyCode.ESCAPE);
        assertThat(details()).isNull();
        assertThat(fx(gauge::isFocused)).isTrue();
        for (var key : List.of(KeyCode.ENTER, KeyCode.SPACE)) {
            press(key);
            assertThat(details()).as(key.getName()).isNotNull();
            press(KeyCode.ESCAPE);
            assertThat(details()).isNull();
            assertThat(fx(gauge::isFocused)).isTrue();
        }
        assertThat(fx(() -> gauge.queryAccessibleAttribute(AccessibleAttribute.VALUE))).isEqualTo(0.41769);
    }

    @Test
    void detailsShowHeadersToCopyInEveryTheme() {
        var told = new java.util.ArrayList<Sample>();
        for (var i = 0; i < 60; i++) {
            told.add(new Sample(Samples.NOON.minusSeconds(3_500 - 58L * i), 60_000 - (i * 7_919L) % 41_000, 60_000L,
                    i % 3 == 0));
        }
        model.details().from((metric, period) -> new WindowDetails(Samples.tokensPerMinute(),
                new Limit(metric, period, 60_000, Refill.CONTINUOUS),
                List.of(new RawHeader("x-ratelimit-limit-tokens-minute", "60000"),
                        new RawHeader("x-ratelimit-remaining-tokens-minute", "57606"),
                        new RawHeader("x-ratelimit-reset-tokens-minute", "1.8")),
                Samples.NOON.minusSeconds(2), told));
        var stage = show(() -> view = new InstrumentsView(model), 900, 742);
        for (var scheme : ColorScheme.values()) {
            onFx(() -> {
                desktop.set(scheme);
                model.showQuota(Samples.drawing());
            });
            pulses(2);
            var gauge = fx(() -> view.lookupAll(".gauge").stream().skip(1).findFirst().orElseThrow());
            click(gauge);
            pulses(3);
            var popup = details();
            write(snapshot(popup.getScene()), Path.of("target", "gauge-details", scheme + ".png"));
            var lines = fx(() -> ((TextArea) popup.getScene().lookup(".gauge-headers")).getText());
            assertThat(lines).contains("x-ratelimit-remaining-tokens-minute: 57606");
            onFx(() -> assertNamed(popup.getScene().getRoot()));
            press(KeyCode.ESCAPE);
        }
        assertThat(stage.isShowing()).isTrue();
    }

    @Test
    void moneyStaleAndUnknownLookApart() {
        var stage = open();
        for (var scheme : ColorScheme.values()) {
            onFx(() -> {
                desktop.set(scheme);
                model.showSpeed(Samples.finished(), Phase.ENDED);
                model.showQuota(Samples.odd());
                model.showAudit(new app.pitot.quota.Audit(1_336, 410, 20, 600));
            });
            pulses(20);
            assertOneLine();
            write(snapshot(stage.getScene()), Path.of("target", "gauges-odd", scheme + ".png"));
            onFx(() -> model.showQuota(Samples.eight()));
            pulses(20);
            write(snapshot(stage.getScene()), Path.of("target", "gauges-eight", scheme + ".png"));
        }
        assertThat(texts()).contains("reserved 1,336, used 410");
    }

    @Test
    void aHiddenWindowIsNotWatched() {
        var stage = open();
        onFx(() -> model.showQuota(Samples.drawing()));
        assertThat(fx(model::ticking)).isTrue();
        onFx(stage::hide);
        assertThat(fx(model::ticking)).isFalse();
        onFx(stage::show);
        assertThat(fx(model::ticking)).isTrue();
    }
}
