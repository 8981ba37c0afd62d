package app.pitot.ui.transcript;

/** Makes the cell for a row. */
final class Cells {
    private final LinkOpener opener;
    private final Marks marks;
    private final double margin;

    /** @param margin empty room at each side, in pixels */
    Cells(LinkOpener opener, Marks marks, double margin) {
        this.opener = opener;
        this.marks = marks;
        this.margin = margin;
    }

    RowCell of(Row row) {
        var cell = cell(row);
        cell.getNode().margin(margin);
        cell.marks(marks);
        return cell;
    }

    private RowCell cell(Row row) {
        return switch (row) {
            case QuestionRow question -> new QuestionCell(question);
            case ReasoningRow reasoning -> new ReasoningCell(reasoning);
            case ReasoningTextRow text -> new ReasoningTextCell(text);
            case BlockRow block -> new BlockCell(block, opener);
            case StateRow state -> new StateCell(state);
            case ToolCallRow call -> new ToolCallCell(call);
            case ToolSendRow send -> new ToolSendCell(send);
            case NoticeRow notice -> new NoticeCell(notice);
            case MetricsRow metrics -> new MetricsCell(metrics);
            case EndRow end -> new EndCell(end);
        };
    }
}
