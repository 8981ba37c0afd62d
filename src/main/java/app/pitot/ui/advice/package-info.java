/** The advisor and the planner as they are shown. */
package app.pitot.ui.advice;
