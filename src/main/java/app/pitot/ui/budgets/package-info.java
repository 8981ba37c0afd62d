/** What the window says by itself of the user's own budgets. */
package app.pitot.ui.budgets;
