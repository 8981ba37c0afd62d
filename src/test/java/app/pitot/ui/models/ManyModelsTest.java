package app.pitot.ui.models;

import static org.assertj.core.api.Assertions.assertThat;

import app.pitot.base.Clocks;
import app.pitot.ui.common.FxTest;
import app.pitot.ui.common.FxThread;
import app.pitot.ui.offer.ModelChoice;
import app.pitot.ui.offer.OffersModel;
import app.pitot.ui.offer.SampleOffers;
import app.pitot.ui.picker.PickerModel;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import javafx.animation.AnimationTimer;
import javafx.beans.InvalidationListener;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A provider that lists 100,000 models: typing goes on, because filtering is done elsewhere. */
@Timeout(120)
class ManyModelsTest extends FxTest {
    private static final Logger LOG = LoggerFactory.getLogger(ManyModelsTest.class);
    private static final int MANY = 100_000;
    /** Loose, for a machine that does other things too. */
    private static final double MOST_MS_BETWEEN_PULSES = 500;

    private final SampleOffers samples = new SampleOffers();
    private final Clocks clocks = new Clocks(() -> 0, () -> SampleOffers.NOW);
    private final ConcurrentLinkedQueue<Throwable> defects = new ConcurrentLinkedQueue<>();
    private final Executor work = task -> Thread.ofVirtual().start(task);
    private final AtomicReference<ModelsModel> models = new AtomicReference<>();
    private final AtomicReference<PickerModel> picker = new AtomicReference<>();

    @Test
    void noKeyStrokeHoldsTheWindowUp() {
        samples.catalogue.put(samples.router, SampleOffers.many(MANY));
        onFx(() -> {
            var fx = new FxThread(defects::add);
            var offers = new OffersModel(samples.catalogue, samples.accounts(), fx);
            picker.set(new PickerModel(offers, clocks, work, fx));
            models.set(new ModelsModel(offers, clocks, ZoneOffset.UTC, work, fx));
            var view = new ModelsView(models.get(), _ -> {}, null, new SimpleBooleanProperty(true), fx);
            var scene = new Scene(view, 1000, 640);
            theme().apply(scene);
            var stage = new Stage();
            stage.setScene(scene);
            stage.show();
        });
        assertThat(comes(() -> models.get().rows().size() >= MANY)).isTrue();
        onFx(() -> models.get().sort().set(new ModelsQuery.Sort(Column.PRICE_OUT, false)));
        pulses(30);

        var keys = offered().stream().map(ModelChoice::key).toList();
        var gaps = new ArrayList<Double>();
        var timer = fx(() -> watch(gaps));
        var shown = new ArrayList<Double>();
        for (var typed : List.of("q", "qw", "qwe", "qwen", "qwen-", "qwen-9", "qwen-99", "qwen-", "q", "")) {
            long expected = keys.stream().filter(key -> key.contains(typed)).count();
            var at = new AtomicLong();
            InvalidationListener look = _ -> at.set(models.get().rows().size() == expected ? System.nanoTime() : 0);
            onFx(() -> models.get().rows().addListener(look));
            long begin = System.nanoTime();
            onFx(() -> models.get().filter().set(typed));
            onFx(() -> picker.get().filter().set(typed));
            assertThat(comes(() -> at.get() != 0)).as(typed).isTrue();
            shown.add((at.get() - begin) / 1e6);
            onFx(() -> models.get().rows().removeListener(look));
            pulses(3);
        }
        onFx(timer::stop);
        var longest = gaps.stream().max(Double::compare).orElseThrow();
        LOG.info("100,000 models: longest time between two pulses {} ms; rows shown after {} ms", longest, shown);
        assertThat(defects).isEmpty();
        assertThat(longest).isLessThan(MOST_MS_BETWEEN_PULSES);
    }

    /** Notes the milliseconds between two pulses, which grow while something holds the JavaFX thread. */
    private static AnimationTimer watch(List<Double> gaps) {
        var timer = new AnimationTimer() {
            private long before;

            @Override
            public void handle(long now) {
                var clock = System.nanoTime();
                if (before != 0) {
                    gaps.add((clock - before) / 1e6);
                }
                before = clock;
            }
        };
        timer.start();
        return timer;
    }

    private List<ModelChoice> offered() {
        return fx(() -> List.copyOf(models.get().rows()));
    }
}
