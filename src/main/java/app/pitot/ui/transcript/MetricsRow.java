package app.pitot.ui.transcript;

import java.util.List;

/** The quiet line below a finished reply. */
public record MetricsRow(ReplyRows message, List<Figure> figures) implements Row {
    public MetricsRow {
        figures = List.copyOf(figures);
    }
}
