package app.pitot.compare.report;

import app.pitot.api.Outcome;
import app.pitot.base.Texts;
import app.pitot.compare.Comparison;
import app.pitot.compare.Lane;
import app.pitot.compare.Sample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/** What did not come whole, in Markdown: once for each lane and reason. */
final class Failures {
    private static final int MOST = 20;

    private Failures() {}

    private record Why(int lane, String words) {}

    static List<String> of(Comparison run) {
        var times = new LinkedHashMap<Why, Integer>();
        run.samples().stream().filter(each -> each.round() > 0 && each.outcome() != Outcome.COMPLETE)
                .forEach(each -> times.merge(new Why(each.lane(), words(each)), 1, Integer::sum));
        var said = new ArrayList<String>();
        times.forEach((why, count) -> said
                .add(Texts.get("report.failure", Lane.letter(why.lane()), count, why.words())));
        if (said.size() <= MOST) {
            return said;
        }
        int more = said.size() - MOST;
        var some = new ArrayList<>(said.subList(0, MOST));
        some.add(Texts.get("report.failure.more", more));
        return some;
    }

    private static String words(Sample sample) {
        var error = sample.error();
        if (error == null) {
            return Texts.get("report.outcome." + sample.outcome().name().toLowerCase(Locale.ROOT));
        }
        var title = Texts.get("error." + error.kind().name().toLowerCase(Locale.ROOT) + ".title");
        var status = error.httpStatus() == null ? "" : " (" + error.httpStatus() + ")";
        return title + status + ": " + Cells.words(error.message());
    }
}
