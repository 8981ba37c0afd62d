package app.pitot.ui.models;

import app.pitot.base.Texts;
import app.pitot.catalogue.Listing.Change;
import app.pitot.ui.offer.Offer;
import app.pitot.ui.offer.OfferWords;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What the last refreshes changed.
 *
 * @param headline all of it in one line
 * @param lines one for each change, by account
 */
record ChangesFace(String headline, List<String> lines) {
    private static final int NAMED = 4;

    /** Null if nothing changed. */
    static ChangesFace of(List<Offer> offers, ZoneId zone) {
        var words = new ArrayList<String>();
        var lines = new ArrayList<String>();
        Instant latest = null;
        for (var offer : offers) {
            for (var change : offer.listing().changes()) {
                words.add(words(change));
                lines.add(line(offer, change));
                latest = latest == null || change.at().isAfter(latest) ? change.at() : latest;
            }
        }
        if (words.isEmpty()) {
            return null;
        }
        var some = words.stream().limit(NAMED).collect(Collectors.joining(", "));
        var headline = Texts.get("models.changes", words.size(), OfferWords.dayOfYear(latest, zone),
                words.size() > NAMED ? Texts.get("models.changes.more", some, words.size() - NAMED) : some);
        lines.sort(Comparator.naturalOrder());
        return new ChangesFace(headline, List.copyOf(lines));
    }

    private static String words(Change change) {
        return Texts.get("models.change." + change.kind().name().toLowerCase(Locale.ROOT), change.modelId());
    }

    private static String line(Offer offer, Change change) {
        return Texts.get(change.detail().isEmpty() ? "models.change.line" : "models.change.detail",
                offer.account().name(), words(change), change.detail());
    }
}
