/** What a comparison says, in pictures: each with its values to be read one by one, and as a table. */
package app.pitot.ui.compare.pictures;
