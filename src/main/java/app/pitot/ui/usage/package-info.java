/** Where tokens and money went: figures, charts with their table twins, and the way to the requests behind them. */
package app.pitot.ui.usage;
