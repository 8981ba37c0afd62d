package app.pitot.ui.shell;

import app.pitot.api.Outcome;
import app.pitot.ui.chat.ChatModel;
import app.pitot.ui.offer.OffersModel;
import app.pitot.ui.picker.PickerModel;

/** Tells the status strip who is asked and what is heard of them. JavaFX thread only. */
final class StatusFeed {
    private final StatusModel status;
    private final OffersModel offers;

    StatusFeed(StatusModel status, ChatModel chat, PickerModel picker, OffersModel offers) {
        this.status = status;
        this.offers = offers;
        chat.quota().subscribe(snapshot -> {
            if (snapshot != null) {
                status.show(snapshot);
            }
        });
        picker.selected().subscribe(choice -> {
            if (choice != null) {
                status.show(choice.account());
            }
        });
        chat.last().subscribe(result -> {
            if (result != null) {
                status.heard(result.spec().account(), result.outcome() != Outcome.FAILED);
            }
        });
        offers.watch(this::heardOf);
    }

    private void heardOf() {
        for (var offer : offers.offers()) {
            var listing = offer.listing();
            if (!listing.busy() && listing.problem() == null && listing.fetchedAt() != null && !listing.stale()) {
                status.heard(offer.account(), true);
            }
        }
    }
}
