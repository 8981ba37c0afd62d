/** What providers say that keys spent, beside what the ledger has. */
package app.pitot.ui.usage.reported;
