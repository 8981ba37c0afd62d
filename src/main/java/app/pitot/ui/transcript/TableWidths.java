package app.pitot.ui.transcript;

import java.util.HashMap;
import java.util.Map;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/** What the pieces of one table share: a column is as wide as the widest cell of the pieces that were seen needs. */
final class TableWidths {
    private final Map<BlockRow, double[]> wanted = new HashMap<>();
    private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();
    private double[] widest = {};

    /** Grows whenever a piece was seen that makes a column wider. */
    ReadOnlyLongProperty changes() {
        return changes.getReadOnlyProperty();
    }

    /** Takes what {@code piece} wants now, in pixels. Returns what all of them want, of as many columns. */
    double[] of(BlockRow piece, double[] wants) {
        wanted.put(piece, wants);
        var all = wants.clone();
        for (var other : wanted.values()) {
            for (int column = 0; column < Math.min(all.length, other.length); column++) {
                all[column] = Math.max(all[column], other[column]);
            }
        }
        boolean grown = all.length > widest.length;
        for (int column = 0; !grown && column < all.length; column++) {
            grown = all[column] > widest[column];
        }
        widest = all;
        if (grown && wanted.size() > 1) {
            changes.set(changes.get() + 1);
        }
        return all;
    }
}
