package app.pitot.ui.chat;

import app.pitot.ui.attach.AttachModel;
import app.pitot.ui.attach.Thumbnails;
import app.pitot.ui.params.PresetsModel;

/**
 * What the chat has beside the conversation.
 *
 * @param presets of the parameters
 * @param attach what goes with the next question
 * @param thumbnails small views of its pictures
 */
public record Playground(PresetsModel presets, AttachModel attach, Thumbnails thumbnails) {}
