/** What requests are asked with: parameters and system prompt, their checks, presets and the pane that shows them. */
package app.pitot.ui.params;
