package app.pitot.ui.shell;

import app.pitot.quota.WindowDetails;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import app.pitot.quota.QuotaSnapshot;
import app.pitot.ui.Core;
import app.pitot.ui.chat.ChatModel;
import app.pitot.ui.common.FxThread;
import app.pitot.ui.common.Jobs;
import app.pitot.ui.instruments.CorrectionsModel;
import app.pitot.ui.instruments.InstrumentsModel;
import app.pitot.ui.instruments.InstrumentsView;
import app.pitot.ui.picker.PickerModel;

/** Makes the panel at the right, with what stands behind its gauges and what it may offer. JavaFX thread only. */
final class InstrumentsPanel {
    private final Core core;
    private final PickerModel picker;
    private final CorrectionsModel corrections;
    private final InstrumentsView view;

    InstrumentsPanel(Core core, ChatModel chat, PickerModel picker, InstrumentsModel model, Jobs jobs, FxThread fx) {
        this.core = core;
        this.picker = picker;
        this.corrections = new CorrectionsModel(core.household().corrections(), jobs, fx);
        this.view = new InstrumentsView(model, corrections);
        model.details().from(this::details);
        model.onMaxTokens(cap -> chat.parameters().maxTokens().set(cap));
        chat.audit().subscribe(model::showAudit);
        chat.quota().subscribe(this::correct);
    }

    InstrumentsView view() {
        return view;
    }

    private WindowDetails details(Metric metric, Period period) {
        var choice = picker.selected().get();
        return choice == null ? null : core.exchanges().details(choice.account(), choice.model(), metric, period);
    }

    private void correct(QuotaSnapshot snapshot) {
        var choice = picker.selected().get();
        if (snapshot != null && choice != null) {
            corrections.show(choice.account().id(), snapshot.corrections());
        }
    }
}
