/** Conversations that are kept: what they are, and what whoever keeps them must do. Knows no database and no window. */
package app.pitot.history;
