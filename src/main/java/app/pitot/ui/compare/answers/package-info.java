/**
 * The answers of a round side by side: as they are rendered, or with their differences marked; with or without the names of
 * who gave them. Everything here lives on the JavaFX thread.
 */
package app.pitot.ui.compare.answers;
