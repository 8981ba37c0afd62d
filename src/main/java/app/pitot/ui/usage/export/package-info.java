/** Past use as files. */
package app.pitot.ui.usage.export;
