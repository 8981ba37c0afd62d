/** What goes with a question: pictures, and texts from files. */
package app.pitot.ui.attach;
