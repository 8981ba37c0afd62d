package app.pitot.ui.advice;

import app.pitot.advice.Advice;
import app.pitot.advice.AdviceWords;
import app.pitot.advice.Advisor;
import app.pitot.advice.Say;
import app.pitot.advice.Signal;
import app.pitot.advice.Verdict;
import app.pitot.base.Clocks;
import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.controls.TableTwin;
import app.pitot.usage.RequestFilter;
import app.pitot.usage.UsageNote;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The verdict first, then the signals with what they were read from, then the same use under other plans. */
public final class AdvisorView extends StackPane {
    private static final double SIGNAL = 420;
    private static final double WIDEST_SIGNAL = 760;

    private final AdvisorModel model;
    private final Clocks clocks;
    private final ZoneId zone;
    private final Consumer<RequestFilter> show;
    private final FlowPane who = new FlowPane(8, 8);
    private final VBox body = new VBox(14);
    private final TableTwin table = new TableTwin(Texts.get("advisor.table"));

    /** @param show opens the requests of a filter; null if there is no place for that */
    public AdvisorView(AdvisorModel model, Clocks clocks, ZoneId zone, Consumer<RequestFilter> show) {
        this.model = model;
        this.clocks = clocks;
        this.zone = zone;
        this.show = show;
        getStylesheets().add(Look.STYLES);
        getStyleClass().add("advice-view");
        who.setAlignment(Pos.CENTER_LEFT);
        var account = Pick.account(model.accounts(), model.account());
        var days = Pick.of(List.of(AdvisorModel.SIGNAL_DAYS, 30), each -> Texts.get("advisor.days", each),
                model.days());
        days.setAccessibleText(Texts.get("advisor.days.name"));
        Describe.tooltip(days, Texts.get("advisor.days.help"));
        var again = new Button(Texts.get("advisor.again"));
        again.getStyleClass().add("flat");
        again.setMinWidth(Region.USE_PREF_SIZE);
        again.setOnAction(_ -> model.refresh());
        Describe.node(again, Texts.get("advisor.again"), Texts.get("advisor.again.help"));
        who.getChildren().setAll(account, days, again);
        model.accounts().addListener((ListChangeListener<Object>) _ -> several(account));
        several(account);
        var content = new VBox(14, who, body);
        content.getStyleClass().add("advice-content");
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        getChildren().add(scroll);
        model.state().subscribe(this::render);
        model.dismissals().addListener((ListChangeListener<Object>) _ -> render(model.state().get()));
    }

    private void several(Node account) {
        account.setVisible(model.accounts().size() > 1);
        account.setManaged(account.isVisible());
    }

    private void render(AdvisorModel.State state) {
        body.getChildren().setAll(switch (state) {
            case AdvisorModel.State.Busy _ -> List.of(Look.words(Texts.get("advisor.busy"), "text-muted"));
            case AdvisorModel.State.Empty _ -> empty();
            case AdvisorModel.State.Failed failed -> List.of(Look.words(failed.sentence(), "text-bad"));
            case AdvisorModel.State.Ready ready -> ready(ready);
        });
    }

    private static List<Node> empty() {
        return List.of(Look.words(Texts.get("advisor.empty.title"), "text-title"),
                Look.words(Texts.get("advisor.empty", Advisor.ENOUGH), "text-muted"));
    }

    private List<Node> ready(AdvisorModel.State.Ready ready) {
        var advice = ready.advice();
        var nodes = new ArrayList<Node>();
        var headline = Look.words(AdviceWords.headline(advice, AdvisorModel.SIGNAL_DAYS,
                signal -> quiet(advice, signal)), "text-title");
        headline.setFocusTraversable(true);
        headline.getStyleClass().add("focus-ring");
        nodes.add(new VBox(4, headline, Look.words(judgedBy(ready), "text-secondary", "text-muted")));
        var signals = new Columns(SIGNAL, WIDEST_SIGNAL);
        advice.signals().stream().sorted((a, b) -> b.verdict().compareTo(a.verdict())).forEach(signal -> {
            boolean dismissed = quiet(advice, signal);
            signals.getChildren().add(new SignalCard(signal, dismissed, zone, show, () -> {
                if (dismissed) {
                    model.restore(advice.accountId(), signal);
                } else {
                    model.dismiss(advice.accountId(), signal);
                }
            }));
        });
        nodes.add(signals);
        notes(advice).forEach(note -> nodes.add(Look.words(note, "text-secondary", "text-muted")));
        nodes.add(breakEven(ready));
        return nodes;
    }

    private boolean quiet(Advice advice, Signal signal) {
        return signal.verdict().compareTo(Verdict.WATCH) >= 0 && model.dismissed(advice.accountId(), signal);
    }

    private static String judgedBy(AdvisorModel.State.Ready ready) {
        var advice = ready.advice();
        var plan = advice.plan() == null
                ? Texts.get("advisor.judged.none")
                : Texts.get("advisor.judged", advice.plan().name(), advice.plan().asOf().toString());
        return Texts.get(ready.account().simulated() ? "advisor.basis.simulated" : "advisor.basis", plan,
                Say.count(advice.requests()), AdvisorModel.SIGNAL_DAYS);
    }

    private static List<String> notes(Advice advice) {
        var notes = new ArrayList<String>();
        if (advice.unknownUse() > 0) {
            notes.add(Texts.get("advisor.note.unknown", advice.unknownUse()));
        }
        long odd = advice.oddTimes() + advice.notes().stream().mapToLong(note -> note instanceof UsageNote.ClockJumps j
                ? Math.max(0, j.requests() - advice.oddTimes())
                : 0).sum();
        if (odd > 0) {
            notes.add(Texts.get("advisor.note.clock", Say.count(odd)));
        }
        return notes;
    }

    private VBox breakEven(AdvisorModel.State.Ready ready) {
        var today = LocalDate.ofInstant(clocks.now(), ZoneOffset.UTC);
        var title = new Label(Texts.get("advisor.breakeven", ready.days()));
        title.getStyleClass().add("text-strong");
        table.show(BreakEvenFigures.of(ready.breakEven(), today));
        var box = new VBox(6, title, table);
        var said = notes(ready.advice());
        BreakEvenFigures.notes(ready.breakEven(), ready.days()).stream().filter(note -> !said.contains(note))
                .forEach(note -> box.getChildren().add(Look.words(note, "text-secondary", "text-muted")));
        return box;
    }
}
