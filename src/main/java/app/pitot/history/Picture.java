package app.pitot.history;

import app.pitot.api.ChatImage;

/**
 * A picture of a question.
 *
 * @param name of the file it came from, without folders; never null, may be empty
 * @param width in pixels
 * @param height in pixels
 */
public record Picture(ChatImage image, String name, int width, int height) {}
