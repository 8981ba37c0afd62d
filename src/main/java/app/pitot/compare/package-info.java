/**
 * Compares how fast models answer: lanes, races and rounds, what was measured and what it says. Spends only through
 * {@link app.pitot.exchange.Exchanges}; what is kept goes through {@link app.pitot.compare.Comparisons}.
 */
package app.pitot.compare;
