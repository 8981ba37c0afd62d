package app.pitot.ui.chat;

import app.pitot.base.Texts;
import java.util.regex.Pattern;

/** What a conversation is called until the user gives it a name. */
final class Titles {
    /** Characters; more would be cut off in a list anyway. */
    static final int LONGEST = 60;

    private static final Pattern AT_THE_START = Pattern.compile("^(?:[#>\\s]+|[-*+]\\s+|\\d{1,3}[.)]\\s+|`{3,}.*$)+");
    private static final Pattern WITHIN = Pattern.compile("\\*\\*|__|~~|`");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Cc}]+");

    private static final Pattern REHEARSAL = Pattern.compile("\\s*/fault\\b.*\\R?");

    private Titles() {}

    /**
     * The first line with something to read, without Markdown's markers; empty if there is none. What only tells the
     * simulator how to fail is no title.
     */
    static String of(String question) {
        var rehearsal = REHEARSAL.matcher(question);
        if (!rehearsal.lookingAt()) {
            return first(question);
        }
        var rest = first(question.substring(rehearsal.end()));
        return rest.isEmpty() ? Texts.get("chat.title.rehearsal") : rest;
    }

    private static String first(String question) {
        return question.lines().map(Titles::line).filter(line -> !line.isEmpty()).findFirst().orElse("");
    }

    private static String line(String line) {
        // A marker far into a huge line changes nothing that is shown.
        var start = line.strip();
        start = start.substring(0, Math.min(start.length(), 4 * LONGEST));
        var read = WITHIN.matcher(AT_THE_START.matcher(start).replaceFirst("")).replaceAll("");
        return shorten(SPACE.matcher(read).replaceAll(" ").strip());
    }

    private static String shorten(String words) {
        if (words.length() <= LONGEST) {
            return words;
        }
        int end = LONGEST - 1;
        if (Character.isHighSurrogate(words.charAt(end - 1))) {
            end--;
        }
        int space = words.lastIndexOf(' ', end);
        return words.substring(0, space > LONGEST / 2 ? space : end).strip() + "…";
    }
}
