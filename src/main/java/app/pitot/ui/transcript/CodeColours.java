package app.pitot.ui.transcript;

import app.pitot.markdown.Block;
import app.pitot.syntax.Layers;
import app.pitot.syntax.State;
import app.pitot.syntax.Syntax;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The colours of one code block, worked out away from the JavaFX thread. Of each piece that is followed by another it
 * keeps what the next one begins with; the colours themselves are made anew for a piece that comes into sight.
 */
final class CodeColours {
    private final Syntax syntax;
    /** At i: the state in front of piece i. */
    private final List<CompletableFuture<State>> states = new ArrayList<>();

    private CodeColours(Syntax syntax) {
        this.syntax = syntax;
        states.add(CompletableFuture.completedFuture(syntax.start()));
    }

    /** Null if nothing is known of the language. */
    static CodeColours of(String language) {
        return Syntax.of(language).map(CodeColours::new).orElse(null);
    }

    /**
     * The colours of the first {@code length} characters of piece {@code index}.
     *
     * @param pieces of the block, in order; those in front of {@code index} do not change any more
     */
    CompletableFuture<Layers> of(List<BlockRow> pieces, int index, String text) {
        while (states.size() <= index) {
            var done = ((Block.Code) pieces.get(states.size() - 1).block().get()).text();
            states.add(states.getLast().thenApplyAsync(state -> syntax.colour(done, state).end()));
        }
        return states.get(index).thenApplyAsync(state -> Layers.of(text, syntax.colour(text, state).runs()));
    }
}
