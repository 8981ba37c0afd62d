package app.pitot.ui.settings;

import app.pitot.quota.WindowState.Level;

/**
 * A budget as the list shows it.
 *
 * @param title "50,000 tokens per day"
 * @param facts whose it is and when it begins anew
 * @param used how much is used; an en dash while that is not known
 * @param details what is in flight, when it resets, where it leads
 * @param doubts what the figure guesses or leaves out; empty for nothing
 * @param share used, of the whole, 0 to 1; null while unknown
 * @param held in flight, of the whole
 * @param level NORMAL while unknown
 * @param hardStop true if nothing is sent beyond it
 */
record BudgetRow(String id, String title, String facts, String used, String details, String doubts, Double share,
        double held, Level level, boolean hardStop) {}
