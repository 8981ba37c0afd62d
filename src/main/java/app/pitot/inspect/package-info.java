/** What can be said of a {@link app.pitot.api.Wire}, and made of it: pure, without a window, disk or network. */
package app.pitot.inspect;
