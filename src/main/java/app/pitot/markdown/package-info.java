/** Markdown as it streams in: a block model that is parsed piece by piece and never twice. Knows nothing of JavaFX. */
package app.pitot.markdown;
