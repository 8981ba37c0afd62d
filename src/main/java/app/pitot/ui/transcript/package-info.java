/**
 * The conversation as rows: {@link TranscriptModel} holds them without any scene type, {@link TranscriptView} shows those
 * in sight. Everything here lives on the JavaFX thread.
 */
package app.pitot.ui.transcript;
