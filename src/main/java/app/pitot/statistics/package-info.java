/** Arithmetic of samples: quantiles, resampling, paired comparisons. Knows nothing of models, clocks or windows. */
package app.pitot.statistics;
