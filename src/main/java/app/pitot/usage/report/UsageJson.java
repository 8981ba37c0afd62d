package app.pitot.usage.report;

import app.pitot.transfer.JsonText;
import app.pitot.usage.Reconciliation;
import app.pitot.usage.UsageNote;
import app.pitot.usage.UsageQuery;
import app.pitot.usage.UsageReport;
import app.pitot.usage.UsageReport.Key;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Past use as one object. See {@code src/docs/formats/usage.md}. */
public final class UsageJson {
    static final int VERSION = 1;

    private final AccountLabels labels;

    private UsageJson(AccountLabels labels) {
        this.labels = labels;
    }

    /**
     * On one line, with a line break at its end.
     *
     * @param reported what providers say of the same accounts; may be empty
     */
    public static void write(UsageReport report, List<Reconciliation> reported, AccountLabels labels,
            OutputStream out) throws IOException {
        out.write(JsonText.bytes(new UsageJson(labels).tree(report, reported)));
        out.write('\n');
    }

    private ObjectNode tree(UsageReport report, List<Reconciliation> reported) {
        var root = JsonNodeFactory.instance.objectNode().put("pitot", VERSION);
        var usage = root.putObject("usage");
        usage.set("query", query(report.query()));
        usage.set("total", TotalsJson.write(report.total()));
        var groups = usage.putArray("groups");
        report.groups().forEach(group -> key(groups.addObject(), group.key()).set("totals",
                TotalsJson.write(group.totals())));
        var slots = usage.putArray("slots");
        for (var slot : report.slots()) {
            var node = slots.addObject().put("from", slot.from().toString()).put("until", slot.until().toString());
            node.set("total", TotalsJson.write(slot.total()));
            var within = node.putArray("groups");
            report.groups().stream().filter(group -> slot.groups().containsKey(group.key()))
                    .forEach(group -> key(within.addObject(), group.key()).set("totals",
                            TotalsJson.write(slot.groups().get(group.key()))));
        }
        var hours = usage.putArray("hours");
        report.hours().forEach(each -> hours.addObject().put("day", each.day()).put("hour", each.hour())
                .put("requests", each.requests()).put("tokens", each.tokens()));
        var notes = usage.putArray("notes");
        report.notes().forEach(each -> note(notes.addObject(), each));
        var said = usage.putArray("reported");
        reported.forEach(each -> reported(said.addObject(), each));
        usage.put("oldest", text(report.oldest()));
        return root;
    }

    private ObjectNode query(UsageQuery query) {
        var node = JsonNodeFactory.instance.objectNode().put("from", query.from().toString())
                .put("until", query.until().toString()).put("zone", query.zone().getId())
                .put("step", query.step().name()).put("by", query.by().name())
                .put("simulated", query.simulated());
        var accounts = node.putArray("accounts");
        query.accounts().stream().sorted().forEach(accounts::add);
        var models = node.putArray("models");
        query.models().stream().sorted().forEach(models::add);
        return node;
    }

    private ObjectNode key(ObjectNode node, Key key) {
        return node.put("provider", key.provider()).put("account", key.account())
                .put("accountName", key.account() == null ? null : labels.of(key.account())).put("model", key.model());
    }

    private static void note(ObjectNode node, UsageNote note) {
        switch (note) {
            case UsageNote.Open open -> node.put("note", "OPEN").put("requests", open.requests());
            case UsageNote.Damaged damaged -> node.put("note", "DAMAGED").put("requests", damaged.rows());
            case UsageNote.ClockJumps jumps -> node.put("note", "CLOCK_JUMPS").put("requests", jumps.requests());
            case UsageNote.UtcDays days -> node.put("note", "UTC_DAYS").put("before", days.before().toString());
            case UsageNote.PriceChanged changed -> node.put("note", "PRICE_CHANGED").put("provider", changed.provider())
                    .put("model", changed.model()).put("at", changed.at().toString())
                    .put("inputUsdPerMillionTokens", plain(changed.input()))
                    .put("outputUsdPerMillionTokens", plain(changed.output()));
        }
    }

    private void reported(ObjectNode node, Reconciliation each) {
        node.put("account", each.account()).put("accountName", labels.of(each.account()))
                .put("day", each.day().toString()).put("at", each.at().toString())
                .put("reportedMicros", each.reportedMicros()).put("countedMicros", each.countedMicros())
                .put("differenceMicros", each.differenceMicros()).put("verdict", each.verdict().name())
                .put("priced", each.priced()).put("taken", each.taken());
    }

    private static String plain(BigDecimal value) {
        return value == null ? null : value.toPlainString();
    }

    private static String text(Instant at) {
        return at == null ? null : at.toString();
    }
}
