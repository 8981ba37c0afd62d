package app.pitot.ui.usage;

import app.pitot.usage.Grouping;
import app.pitot.usage.RequestFilter;
import app.pitot.usage.Step;
import app.pitot.usage.UsageException;
import app.pitot.usage.UsageQuery;
import app.pitot.usage.UsageReport;
import app.pitot.usage.Usages;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Asks the ledger. Every method blocks; safe from any thread. */
final class UsageQuestions {
    private final Usages usages;

    UsageQuestions(Usages usages) {
        this.usages = usages;
    }

    /**
     * @param real true if it is known that there are requests that are not the simulator's
     * @param colours what was given before
     */
    UsageFace ask(UsageQuestion question, boolean real, Names names, Map<String, Integer> colours)
            throws UsageException {
        boolean alone = !real && !anyReal(question);
        boolean with = question.simulated() == null ? alone : question.simulated();
        return UsageFace.of(usages.report(question.query(with)), with, alone, names, colours);
    }

    private boolean anyReal(UsageQuestion question) throws UsageException {
        var all = new UsageQuery(Instant.EPOCH, question.span().end(question.now(), question.zone()), Step.DAY,
                Grouping.PROVIDER, question.zone(), Set.of(), Set.of(), false);
        return usages.report(all).total().requests() > 0;
    }

    /** The newest of the hours of the week that a report has requests in; null if there is none. @param day 1 for Monday */
    RequestFilter newest(UsageReport report, int day, int hour) throws UsageException {
        var query = report.query();
        var hourly = usages.report(new UsageQuery(query.from(), query.until(), Step.HOUR, query.by(), query.zone(),
                query.accounts(), query.models(), query.simulated()));
        return hourly.slots().reversed().stream().filter(slot -> {
            var at = slot.from().atZone(query.zone());
            return at.getDayOfWeek().getValue() == day && at.getHour() == hour;
        }).findFirst().map(slot -> Drill.of(report, slot.from(), slot.until(), null, Set.of())).orElse(null);
    }
}
