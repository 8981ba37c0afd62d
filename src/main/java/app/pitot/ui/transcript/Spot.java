package app.pitot.ui.transcript;

/** A place between two characters of a row. @param offset counts the characters of {@link RowText} */
record Spot(Row row, int offset) {}
