/** The list of kept conversations at the left of the chat: days, search, pin, rename, delete with undo. */
package app.pitot.ui.history;
