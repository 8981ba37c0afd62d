package app.pitot.ui.transcript;

/** The whole of a question. */
public record QuestionRow(Question message) implements Row {}
