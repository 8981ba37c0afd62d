package app.pitot.compare.difference;

import app.pitot.compare.difference.Piece.Kind;
import java.util.ArrayList;
import java.util.List;

/** Puts words together to pieces that can be read. */
final class Pieces {
    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder same = new StringBuilder();
    private final StringBuilder removed = new StringBuilder();
    private final StringBuilder added = new StringBuilder();

    /**
     * @param inA for each word of {@code a}: true if it is common
     * @param inB likewise; as many are true
     */
    void add(List<String> a, boolean[] inA, List<String> b, boolean[] inB) {
        int i = 0;
        int k = 0;
        while (i < inA.length || k < inB.length) {
            if (i < inA.length && !inA[i]) {
                endSame();
                removed.append(a.get(i++));
            } else if (k < inB.length && !inB[k]) {
                endSame();
                added.append(b.get(k++));
            } else {
                endChange();
                same.append(a.get(i++));
                k++;
            }
        }
        endSame();
        endChange();
    }

    /** Without common stretches between two changes that are too little to be read as common, such as a single space. */
    List<Piece> tidied() {
        var tidy = new Pieces();
        for (int i = 0; i < pieces.size(); i++) {
            var piece = pieces.get(i);
            switch (piece.kind()) {
                case REMOVED -> {
                    tidy.endSame();
                    tidy.removed.append(piece.text());
                }
                case ADDED -> {
                    tidy.endSame();
                    tidy.added.append(piece.text());
                }
                case SAME -> {
                    if (i > 0 && i < pieces.size() - 1 && little(piece.text())) {
                        tidy.removed.append(piece.text());
                        tidy.added.append(piece.text());
                    } else {
                        tidy.endChange();
                        tidy.same.append(piece.text());
                    }
                }
            }
        }
        tidy.endSame();
        tidy.endChange();
        return tidy.pieces;
    }

    private static boolean little(String text) {
        return text.indexOf('\n') < 0 && !Words.isWord(text);
    }

    private void endSame() {
        end(Kind.SAME, same);
    }

    private void endChange() {
        end(Kind.REMOVED, removed);
        end(Kind.ADDED, added);
    }

    private void end(Kind kind, StringBuilder text) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(kind, text.toString()));
            text.setLength(0);
        }
    }
}
