package app.pitot.ui.picker;

import app.pitot.ui.offer.ModelChoice;
import app.pitot.ui.offer.Offer;

/** One line of the picker. */
public sealed interface PickerRow {
    /**
     * Above the models of an account; cannot be chosen.
     *
     * @param hidden how many retired models are left out; a filter finds them
     */
    record Group(Offer offer, int hidden) implements PickerRow {}

    /** Above the accounts at which a typed id can be tried; cannot be chosen. */
    record TypedGroup(String modelId) implements PickerRow {}

    /** @param kind how its id is known */
    record Item(ModelChoice choice, Kind kind) implements PickerRow {}

    /** How a model's id is known. */
    enum Kind {
        KNOWN,
        /** From our data or from the user, while the provider's own list does not name it. */
        UNLISTED,
        /** From the filter: the user typed it. */
        TYPED
    }
}
