/**
 * The meter in the desktop's tray, by whichever way the desktop has one. Knows neither JavaFX nor quotas: it is given shares,
 * colours and words.
 */
package app.pitot.tray;
