/** The parts of a conversation that have no columns of their own, as JSON. What is missing or odd takes its default. */
package app.pitot.history.json;
