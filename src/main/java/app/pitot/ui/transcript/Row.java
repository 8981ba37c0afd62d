package app.pitot.ui.transcript;

/** One row of the transcript. Its identity stays while what it shows changes, so that its cell is edited in place. */
public sealed interface Row
        permits QuestionRow, ReasoningRow, ReasoningTextRow, BlockRow, StateRow, ToolCallRow, ToolSendRow, NoticeRow,
        MetricsRow, EndRow {
    /** The message that it belongs to; null for {@link EndRow}. */
    Message message();
}
