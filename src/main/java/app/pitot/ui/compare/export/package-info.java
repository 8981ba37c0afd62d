/** Writes a comparison into files, and copies it. Everything here lives on the JavaFX thread. */
package app.pitot.ui.compare.export;
