package app.pitot.ui.instruments;

import app.pitot.ui.controls.HourCurve;
import java.util.List;

/**
 * What stands behind one gauge, in words.
 *
 * @param title the window's name
 * @param figures "29,100 of 30,000 left"
 * @param projection how the figure comes about, a sentence each; never empty
 * @param curve the last hour
 * @param history the last hour in words
 * @param heard when the header lines came, or that there are none
 * @param headers the header lines exactly as they came, one each; may be empty
 * @param plan what the plan says of this window, a sentence each; never empty
 */
public record GaugeDetails(String title, String figures, List<String> projection, HourCurve curve, String history,
        String heard, String headers, List<String> plan) {
    public GaugeDetails {
        projection = List.copyOf(projection);
        plan = List.copyOf(plan);
    }

    /** All of it as plain text. */
    public String text() {
        return String.join("\n", title + ": " + figures, String.join("\n", projection), history,
                String.join("\n", plan), heard, headers).strip();
    }
}
