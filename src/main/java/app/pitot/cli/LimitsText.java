package app.pitot.cli;

import app.pitot.base.Clocks;
import app.pitot.base.Provenance;
import app.pitot.base.Texts;
import app.pitot.cli.LimitsLine.Tone;
import app.pitot.cli.LimitsTarget.Shown;
import app.pitot.provider.Allowance;
import app.pitot.quota.BudgetLabels;
import app.pitot.quota.BudgetState;
import app.pitot.quota.DayUse;
import app.pitot.quota.Forecast;
import app.pitot.quota.WindowLabels;
import app.pitot.quota.WindowState;
import app.pitot.quota.WindowState.Level;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Limits in aligned columns, the one that refuses first on top. */
final class LimitsText {
    /** An unknown figure, as everywhere in Pitot. */
    static final String UNKNOWN = "–";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm z", Locale.US);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMM HH:mm z", Locale.US);

    private final ZoneId zone;
    private final Clocks clocks;

    /** @param zone in which times are told */
    LimitsText(ZoneId zone, Clocks clocks) {
        this.zone = zone;
        this.clocks = clocks;
    }

    /** Accounts with an empty line between them, and what concerns all of them at the end. */
    List<LimitsLine> lines(List<Shown> all) {
        var lines = new ArrayList<LimitsLine>();
        for (var shown : all) {
            if (!lines.isEmpty()) {
                lines.add(LimitsLine.plain(""));
            }
            lines.addAll(account(shown, SharedBudgets.own(shown, all)));
        }
        var shared = SharedBudgets.of(all);
        if (!shared.isEmpty()) {
            lines.add(LimitsLine.plain(""));
            lines.add(LimitsLine.plain(Texts.get("cli.limits.all")));
            shared.forEach(budget -> lines.add(budget(budget)));
        }
        return lines;
    }

    private List<LimitsLine> account(Shown shown, List<BudgetState> budgets) {
        var account = shown.target().account();
        var plan = account.plan() == null ? "" : " · " + account.plan().name();
        var lines = new ArrayList<LimitsLine>();
        lines.add(LimitsLine
                .plain(TerminalText.harmless(account.name() + " · " + shown.target().model().id() + plan)));
        if (shown.quota().windows().isEmpty()) {
            lines.add(LimitsLine.plain(Texts.get("cli.limits.none")));
        } else {
            lines.addAll(table(shown.quota().windows()));
        }
        var day = shown.quota().day();
        lines.add(new LimitsLine(day(day), day.usedUp() ? Tone.URGENT : Tone.PLAIN));
        budgets.forEach(budget -> lines.add(budget(budget)));
        return lines;
    }

    private static List<LimitsLine> table(List<WindowState> windows) {
        var rows = new ArrayList<List<String>>();
        for (var w : windows) {
            rows.add(List.of(WindowLabels.shortName(w.metric(), w.period()), figure(w, w.used()),
                    w.reserved() == 0 ? "" : figure(w, w.reserved()),
                    w.allowance() == Allowance.UNLIMITED ? "" : figure(w, w.remaining()), limit(w), remarks(w)));
        }
        var text = new StringWriter();
        var out = new PrintWriter(text);
        Columns.print(List.of(Texts.get("cli.limits.column.window"), Texts.get("cli.limits.column.used"),
                Texts.get("cli.limits.column.reserved"), Texts.get("cli.limits.column.left"),
                Texts.get("cli.limits.column.limit"), Texts.get("cli.limits.column.remarks")), rows, out);
        var lines = new ArrayList<LimitsLine>();
        text.toString().lines().forEach(line -> lines
                .add(lines.isEmpty()
                        ? LimitsLine.plain(line)
                        : new LimitsLine(line, Tone.of(windows.get(lines.size() - 1)))));
        return lines;
    }

    private static String limit(WindowState w) {
        return switch (w.allowance()) {
            case UNLIMITED -> Texts.get("cli.limits.unlimited");
            case BLOCKED -> Texts.get("cli.limits.blocked");
            case LIMITED, UNKNOWN -> figure(w, w.limit());
        };
    }

    private static String figure(WindowState w, Long amount) {
        return amount == null ? UNKNOWN : BudgetLabels.figure(w.metric(), amount);
    }

    private static String remarks(WindowState w) {
        var remarks = new ArrayList<String>();
        if (w.binding()) {
            remarks.add(Texts.get(
                    w.level() == Level.EXHAUSTED ? "cli.limits.refuses" : "cli.limits.binding"));
        }
        if (w.level() == Level.AMBER || w.level() == Level.RED || w.level() == Level.EXHAUSTED) {
            remarks.add(Texts.get("cli.limits.level." + lower(w.level())));
        }
        if (w.nextMs() != null && w.next() != WindowState.Next.NOTHING) {
            remarks.add(Texts.get("cli.limits.next." + lower(w.next()), duration(w.nextMs())));
        }
        remarks.add(source(w));
        return String.join(", ", remarks);
    }

    private static String source(WindowState w) {
        var source = w.remaining() == null ? w.limitSource() : w.source();
        if (source == null) {
            return UNKNOWN;
        }
        return w.ageMs() != null && (source == Provenance.REPORTED || source == Provenance.PROJECTED)
                ? Texts.get("cli.limits.source." + lower(source) + ".ago", duration((double) w.ageMs()))
                : Texts.get("cli.limits.source." + lower(source));
    }

    private String day(DayUse day) {
        var metric = Texts.get("cli.limits.day." + lower(day.metric()));
        var used = BudgetLabels.figure(day.metric(), day.used());
        var words = day.limit() == null
                ? Texts.get("cli.limits.day", metric, used)
                : Texts.get("cli.limits.day.of", metric, used, BudgetLabels.figure(day.metric(), day.limit()));
        return words + rate(day.forecast(), burn(day))
                + (day.limit() == null ? "" : lasting(day.forecast(), day.usedUp(), day.used(), day.limit()))
                + Texts.get("cli.limits.requests", day.requests(), day.refused());
    }

    private static String burn(DayUse day) {
        return BudgetLabels.figure(day.metric(), Math.round(day.burnPerMinute()));
    }

    private static String rate(Forecast forecast, String figure) {
        return forecast.burnPerMinute() < 0.5 ? "" : Texts.get("cli.limits.burn", figure);
    }

    private LimitsLine budget(BudgetState state) {
        var budget = state.budget();
        var words = Texts.get("cli.limits.budget", BudgetLabels.of(budget),
                BudgetLabels.figure(budget.metric(), state.used()),
                BudgetLabels.figure(budget.metric(), state.reserved()),
                BudgetLabels.figure(budget.metric(), state.remaining()))
                + lasting(state.forecast(), state.level() == Level.EXHAUSTED, state.used(), budget.amount());
        return new LimitsLine(words, Tone.of(state.level()));
    }

    private String lasting(Forecast forecast, boolean usedUp, long used, long limit) {
        var end = usedUp
                ? Texts.get("cli.limits.usedUp", time(forecast.resetsAt()))
                : forecast.runsOutAt() == null
                        ? Texts.get("cli.limits.lasts", time(forecast.resetsAt()))
                        : Texts.get("cli.limits.runsOut", time(forecast.runsOutAt()));
        var ahead = forecast.ahead(used, limit);
        var percent = ahead == null ? 0 : Math.round(Math.abs(ahead) * 100);
        return percent == 0 || used == 0
                ? end
                : end + Texts.get(ahead > 0 ? "cli.limits.ahead" : "cli.limits.behind", percent);
    }

    /** A time alone says which one is meant only up to a day ahead. */
    private String time(Instant at) {
        boolean near = Duration.between(clocks.now(), at).compareTo(Duration.ofDays(1)) <= 0;
        return (near ? TIME : DATE).format(at.atZone(zone));
    }

    /** "0 s", "42 s", "12 min 5 s", "12 h 41 min", "3 d 2 h"; rounded up. */
    static String duration(double ms) {
        var seconds = (long) Math.ceil(Math.max(0, ms) / 1_000);
        if (seconds < 60) {
            return Texts.get("cli.limits.seconds", seconds);
        }
        if (seconds < 3_600) {
            return Texts.get("cli.limits.minutes", seconds / 60, seconds % 60);
        }
        var minutes = (seconds + 59) / 60;
        return minutes < 1_440
                ? Texts.get("cli.limits.hours", minutes / 60, minutes % 60)
                : Texts.get("cli.limits.days", minutes / 1_440, minutes / 60 % 24);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
