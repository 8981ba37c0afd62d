package app.pitot.ui.transcript;

import app.pitot.base.Texts;
import app.pitot.ui.common.Describe;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.FlowPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** The quiet line of figures below a reply, with the message's actions behind it. */
final class MetricsCell extends RowCell {
    private final MessageBar bar;
    private final VersionSwitch versions;

    MetricsCell(MetricsRow row) {
        super(row);
        var line = new FlowPane();
        line.getStyleClass().add("metrics");
        line.setAccessibleRole(AccessibleRole.TEXT);
        line.setAccessibleText(row.figures().stream().map(Figure::text).collect(Collectors.joining(", ")));
        row.figures().forEach(figure -> line.getChildren().add(figure(figure)));
        versions = new VersionSwitch(row.message());
        line.getChildren().add(versions);
        var details = row.details().isEmpty() ? null : new DetailsButton(row.details());
        if (row.figures().isEmpty() && details != null) {
            line.getChildren().add(details);
        }
        boolean beside = !row.figures().isEmpty() && details != null;
        bar = beside ? new MessageBar(row.message(), details) : new MessageBar(row.message());
        line.getChildren().add(bar);
        getNode().content(line);
        getNode().room(BETWEEN_BLOCKS + 2, 4);
    }

    @Override
    public void dispose() {
        bar.dispose();
        versions.dispose();
    }

    private static TextFlow figure(Figure figure) {
        var flow = new TextFlow();
        flow.getStyleClass().add("figure");
        add(flow, figure.before(), "unit", figure.before().isEmpty() ? "" : " ");
        add(flow, figure.value(), "value", "");
        add(flow, figure.after().isEmpty() ? "" : " " + figure.after(), "unit", "");
        if (figure.tooltip() != null) {
            Describe.tooltip(flow, figure.tooltip());
            flow.setAccessibleHelp(figure.tooltip());
        }
        return flow;
    }

    private static void add(TextFlow flow, String words, String styleClass, String behind) {
        if (!words.isEmpty()) {
            var text = new Text(words + behind);
            text.getStyleClass().add(styleClass);
            flow.getChildren().add(text);
        }
    }
}
