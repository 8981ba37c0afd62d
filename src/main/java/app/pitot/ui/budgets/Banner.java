package app.pitot.ui.budgets;

import java.time.Instant;

/**
 * One warning as it is shown.
 *
 * @param budgetId whose it is
 * @param urgent true once nothing is left
 * @param title what, and how much
 * @param detail when it resets, where it leads, and what happens at its end
 * @param until when it is over by itself
 */
public record Banner(String budgetId, boolean urgent, String title, String detail, Instant until) {}
