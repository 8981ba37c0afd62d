package app.pitot.ui.usage;

import app.pitot.base.Texts;
import app.pitot.ui.common.Format;
import app.pitot.ui.controls.Figures;
import java.util.ArrayList;
import java.util.List;

/** What the charts show, as tables. */
final class Twins {
    private Twins() {}

    /** Slots in which there was nothing are left out. */
    static Figures stack(Stack stack, Bins bins) {
        var columns = new ArrayList<String>(List.of(Texts.get("usage.column.time"), Texts.get("usage.column.sum")));
        stack.layers().forEach(layer -> columns.add(layer.name()));
        if (stack.unit() == Unit.MONEY) {
            columns.add(Texts.get("usage.column.priced"));
        }
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < bins.size(); i++) {
            var total = bins.get(i).total();
            if (total.requests() > 0) {
                var row = new ArrayList<String>();
                row.add(SlotWords.name(bins, i));
                row.add(stack.unit() == Unit.MONEY && total.priced() == 0 && total.taken() > 0
                        ? Format.UNKNOWN
                        : stack.figure(stack.sum(i), stack.estimated(i)));
                for (var layer : stack.layers()) {
                    row.add(stack.figure(layer.values()[i], layer.estimated()[i]));
                }
                if (stack.unit() == Unit.MONEY) {
                    row.add(total.coverage() == null ? Format.UNKNOWN : HeadFigures.percent(total.coverage()));
                }
                rows.add(row);
            }
        }
        return new Figures(columns, rows);
    }

    static Figures band(Band band, Bins bins) {
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < bins.size(); i++) {
            var spread = band.spread()[i];
            if (spread != null) {
                rows.add(List.of(SlotWords.name(bins, i), band.unit().figure(spread.median()),
                        band.unit().figure(spread.low()), band.unit().figure(spread.high()),
                        Format.count(spread.count())));
            }
        }
        return new Figures(List.of(Texts.get("usage.column.time"), Texts.get("usage.column.median"),
                Texts.get("usage.column.low"), Texts.get("usage.column.high"), Texts.get("usage.column.measured")),
                rows);
    }

    static Figures heat(Heat heat) {
        var rows = new ArrayList<List<String>>();
        for (int day = 0; day < Heat.DAYS; day++) {
            for (int hour = 0; hour < Heat.HOURS; hour++) {
                if (heat.requests()[day][hour] > 0) {
                    rows.add(List.of(HeatWords.name(day, hour), Format.count(heat.requests()[day][hour]),
                            Format.count(heat.tokens()[day][hour])));
                }
            }
        }
        return new Figures(List.of(Texts.get("usage.column.hour"), Texts.get("usage.column.requests"),
                Texts.get("usage.column.tokens")), rows);
    }
}
