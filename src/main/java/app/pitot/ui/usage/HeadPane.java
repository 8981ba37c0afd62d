package app.pitot.ui.usage;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import app.pitot.ui.common.RightToLeft;
import app.pitot.ui.controls.Columns;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The figures at the top, beside each other where there is room. */
final class HeadPane extends StackPane {
    private static final double LEAST = 178;
    private static final int MOST = 6;
    private final Runnable refused;
    private List<HeadFigure> shown = List.of();

    /** @param refused shows the refused requests; null if there is no way there */
    HeadPane(Runnable refused) {
        this.refused = refused;
        getStyleClass().add("usage-head");
        setMinWidth(0);
    }

    void show(List<HeadFigure> figures) {
        if (figures.equals(shown)) {
            return;
        }
        shown = figures;
        getChildren().setAll(new Columns(LEAST, MOST, figures.stream().map(this::figure).toArray(Node[]::new)).even());
    }

    private VBox figure(HeadFigure figure) {
        var title = label(figure.title(), "text-secondary", "text-muted");
        var box = new VBox(1, title, value(figure));
        figure.details().forEach(line -> box.getChildren().add(label(line, "text-secondary", "text-muted")));
        box.getStyleClass().add("usage-figure");
        box.setAccessibleText(figure.spoken());
        Describe.tooltip(box, figure.help());
        return box;
    }

    private Node value(HeadFigure figure) {
        if (refused == null || !figure.refusals()) {
            return label(figure.value(), "usage-value");
        }
        var link = new Hyperlink(figure.value());
        link.getStyleClass().addAll("usage-value", "text-warn");
        link.setOnAction(_ -> {
            link.setVisited(false);
            refused.run();
        });
        Describe.node(link, figure.spoken(), Texts.get("usage.head.refused.open"));
        return link;
    }

    private static Label label(String words, String... styles) {
        var label = new Label(RightToLeft.label(words));
        label.getStyleClass().addAll(styles);
        label.setMinWidth(0);
        return label;
    }
}
