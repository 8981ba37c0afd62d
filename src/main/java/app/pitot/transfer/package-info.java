/** Conversations as files: written as Markdown or as JSON that loses nothing, and read back. Knows no window. */
package app.pitot.transfer;
