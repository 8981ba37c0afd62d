package app.pitot.markdown;

import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;

/** A top-level fenced code block, read character by character so that a long one costs no more than a short one. */
final class OpenFence {
    private static final Pattern OPENER = Pattern.compile("( {0,3})(`{3,}|~{3,})(.*)");

    private final CodePieces pieces;
    private final char fenceChar;
    private final int fenceLength;
    private final int indent;
    /** The start of the current line, as long as it may still be the closing fence. */
    private final StringBuilder lineStart = new StringBuilder();
    private boolean inLine;
    private boolean closed;

    private OpenFence(CodePieces pieces, char fenceChar, int fenceLength, int indent) {
        this.pieces = pieces;
        this.fenceChar = fenceChar;
        this.fenceLength = fenceLength;
        this.indent = indent;
    }

    /** The code block that {@code line} (without line feed) opens, or null if it opens none. */
    static OpenFence openedBy(String line, Dialect dialect) {
        var match = OPENER.matcher(line);
        if (!match.matches()) {
            return null;
        }
        var fence = match.group(2);
        if (fence.charAt(0) == '`' && match.group(3).indexOf('`') >= 0) {
            return null;
        }
        // The parser knows escapes and entities in info strings.
        var info = dialect.parse(line).getFirstChild() instanceof FencedCodeBlock code ? code.getInfo() : "";
        return new OpenFence(new CodePieces(Place.TOP, CodePieces.language(info)), fence.charAt(0), fence.length(),
                match.group(1).length());
    }

    /** Reads {@code text} from {@code from}; returns the offset behind the closing fence, or its length. */
    int read(CharSequence text, int from) {
        int i = from;
        while (i < text.length() && !closed) {
            read(text.charAt(i++));
        }
        return i;
    }

    /** True once the closing fence was read. */
    boolean closed() {
        return closed;
    }

    /** The text ends here: what was held back is code unless it is the closing fence. */
    void end() {
        if (!inLine && !isFence()) {
            flushLineStart();
        }
        closed = true;
    }

    List<Block> takeFull() {
        return pieces.takeFull();
    }

    Block.Code open() {
        return pieces.open();
    }

    private void read(char c) {
        if (inLine) {
            pieces.add(c);
            inLine = c != '\n';
        } else if (c == '\n') {
            if (isFence()) {
                closed = true;
            } else {
                flushLineStart();
                pieces.add('\n');
            }
        } else {
            lineStart.append(c);
            if (c != fenceChar && c != ' ' && c != '\t') {
                flushLineStart();
                inLine = true;
            }
        }
    }

    private boolean isFence() {
        int i = 0;
        while (i < lineStart.length() && lineStart.charAt(i) == ' ') {
            i++;
        }
        int from = i;
        while (i < lineStart.length() && lineStart.charAt(i) == fenceChar) {
            i++;
        }
        return from < 4 && i - from >= fenceLength && lineStart.substring(i).isBlank();
    }

    private void flushLineStart() {
        int skip = 0;
        while (skip < indent && skip < lineStart.length() && lineStart.charAt(skip) == ' ') {
            skip++;
        }
        for (int i = skip; i < lineStart.length(); i++) {
            pieces.add(lineStart.charAt(i));
        }
        lineStart.setLength(0);
    }
}
