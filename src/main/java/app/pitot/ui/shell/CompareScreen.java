package app.pitot.ui.shell;

import app.pitot.base.Texts;
import app.pitot.cli.Build;
import app.pitot.compare.ExchangeComparer;
import app.pitot.compare.Measure;
import app.pitot.provider.Account;
import app.pitot.ui.Core;
import app.pitot.ui.common.Describe;
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
import app.pitot.ui.compare.export.ComparisonExport;
import app.pitot.ui.compare.export.ScreenReports;
import app.pitot.ui.compare.past.PastModel;
import app.pitot.ui.compare.past.PastView;
import app.pitot.ui.compare.pictures.ResultsModel;
import app.pitot.ui.compare.pictures.ResultsView;
import app.pitot.ui.controls.Icons;
import app.pitot.ui.export.ExportBar;
import app.pitot.ui.export.ExportMenu;
import app.pitot.ui.export.ExportModel;
import app.pitot.ui.export.Exportable;
import app.pitot.ui.instruments.InstrumentsModel;
import app.pitot.ui.instruments.InstrumentsView;
import app.pitot.ui.offer.OffersModel;
import app.pitot.ui.picker.PickerActions;
import app.pitot.ui.picker.PickerModel;
import app.pitot.ui.transcript.Clip;
import app.pitot.ui.transcript.LinkOpener;
import app.pitot.ui.transcript.PulseTurns;
import app.pitot.ui.transcript.TranscriptModel;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The comparison in the window, with what it works with; its view is made at the first visit. JavaFX thread only. */
final class CompareScreen {
    private static final double ROOM_FOR_BLIND = 600;

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
    private final ZoneId zone = ZoneId.systemDefault();
    private final PastModel past;
    private final BooleanProperty pastShown = new SimpleBooleanProperty();
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
        this.past = new PastModel(core.comparisons(), jobs, fx, zone,
                () -> offers.accounts().stream().map(Account::id).collect(Collectors.toSet()),
                run -> leavePast(model.show(run)), run -> leavePast(model.setUp(run)));
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
        var measure = showResults();
        showExport(measure, showAnswers(links));
        return new Page(withPast(), () -> {
            model.visited();
            view.focusFirst();
        });
    }

    /** Starts what is set up, unless past runs hide it. */
    void run() {
        if (!pastShown.get()) {
            model.start();
        }
    }

    /** Leaves past runs; else what the comparison does at it. */
    void escape() {
        if (!leavePast(pastShown.get())) {
            model.escape();
        }
    }

    void toggleInstruments() {
        instrumentsOpen.set(!instrumentsOpen.get());
    }

    /** Ends what runs; completes once what was measured is handed to the store. */
    CompletableFuture<?> close() {
        return CompletableFuture.allOf(model.close(), past.close());
    }

    /** @return the measure that is looked at */
    private Supplier<Measure> showResults() {
        var results = new ResultsModel(jobs);
        model.run().shown().subscribe(results::show);
        view.setResults(new ResultsView(results), results.expandedProperty());
        return results.measureProperty()::get;
    }

    /** @return true while nobody is to know whose answers they are */
    private ObservableBooleanValue showAnswers(LinkOpener links) {
        var answers = new AnswersModel(core.comparisons(), core.clocks(), jobs);
        view.setAnswers(new AnswersView(answers, transcripts, links), answers.concealing());
        // While nobody looks at them, there is nothing to work out; but what must be hidden depends on them.
        Runnable show = () -> answers.show(view.answersShown().get() || answers.blindProperty().get()
                ? model.run().shown().get()
                : null, !model.run().active());
        view.answersShown().subscribe(_ -> show.run());
        answers.blindProperty().subscribe(_ -> show.run());
        model.run().shown().subscribe(_ -> show.run());
        var blind = new ToggleButton(Texts.get("answers.blind.run"));
        blind.selectedProperty().bindBidirectional(answers.blindProperty());
        blind.setMinWidth(Region.USE_PREF_SIZE);
        blind.visibleProperty().bind(model.editing().and(view.widthProperty().greaterThan(ROOM_FOR_BLIND)));
        blind.managedProperty().bind(blind.visibleProperty());
        Describe.node(blind, blind.getText(), Texts.get("answers.blind.run.help"));
        view.addTool(blind);
        return answers.concealing();
    }

    private void showExport(Supplier<Measure> measure, ObservableBooleanValue concealed) {
        var reports = new ScreenReports(jobs, zone, measure, view::getScene);
        var export = new ExportModel(jobs, Clip::markdown);
        export.subject().bind(Bindings.<Exportable>createObjectBinding(() -> {
            var run = model.run().shown().get();
            return run == null || concealed.get() ? null : new ComparisonExport(run, reports, zone);
        }, concealed, model.run().shown()));
        var menu = new ExportMenu(export, ComparisonExport.words());
        menu.visibleProperty().bind(model.run().shown().isNotNull().and(model.editing().not()));
        menu.managedProperty().bind(menu.visibleProperty());
        view.addTool(menu);
        view.addLine(new ExportBar(export));
    }

    private StackPane withPast() {
        var list = new PastView(past, () -> leavePast(true));
        var button = new Button(null, Icons.PAST.node());
        button.getStyleClass().add("icon");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> {
            var set = model.sets().open().get();
            past.load(set == null ? null : set.id());
            pastShown.set(true);
            list.enter();
        });
        Describe.node(button, Texts.get("past.title"), Texts.get("past.show.help"));
        view.addTool(button);
        view.visibleProperty().bind(pastShown.not());
        list.visibleProperty().bind(pastShown);
        return new StackPane(view, list);
    }

    private boolean leavePast(boolean leave) {
        if (leave) {
            pastShown.set(false);
            view.focusFirst();
        }
        return leave;
    }

    private InstrumentsView instruments() {
        var instruments = new InstrumentsModel(core.clocks(), zone, fx);
        new LaneInstruments(model, core.exchanges(), instruments);
        return new InstrumentsView(instruments);
    }
}
