package app.pitot.ui.usage;

import app.pitot.base.Texts;
import app.pitot.usage.Grouping;
import app.pitot.usage.Totals;
import app.pitot.usage.UsageReport;
import app.pitot.usage.UsageReport.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Everything that the view shows of one report. Made in the background.
 *
 * @param simulated with the simulator's requests
 * @param alone true if there are no others
 * @param colours by {@link Names#colour}, of those groups that are told apart
 * @param rows one for each group and, of several, their sum last
 */
record UsageFace(UsageReport report, boolean simulated, boolean alone, Bins bins, Map<String, Integer> colours,
        List<HeadFigure> figures, Stack tokens, Stack results, Stack cost, Band ttft, Band speed, Heat heat,
        List<GroupRow> rows, List<String> notes, List<Mark> marks) {
    static UsageFace of(UsageReport report, boolean simulated, boolean alone, Names names,
            Map<String, Integer> given) {
        var by = report.query().by();
        var bins = Bins.of(report);
        var colours = Colours.of(told(report, by), given);
        var stacks = new Stacks(bins);
        return new UsageFace(report, simulated, alone, bins, colours,
                HeadFigures.of(report.total(), simulated && alone),
                stacks.tokens(report, by, names, colours), stacks.results(), stacks.cost(),
                Band.of(Unit.TIME, bins, Totals::ttftMs), Band.of(Unit.SPEED, bins, Totals::tokensPerSecond),
                Heat.of(report.hours()), rows(report, by, names, colours), NoteWords.of(report, names),
                Mark.of(report, bins, names));
    }

    /** Those that have a colour of their own: the ones with the most tokens. */
    private static List<String> told(UsageReport report, Grouping by) {
        return report.groups().stream().filter(each -> each.totals().tokens() > 0).limit(Fill.COLOURS)
                .map(each -> Names.colour(by, each.key())).distinct().toList();
    }

    private static List<GroupRow> rows(UsageReport report, Grouping by, Names names, Map<String, Integer> colours) {
        var rows = new ArrayList<GroupRow>();
        for (var group : report.groups()) {
            var colour = colours.get(Names.colour(by, group.key()));
            rows.add(new GroupRow(group.key(), names.of(by, group.key()),
                    colour == null ? Fill.OTHERS : Fill.series(colour), group.totals(), share(group, report.total())));
        }
        if (rows.size() > 1) {
            rows.add(new GroupRow(null, Texts.get("usage.group.all"), null, report.total(),
                    report.total().tokens() == 0 ? null : 1.0));
        }
        return rows;
    }

    private static Double share(Group group, Totals total) {
        return total.tokens() == 0 ? null : Double.valueOf((double) group.totals().tokens() / total.tokens());
    }

    /** Nothing was asked in this stretch. */
    boolean quiet() {
        return report.total().requests() == 0 && report.groups().isEmpty();
    }

    /** Nothing was ever asked. */
    boolean empty() {
        return report.oldest() == null && quiet();
    }
}
