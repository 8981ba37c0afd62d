/** Writes what a screen shows into files, and copies it. Everything here lives on the JavaFX thread unless it says otherwise. */
package app.pitot.ui.export;
