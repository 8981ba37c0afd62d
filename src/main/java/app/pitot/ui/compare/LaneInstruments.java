package app.pitot.ui.compare;

import app.pitot.exchange.Exchanges;
import app.pitot.exchange.Phase;
import app.pitot.exchange.RunningExchange;
import app.pitot.quota.QuotaSnapshot;
import app.pitot.ui.instruments.InstrumentsModel;
import app.pitot.ui.offer.ModelChoice;

/** Turns the instruments to one lane at a time: the one that waits or was asked last, else the first. JavaFX thread only. */
public final class LaneInstruments {
    private final Exchanges exchanges;
    private final InstrumentsModel instruments;
    private ModelChoice shown;

    public LaneInstruments(CompareModel model, Exchanges exchanges, InstrumentsModel instruments) {
        this.exchanges = exchanges;
        this.instruments = instruments;
        model.run().onPulse((lane, exchange) -> {
            show(lane.choice().get());
            speed(exchange);
        });
        model.run().state().subscribe(state -> {
            if (state == RunModel.State.ENDED) {
                instruments.refreshFrom(this::quota);
            }
        });
        model.estimate().subscribe(_ -> {
            var lanes = model.setup().lanes();
            if (!model.run().active() && !lanes.isEmpty()
                    && lanes.stream().noneMatch(lane -> lane.choice().get() == shown)) {
                show(lanes.getFirst().choice().get());
            }
        });
    }

    private void show(ModelChoice choice) {
        if (choice != null && !choice.same(shown)) {
            shown = choice;
            instruments.showModel(key(choice));
            instruments.showPlan(choice.account().plan());
            instruments.refreshFrom(this::quota);
        }
    }

    private void speed(RunningExchange exchange) {
        if (exchange != null && exchange.phase() != Phase.QUEUED) {
            instruments.showSpeed(exchange.speed(), exchange.phase());
        }
    }

    private QuotaSnapshot quota() {
        return exchanges.quota(shown.account(), shown.model());
    }

    private static String key(ModelChoice choice) {
        return choice.account().id() + '\n' + choice.model().id();
    }
}
