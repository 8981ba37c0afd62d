/** What past requests came to: what is asked of the ledger and what it answers. */
package app.pitot.usage;
