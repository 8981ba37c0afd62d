/**
 * Comparisons that were run before: what they were, what they said, and how a set changed over time. Everything here lives on
 * the JavaFX thread.
 */
package app.pitot.ui.compare.past;
