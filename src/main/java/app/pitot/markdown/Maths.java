package app.pitot.markdown;

import java.util.Set;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Scanner;

/** Leaves maths as written, where Markdown would take its backslashes, stars and underscores for its own. */
final class Maths implements InlineContentParser {
    /** Longest formula, in characters: what is behind an opening mark is looked through at most so far. */
    private static final int LONGEST = 600;

    /** For the parser's builder. */
    static final class Factory implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('$', '\\');
        }

        @Override
        public InlineContentParser create() {
            return new Maths();
        }
    }

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        var scanner = state.scanner();
        var start = scanner.position();
        char first = scanner.peek();
        scanner.next();
        boolean found = first == '$' ? dollars(scanner) : brackets(scanner);
        if (!found) {
            return ParsedInline.none();
        }
        var source = scanner.getSource(start, scanner.position()).getContent();
        return ParsedInline.of(new Text(source), scanner.position());
    }

    private static boolean brackets(Scanner scanner) {
        char open = scanner.peek();
        if (open != '(' && open != '[') {
            return false;
        }
        char close = open == '(' ? ')' : ']';
        scanner.next();
        for (int i = 0; i < LONGEST && scanner.hasNext(); i++) {
            char c = scanner.peek();
            scanner.next();
            if (c == '\\' && scanner.peek() == close) {
                scanner.next();
                return i > 0;
            }
        }
        return false;
    }

    /** One dollar must touch the formula at both ends and no figure behind it: prices are no maths. */
    private static boolean dollars(Scanner scanner) {
        boolean two = scanner.next('$');
        char first = scanner.peek();
        if (!two && (Character.isWhitespace(first) || first == Scanner.END)) {
            return false;
        }
        char last = ' ';
        for (int i = 0; i < LONGEST && scanner.hasNext(); i++) {
            char c = scanner.peek();
            if (!two && c == '\n') {
                return false;
            }
            scanner.next();
            if (c == '\\') {
                scanner.next();
                last = c;
            } else if (c == '$' && two) {
                if (scanner.next('$')) {
                    return i > 0;
                }
            } else if (c == '$') {
                char behind = scanner.peek();
                return i > 0 && !Character.isWhitespace(last) && !Character.isLetterOrDigit(behind);
            } else {
                last = c;
            }
        }
        return false;
    }
}
