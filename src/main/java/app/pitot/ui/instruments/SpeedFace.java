package app.pitot.ui.instruments;

/**
 * What the upper half of the panel shows, in words and shares.
 *
 * @param speed tokens per second for the arc, null for none
 * @param figure the speed as written
 * @param quiet the figure is an estimate, a small sample or of earlier
 * @param faded the whole reading is of earlier
 * @param note short line in the dial's opening, or null
 * @param stalled the note is a warning
 * @param source provenance in one word, or an en dash
 * @param ttft as written, @param firstAnswer as written, @param tokens as written
 * @param bars rhythm, oldest first
 * @param whole the bars are those of a whole reply
 * @param rhythm the gaps between arrivals in words
 * @param help what the speed is, with the reasons for doubt
 * @param sourceHelp what the provenance means
 * @param spoken all of it for a screen reader
 */
public record SpeedFace(Double speed, String figure, boolean quiet, boolean faded, String note, boolean stalled,
        String source, String ttft, String firstAnswer, String tokens, int[] bars, boolean whole, String rhythm,
        String help, String sourceHelp, String spoken) {}
