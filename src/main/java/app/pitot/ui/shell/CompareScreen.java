package app.pitot.ui.shell;

import app.pitot.cli.Build;
import app.pitot.compare.ExchangeComparer;
import app.pitot.ui.Core;
import app.pitot.ui.common.FxThread;
import app.pitot.ui.common.Jobs;
import app.pitot.ui.common.PulseLoop;
import app.pitot.ui.compare.CompareModel;
import app.pitot.ui.compare.CompareStatus;
import app.pitot.ui.compare.CompareTools;
import app.pitot.ui.compare.CompareView;
import app.pitot.ui.compare.LaneInstruments;
import app.pitot.ui.compare.answers.AnswersModel;
import app.pitot.ui.compare.answers.AnswersView;
import app.pitot.ui.compare.pictures.ResultsModel;
import app.pitot.ui.compare.pictures.ResultsView;
import app.pitot.ui.instruments.InstrumentsModel;
import app.pitot.ui.instruments.InstrumentsView;
import app.pitot.ui.offer.OffersModel;
import app.pitot.ui.picker.PickerActions;
import app.pitot.ui.picker.PickerModel;
import app.pitot.ui.transcript.LinkOpener;
import app.pitot.ui.transcript.PulseTurns;
import app.pitot.ui.transcript.TranscriptModel;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** The comparison in the window, with what it works with; its view is made at the first visit. JavaFX thread only. */
final class CompareScreen {
    private final Core core;
    private final FxThread fx;
    private final Executor work;
    private final OffersModel offers;
    private final Jobs jobs;
    /** How transcripts are made here. */
    private final TranscriptModel transcripts;
    private final CompareModel model;
    private final CompareStatus status;
    /** Hidden unless asked for: the lanes need the room. */
    private final BooleanProperty instrumentsOpen = new SimpleBooleanProperty();
    private CompareView view;

    /** @param chat whose model is compared with others at first */
    CompareScreen(Core core, OffersModel offers, PickerModel chat, FxThread fx, Executor work) {
        this.core = core;
        this.fx = fx;
        this.work = work;
        this.offers = offers;
        this.jobs = new Jobs(work, fx);
        this.transcripts = new TranscriptModel(core.clocks().ticker(), new PulseTurns());
        // The loop and the model need each other; the loop runs only once the model has asked for it.
        var loop = new PulseLoop[1];
        this.model = new CompareModel(new CompareTools(
                new ExchangeComparer(core.exchanges(), core.client(), core.clocks(), core.comparisons(),
                        Build.version()),
                core.comparisons(), core.exchanges(), offers, chat.selected()::get, transcripts::another,
                core.clocks(), jobs, fx, () -> loop[0].request()));
        loop[0] = new PulseLoop(_ -> model.pulse());
        this.status = new CompareStatus(model);
    }

    CompareModel model() {
        return model;
    }

    CompareStatus status() {
        return status;
    }

    /** Null before the first visit. */
    CompareView view() {
        return view;
    }

    Page page(PickerActions ways, LinkOpener links) {
        view = new CompareView(model, new PickerModel(offers, core.clocks(), work, fx), ways, links,
                instrumentsOpen);
        view.setInstruments(this::instruments);
        showResults();
        showAnswers(links);
        return new Page(view, () -> {
            model.visited();
            view.focusFirst();
        });
    }

    void toggleInstruments() {
        instrumentsOpen.set(!instrumentsOpen.get());
    }

    /** Ends what runs; completes once what was measured is handed to the store. */
    CompletableFuture<?> close() {
        return model.close();
    }

    private void showResults() {
        var results = new ResultsModel(jobs);
        model.run().shown().subscribe(results::show);
        view.setResults(new ResultsView(results), results.expandedProperty());
    }

    private void showAnswers(LinkOpener links) {
        var answers = new AnswersModel(core.comparisons(), core.clocks(), jobs);
        view.setAnswers(new AnswersView(answers, transcripts, links));
        // While nobody looks at them, there is nothing to work out.
        view.answersShown().subscribe(shown -> answers.show(shown ? model.run().shown().get() : null));
        model.run().shown().subscribe(run -> {
            if (view.answersShown().get()) {
                answers.show(run);
            }
        });
    }

    private InstrumentsView instruments() {
        var instruments = new InstrumentsModel(core.clocks(), ZoneId.systemDefault(), fx);
        new LaneInstruments(model, core.exchanges(), instruments);
        return new InstrumentsView(instruments);
    }
}
