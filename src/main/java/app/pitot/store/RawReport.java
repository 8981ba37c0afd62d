package app.pitot.store;

import app.pitot.usage.UsageNote;
import app.pitot.usage.UsageQuery;
import app.pitot.usage.UsageReport;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A report from each single request: of a file of an earlier schema, and to compare others with. */
final class RawReport implements LedgerRows.Sink {
    private final UsageQuery query;
    private final SlotLens lens;
    private final ReportBuilder builder;
    private final SlotClock clock;
    private final WeekClock week;
    private SlotSums slot;
    private long open;
    private long damaged;

    private RawReport(UsageQuery query) {
        this.query = query;
        this.lens = SlotLens.of(query);
        this.builder = new ReportBuilder(query);
        this.clock = new SlotClock(query.step(), query.zone());
        this.week = new WeekClock(query.zone());
    }

    static UsageReport run(Connection connection, UsageQuery query) throws SQLException {
        return new RawReport(query).read(connection);
    }

    private UsageReport read(Connection connection) throws SQLException {
        var range = new LedgerRows.Range(Stored.millis(query.from()), Stored.millis(query.until()), false);
        LedgerRows.read(connection, range, "", List.of(), this);
        finish();
        var notes = new ArrayList<UsageNote>();
        if (open > 0) {
            notes.add(new UsageNote.Open(open));
        }
        if (damaged > 0) {
            notes.add(new UsageNote.Damaged(damaged));
        }
        if (builder.jumps() > 0) {
            notes.add(new UsageNote.ClockJumps(builder.jumps()));
        }
        return builder.build(notes, UsageNotes.oldest(connection));
    }

    @Override
    public boolean row(RowValues row, boolean good) throws SQLException {
        var key = UseKey.of(row);
        if (!lens.asks(key)) {
            return true;
        }
        if (!good) {
            damaged++;
        } else if (row.whole("ended_ms") == null) {
            open++;
        } else {
            slot(row.number("started_ms")).add(key, row, true);
        }
        return true;
    }

    @Override
    public void lost(int requests) {
        damaged += requests;
    }

    private SlotSums slot(long at) {
        if (slot == null || slot.from() != clock.from(at)) {
            finish();
            slot = new SlotSums(clock.from(at), clock.until(at), week);
        }
        return slot;
    }

    private void finish() {
        if (slot != null) {
            builder.add(lens.view(slot.done()));
        }
    }
}
