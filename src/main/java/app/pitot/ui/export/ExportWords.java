package app.pitot.ui.export;

import java.util.Map;

/**
 * What a menu of exports says.
 *
 * @param help what is written, in a sentence
 * @param title of the window that asks for a file
 * @param formats what can be written, in few words each, in the order of {@link FileFormat}
 */
public record ExportWords(String help, String title, Map<FileFormat, String> formats) {}
