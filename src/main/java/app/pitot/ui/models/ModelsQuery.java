package app.pitot.ui.models;

import app.pitot.provider.Capability;
import app.pitot.ui.offer.ModelChoice;
import app.pitot.ui.offer.Offer;
import app.pitot.ui.offer.OfferWords;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What the user wants to see of all models.
 *
 * @param accountId null for every account
 * @param capability null for any
 * @param sort null for the catalogue's order
 * @param today decides which models are retired
 */
record ModelsQuery(String filter, String accountId, Capability capability, boolean hideRetired, Sort sort,
        LocalDate today) {
    /** By one column. */
    record Sort(Column column, boolean ascending) {}

    /**
     * What came of a query.
     *
     * @param total how many models there are, shown or not
     * @param remarks true if something is to be said of a row's retirement
     */
    record Answer(List<ModelChoice> rows, int total, boolean remarks) {}

    /** Pure: may be called on any thread. */
    Answer of(List<Offer> offers) {
        var words = ModelChoice.words(filter);
        var rows = new ArrayList<ModelChoice>();
        int total = 0;
        for (var offer : offers) {
            total += offer.size();
            if (accountId == null || accountId.equals(offer.account().id())) {
                for (var choice : offer.choices()) {
                    if (choice.matches(words) && passes(choice)) {
                        rows.add(choice);
                    }
                }
            }
        }
        if (sort != null) {
            rows.sort(sort.column().order(sort.ascending()));
        }
        return new Answer(rows, total, rows.stream().anyMatch(row -> OfferWords.remarkable(row.entry())));
    }

    private boolean passes(ModelChoice choice) {
        return (capability == null || OfferWords.has(choice.model(), capability))
                && !(hideRetired && choice.retired(today));
    }
}
