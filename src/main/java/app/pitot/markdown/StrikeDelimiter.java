package app.pitot.markdown;

import org.commonmark.node.CustomNode;
import org.commonmark.node.Nodes;
import org.commonmark.parser.delimiter.DelimiterProcessor;
import org.commonmark.parser.delimiter.DelimiterRun;

/** {@code ~~text~~}. */
final class StrikeDelimiter implements DelimiterProcessor {
    /** What stands between the tildes. */
    static final class Strike extends CustomNode {}

    @Override
    public char getOpeningCharacter() {
        return '~';
    }

    @Override
    public char getClosingCharacter() {
        return '~';
    }

    @Override
    public int getMinLength() {
        return 2;
    }

    @Override
    public int process(DelimiterRun opening, DelimiterRun closing) {
        if (opening.length() != 2 || closing.length() != 2) {
            return 0;
        }
        var first = opening.getOpener();
        var strike = new Strike();
        for (var node : Nodes.between(first, closing.getCloser())) {
            strike.appendChild(node);
        }
        first.insertAfter(strike);
        return 2;
    }
}
