/** What differs between two texts, word by word, in a bounded number of steps. Pure: knows no lanes, clocks or windows. */
package app.pitot.compare.difference;
