package app.pitot.ui.transcript;

import java.util.List;

/**
 * The quiet line below a finished reply.
 *
 * @param figures may be empty if there are details
 */
public record MetricsRow(ReplyRows message, List<Figure> figures, Details details) implements Row {
    public MetricsRow {
        figures = List.copyOf(figures);
    }
}
