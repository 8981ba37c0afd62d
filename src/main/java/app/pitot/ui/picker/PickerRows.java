package app.pitot.ui.picker;

import app.pitot.ui.offer.ModelChoice;
import app.pitot.ui.offer.Offer;
import app.pitot.ui.picker.PickerRow.Group;
import app.pitot.ui.picker.PickerRow.Item;
import app.pitot.ui.picker.PickerRow.Kind;
import app.pitot.ui.picker.PickerRow.TypedGroup;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Which rows the picker shows. Pure: may be computed on any thread. */
final class PickerRows {
    private PickerRows() {}

    /**
     * @param selected stays in the list whatever is known of it; may be null
     * @param today decides which models are retired; those are shown only to a filter that finds them
     */
    static List<PickerRow> of(List<Offer> offers, String filter, ModelChoice selected, LocalDate today) {
        var words = ModelChoice.words(filter);
        var rows = new ArrayList<PickerRow>();
        boolean known = false;
        for (var offer : offers) {
            int at = rows.size();
            int hidden = 0;
            for (var choice : offer.choices()) {
                known |= words.length == 1 && choice.model().id().equalsIgnoreCase(words[0]);
                if (!choice.matches(words)) {
                    continue;
                }
                if (words.length == 0 && leftOut(choice, today) && !choice.same(selected)) {
                    hidden++;
                } else {
                    rows.add(new Item(choice, unlisted(offer, choice) ? Kind.UNLISTED : Kind.KNOWN));
                }
            }
            if (rows.size() > at || words.length == 0) {
                rows.add(at, new Group(offer, hidden));
            }
        }
        if (words.length == 1 && !known && !offers.isEmpty()) {
            typed(offers, filter.strip(), rows);
        }
        return rows;
    }

    /** A refused one stays where it was: the user has just met it. */
    private static boolean leftOut(ModelChoice choice, LocalDate today) {
        return choice.entry().gone() == null && choice.retired(today);
    }

    /** Before the provider was asked, nothing can be said of its list. */
    private static boolean unlisted(Offer offer, ModelChoice choice) {
        return offer.listing().fetchedAt() != null && !choice.listed();
    }

    private static void typed(List<Offer> offers, String modelId, List<PickerRow> rows) {
        rows.add(new TypedGroup(modelId));
        offers.forEach(offer -> rows.add(new Item(ModelChoice.typed(offer.account(), modelId), Kind.TYPED)));
    }
}
