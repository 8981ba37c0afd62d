package app.pitot.ui.advice;

import app.pitot.advice.AdviceWords;
import app.pitot.advice.Signal;
import app.pitot.advice.Verdict;
import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.usage.RequestFilter;
import java.time.ZoneId;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One signal: what it says, from what, and what helps. A dismissed one is a single line. */
final class SignalCard extends VBox {
    /**
     * @param show opens the requests of a filter; null if there is no place for that
     * @param turn dismisses it, or takes it back
     */
    SignalCard(Signal signal, boolean dismissed, ZoneId zone, Consumer<RequestFilter> show, Runnable turn) {
        super(5);
        getStyleClass().addAll("surface", "signal");
        var title = Look.line(AdviceWords.title(signal.kind()), "text-strong");
        var tag = Look.line(AdviceWords.verdict(signal.verdict()), "tag");
        if (!dismissed) {
            tag.getStyleClass().add(tone(signal.verdict()));
        }
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(8, title, tag, space);
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(head);
        if (dismissed) {
            head.getChildren().add(1, Look.line(Texts.get("advisor.dismissed"), "text-secondary", "text-muted"));
            head.getChildren().add(button("advisor.restore", title.getText(), turn));
            return;
        }
        AdviceWords.evidence(signal, zone).forEach(line -> getChildren().add(Look.words(line)));
        AdviceWords.remedies(signal)
                .forEach(line -> getChildren().add(Look.words(Texts.get("advisor.helps", line), "text-muted")));
        var buttons = new FlowPane(8, 6);
        if (signal.behind() != null && show != null) {
            buttons.getChildren().add(button("advisor.show", title.getText(), () -> show.accept(signal.behind())));
        }
        if (signal.verdict().compareTo(Verdict.WATCH) >= 0) {
            buttons.getChildren().add(button("advisor.dismiss", title.getText(), turn));
        }
        if (!buttons.getChildren().isEmpty()) {
            buttons.getStyleClass().add("signal-buttons");
            getChildren().add(buttons);
        }
    }

    private static Button button(String key, String of, Runnable work) {
        var button = new Button(Texts.get(key));
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> work.run());
        Describe.node(button, Texts.get("advisor.button", Texts.get(key), of), Texts.get(key + ".help"));
        return button;
    }

    private static String tone(Verdict verdict) {
        return switch (verdict) {
            case CHANGE -> "text-bad";
            case WATCH -> "text-warn";
            case FINE -> "text-good";
            case UNKNOWN -> "text-muted";
        };
    }
}
