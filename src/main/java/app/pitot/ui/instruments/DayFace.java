package app.pitot.ui.instruments;

import app.pitot.ui.controls.DayCurve;

/**
 * What the daily budget shows.
 *
 * @param title what is counted, and whose limit it is
 * @param own true for the budget that the user has set
 * @param curve for the chart, or null if nothing is known
 * @param headline "runs out 14:12", "lasts until reset" or an en dash
 * @param tone of the headline
 * @param used so far, as written; an en dash if nothing is known
 * @param burn use so far and pace; empty if nothing is known
 * @param requests how many were sent and refused; empty if nothing is known
 * @param even how the use compares with an even spend of the day; empty without a limit
 * @param help what it means, with the local time of the reset
 * @param spoken all of it for a screen reader
 */
public record DayFace(String title, boolean own, DayCurve curve, String headline, Tone tone, String used, String burn,
        String requests, String even, String help, String spoken) {
    /** How urgent the headline is. */
    public enum Tone {
        CALM, WARN, BAD
    }
}
