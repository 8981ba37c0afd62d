package app.pitot.ui.mini;

import app.pitot.ui.controls.GaugeBar.Tone;

/**
 * What the mini gauge shows.
 *
 * @param window the one that refuses first
 * @param day today's budget
 * @param speed the last one as written, an en dash if nothing ran
 * @param quiet that speed is an estimate or of earlier
 * @param note on the speed, such as the time at which it was measured; may be empty
 * @param warned the note is a warning
 * @param spoken all of it for a screen reader
 */
public record MiniFace(Row window, Row day, String speed, boolean quiet, String note, boolean warned, String spoken) {
    /**
     * A bar with its words.
     *
     * @param title what it is
     * @param figure the one that counts
     * @param of what stands behind it; may be empty
     * @param word what the colour means, or when it changes; may be empty
     * @param used share that is gone, 0 to 1
     * @param refill share that comes back within seconds, part of {@code used}
     * @param held share held by requests in flight
     * @param tone UNKNOWN if no figure is known
     */
    public record Row(String title, String figure, String of, String word, double used, double refill, double held,
            Tone tone) {
        /** Title and figure in one line. */
        String words() {
            return (title + " " + figure + " " + of).strip();
        }
    }
}
