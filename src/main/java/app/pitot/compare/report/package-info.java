/** What a comparison measured, for other programs, for a report, and beside an earlier run of the same set. */
package app.pitot.compare.report;
