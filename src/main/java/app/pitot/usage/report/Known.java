package app.pitot.usage.report;

import app.pitot.usage.Totals;

/** Whether a figure is one: nothing known of anything is not 0. */
final class Known {
    private Known() {}

    /** False if requests were taken and of the tokens of none anything is known. */
    static boolean tokens(Totals t) {
        return t.unknown() == 0 || t.unknown() < t.taken() || t.tokens() > 0;
    }

    /** False if requests were taken and the cost of none is known. */
    static boolean cost(Totals t) {
        return t.taken() == 0 || t.priced() > 0;
    }
}
