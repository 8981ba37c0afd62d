package app.pitot.catalogue;

import app.pitot.base.Texts;
import app.pitot.catalogue.Listing.Change;
import app.pitot.provider.ModelInfo;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What is different between two refreshes of one list. */
final class Differences {
    /** Beyond this nobody reads on. */
    static final int MOST = 500;

    private final Instant at;
    private final List<Change> found = new ArrayList<>();

    private Differences(Instant at) {
        this.at = at;
    }

    /**
     * Additions first, then removals, then what changed of the rest; at most {@link #MOST}. Empty if there was no list of
     * the same kind before.
     */
    static List<Change> between(Joiner before, Remembered old, Joiner after, Remembered fresh, Instant at) {
        if (old.live() == null || fresh.live() == null || (old.own() == null) != (fresh.own() == null)) {
            return List.of();
        }
        var differences = new Differences(at);
        after.live().keySet().stream().filter(id -> !before.live().containsKey(id))
                .forEach(id -> differences.add(Change.Kind.ADDED, id, ""));
        before.live().keySet().stream().filter(id -> !after.live().containsKey(id))
                .forEach(id -> differences.add(Change.Kind.REMOVED, id, ""));
        after.live().keySet().stream().filter(before.live()::containsKey)
                .forEach(id -> differences.compare(before.model(id), after.model(id)));
        return List.copyOf(differences.found);
    }

    private void compare(ModelInfo was, ModelInfo is) {
        if (!Objects.equals(was.retiredOn(), is.retiredOn())) {
            add(Change.Kind.RETIREMENT, is.id(), is.retiredOn() == null
                    ? Texts.get("catalogue.change.stays")
                    : Texts.get("catalogue.change.retires", is.retiredOn().toString()));
        }
        if (!same(was.inputPrice(), is.inputPrice()) || !same(was.outputPrice(), is.outputPrice())) {
            add(Change.Kind.PRICE, is.id(), Texts.get("catalogue.change.price", price(was.inputPrice()),
                    price(is.inputPrice()), price(was.outputPrice()), price(is.outputPrice())));
        }
        if (!Objects.equals(was.contextTokens(), is.contextTokens())) {
            add(Change.Kind.CONTEXT, is.id(), Texts.get("catalogue.change.context", count(was.contextTokens()),
                    count(is.contextTokens())));
        }
        if (!Objects.equals(was.maxOutputTokens(), is.maxOutputTokens())) {
            add(Change.Kind.OTHER, is.id(), Texts.get("catalogue.change.output", count(was.maxOutputTokens()),
                    count(is.maxOutputTokens())));
        }
    }

    private void add(Change.Kind kind, String modelId, String detail) {
        if (found.size() < MOST) {
            found.add(new Change(kind, modelId, detail, at));
        }
    }

    private static boolean same(BigDecimal one, BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }

    private static String price(BigDecimal usd) {
        return usd == null ? Texts.get("catalogue.change.unknown") : '$' + usd.toPlainString();
    }

    private static String count(Integer tokens) {
        return tokens == null
                ? Texts.get("catalogue.change.unknown")
                : NumberFormat.getIntegerInstance(Locale.US).format(tokens);
    }
}
