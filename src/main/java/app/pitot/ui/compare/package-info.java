/** The comparison: lanes that are asked the same, side by side, and what came of it. */
package app.pitot.ui.compare;
