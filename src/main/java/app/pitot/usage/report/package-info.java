/** Past use and past requests for other programs and for a report. */
package app.pitot.usage.report;
