package app.pitot.ui.usage;

import app.pitot.base.Clocks;
import app.pitot.store.UsageChoice;
import app.pitot.ui.common.Jobs;
import app.pitot.ui.theme.ThemeManager;
import app.pitot.usage.Grouping;
import app.pitot.usage.RequestFilter;
import app.pitot.usage.RequestRow;
import app.pitot.usage.Span;
import app.pitot.usage.UsageQuery;
import app.pitot.usage.UsageReport;
import app.pitot.usage.Usages;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.stage.Stage;

/**
 * How long the JavaFX thread is held when past use of 400 days and 30 groups is shown anew, and when a cursor moves over it; and
 * what its faces take in the background. Argument: how often (default 60).
 */
public final class UsageViewBench {
    private static final LocalDate FIRST = LocalDate.of(2025, 3, 11);
    private static final LocalDate LAST = LocalDate.of(2026, 4, 14);
    private static final int GROUPS = 30;
    private static final double MILLION = 1e6;
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private UsageViewBench() {}

    public static void main(String[] args) throws Exception {
        int times = args.length > 0 ? Integer.parseInt(args[0]) : 60;
        var report = BigReports.of(new UsageQuery(FIRST.atStartOfDay(ZoneOffset.UTC).toInstant(),
                LAST.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(), Span.own(FIRST, LAST).step(), Grouping.MODEL,
                ZoneOffset.UTC, Set.of(), Set.of(), false), GROUPS);
        var faces = new ArrayList<Double>();
        for (int i = 0; i < times; i++) {
            long from = System.nanoTime();
            UsageFace.of(report, false, false, new Names(Map.of(), Map.of()), Map.of());
            faces.add((System.nanoTime() - from) / MILLION);
        }
        print("face, in the background", faces);
        Platform.startup(() -> {});
        try {
            var made = new CompletableFuture<UsageModel>();
            var scene = new CompletableFuture<Scene>();
            Platform.runLater(() -> {
                var model = model(report);
                scene.complete(show(model));
                made.complete(model);
            });
            var model = made.get();
            var shown = new ArrayList<Double>();
            var moved = new ArrayList<Double>();
            for (int i = 0; i < times; i++) {
                // Every second time with other groups, so that nothing stays as it was.
                var other = i;
                shown.add(pulse(scene.get(), () -> model.by().set(other % 2 == 0 ? Grouping.ACCOUNT : Grouping.MODEL)));
                moved.add(pulse(scene.get(), () -> model.cursor().set(other % 50)));
            }
            print("shown anew, with layout and painting", shown);
            print("cursor moved", moved);
        } finally {
            Platform.exit();
        }
    }

    private static UsageModel model(UsageReport report) {
        var usages = new Usages() {
            @Override
            public UsageReport report(UsageQuery query) {
                return new UsageReport(query, report.total(), report.groups(), report.slots(), report.hours(),
                        report.notes(), report.oldest());
            }

            @Override
            public List<RequestRow> requests(RequestFilter filter, RequestRow after, int most) {
                return List.of();
            }

            @Override
            public RequestRow request(String id) {
                return null;
            }
        };
        return new UsageModel(usages, () -> new Names(Map.of(), Map.of()), Clocks.system(), ZoneOffset.UTC,
                () -> ZoneOffset.UTC,
                new Jobs(Runnable::run, Runnable::run), (_, _) -> {},
                new UsageChoice(Span.own(FIRST, LAST), Grouping.MODEL, false, Map.of()), _ -> {});
    }

    private static Scene show(UsageModel model) {
        var host = new UsageHost();
        host.put(UsageTab.USAGE, () -> new UsageView(model, _ -> {}, () -> {}));
        host.show(UsageTab.USAGE);
        model.visible(true);
        var scene = new Scene(host, 1_298, 742);
        new ThemeManager(new SimpleObjectProperty<>(ColorScheme.DARK), new SimpleObjectProperty<>(true),
                Application::setUserAgentStylesheet).apply(scene);
        var stage = new Stage();
        stage.setScene(scene);
        stage.show();
        return scene;
    }

    /** Ms of CPU time of the JavaFX thread for the change and the pulse that shows it, up to the end of layout and painting. */
    private static double pulse(Scene scene, Runnable change) throws Exception {
        var took = new CompletableFuture<Double>();
        Platform.runLater(() -> {
            long from = CPU.getCurrentThreadCpuTime();
            change.run();
            long changed = CPU.getCurrentThreadCpuTime() - from;
            var begun = new long[1];
            Runnable before = () -> begun[0] = CPU.getCurrentThreadCpuTime();
            var after = new Runnable[1];
            after[0] = () -> {
                scene.removePreLayoutPulseListener(before);
                scene.removePostLayoutPulseListener(after[0]);
                took.complete((changed + CPU.getCurrentThreadCpuTime() - begun[0]) / MILLION);
            };
            scene.addPreLayoutPulseListener(before);
            scene.addPostLayoutPulseListener(after[0]);
            Platform.requestNextPulse();
        });
        return took.get();
    }

    private static void print(String what, List<Double> ms) {
        var sorted = new ArrayList<>(ms.subList(ms.size() / 3, ms.size()));
        Collections.sort(sorted);
        System.out.printf(Locale.ROOT, "%-40s first %.1f, then p50 %.1f, p95 %.1f, max %.1f ms%n", what, ms.getFirst(),
                sorted.get(sorted.size() / 2), sorted.get((int) (sorted.size() * 0.95)), sorted.getLast());
    }
}
