package app.pitot.ui.requests;

import app.pitot.base.Texts;
import app.pitot.ui.common.Format;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** Where the time of a request went, as a picture and as a table, and its figures. */
final class Overview extends ScrollPane {
    private final DetailsModel model;
    private final VBox where;
    private final PhasePicture picture = new PhasePicture();
    private final FactsTable phases = new FactsTable(Texts.get("requests.phases.table"), true);
    private final FactsTable figures = new FactsTable(Texts.get("requests.figures"), true);

    Overview(DetailsModel model) {
        this.model = model;
        phases.grow();
        figures.grow();
        where = new VBox(6, heading("requests.phases"), picture, phases);
        where.managedProperty().bind(where.visibleProperty());
        var box = new VBox(6, where, heading("requests.figures"), figures);
        box.getStyleClass().add("request-overview");
        getStyleClass().add("request-scroll");
        setContent(box);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        model.row().subscribe(this::show);
        model.kept().subscribe(this::show);
    }

    private void show() {
        var now = model.phases();
        where.setVisible(!now.empty());
        picture.show(now);
        phases.show(lines(now));
        figures.show(model.figures());
    }

    private static List<Fact> lines(Phases phases) {
        return phases.parts().stream()
                .map(part -> new Fact(part.phase().words(),
                        Texts.get("requests.phase.line", Format.duration(part.ms()), Format.duration(part.from())),
                        Texts.get(part.phase().told() ? "requests.source.reported" : "requests.source.measured")))
                .toList();
    }

    private static Label heading(String key) {
        var label = new Label(Texts.get(key));
        label.getStyleClass().addAll("text-secondary", "text-muted");
        return label;
    }
}
