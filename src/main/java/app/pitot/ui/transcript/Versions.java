package app.pitot.ui.transcript;

/**
 * That a message has other versions: an edited question, a regenerated reply.
 *
 * @param number of the one shown, from 1
 * @param count at least 2
 * @param previous shows the version before, called on the JavaFX thread; null at the first
 * @param next shows the version behind; null at the last
 */
public record Versions(int number, int count, Runnable previous, Runnable next) {}
