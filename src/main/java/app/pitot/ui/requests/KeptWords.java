package app.pitot.ui.requests;

import app.pitot.base.Texts;
import app.pitot.ui.requests.DetailsModel.Kept;

/** Why there is nothing to be seen of the wire, and what to do about it. */
final class KeptWords {
    private KeptWords() {}

    /** Empty if it is there. */
    static String of(Kept kept, RowWords words) {
        return switch (kept) {
            case Kept.There _ -> "";
            case Kept.Reading _ -> Texts.get("requests.kept.reading");
            case Kept.Running _ -> Texts.get("requests.kept.running");
            case Kept.Unsent _ -> Texts.get("requests.kept.unsent");
            case Kept.Unreadable _ -> Texts.get("requests.kept.unreadable");
            case Kept.Gone gone -> gone.oldest() == null
                    ? Texts.get("requests.kept.none")
                    : Texts.get("requests.kept.gone", words.exactly(gone.oldest()));
        };
    }
}
