/** The requests of the past and of this moment: a list, and what was sent and received in each. */
package app.pitot.ui.requests;
