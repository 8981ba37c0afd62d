package app.pitot.ui.compare;

import app.pitot.api.ChatParameters;
import app.pitot.base.Texts;
import app.pitot.compare.ComparisonSetup;
import app.pitot.compare.LaneSetup;
import app.pitot.compare.Mode;
import app.pitot.ui.offer.ModelChoice;
import app.pitot.ui.offer.Offer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is there to begin with: a question and two who can answer it. */
final class FirstLanes {
    /** Enough for what is asked, and little enough for many rounds in a minute. */
    static final ChatParameters PARAMETERS = ChatParameters.of(null, 1_024);

    private FirstLanes() {}

    /**
     * The model of the chat and another: of the same account, else of the next one that has any, else the same once more.
     *
     * @param chosen in the chat; may be null
     */
    static ComparisonSetup of(List<Offer> offers, ModelChoice chosen, LocalDate today) {
        var first = chosen != null ? chosen : usable(offers.stream(), today).findFirst().orElse(null);
        var lanes = new ArrayList<LaneSetup>();
        if (first != null) {
            var same = offers.stream().filter(offer -> offer.account().id().equals(first.account().id()));
            var others = offers.stream().filter(offer -> !offer.account().id().equals(first.account().id()));
            var second = Stream.concat(usable(same, today), usable(others, today))
                    .filter(choice -> !choice.same(first)).findFirst().orElse(first);
            lanes.add(lane(first));
            lanes.add(lane(second));
        }
        return new ComparisonSetup(Mode.RACE, "", Texts.get("compare.example"), lanes, ComparisonSetup.USUAL_ROUNDS,
                true, true);
    }

    private static LaneSetup lane(ModelChoice choice) {
        return new LaneSetup(choice.account().id(), choice.model().id(), PARAMETERS);
    }

    private static Stream<ModelChoice> usable(Stream<Offer> offers, LocalDate today) {
        return offers.flatMap(offer -> offer.choices().stream()).filter(choice -> !choice.retired(today));
    }
}
