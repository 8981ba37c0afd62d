/** Comparisons, sets and samples as JSON, for the disk and for files. What is missing or odd takes its default. */
package app.pitot.compare.json;
