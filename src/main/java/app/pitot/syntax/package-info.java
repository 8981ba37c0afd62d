/** Which parts of a code are keywords, strings and so on, for colours. Knows no window; linear in the length of any text. */
package app.pitot.syntax;
