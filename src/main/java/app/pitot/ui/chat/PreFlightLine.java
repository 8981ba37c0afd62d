package app.pitot.ui.chat;

import app.pitot.base.Texts;
import app.pitot.provider.Allowance;
import app.pitot.quota.BudgetLabels;
import app.pitot.quota.PreFlight;
import app.pitot.quota.WindowLabels;
import app.pitot.ui.common.Format;
import app.pitot.ui.params.Problem;

/**
 * The line under the composer: would the next request pass?
 *
 * @param tone colour and weight of the first word
 * @param verdict one or two words
 * @param detail what it rests on
 * @param lowerTo a cap on the output that would pass, offered as a button; null if there is nothing to offer
 * @param overBudget true if only the user's own budget forbids it: it can be sent all the same, once
 * @param waitMs until it fits; null unless that is all that it takes
 */
public record PreFlightLine(Tone tone, String verdict, String detail, Long lowerTo, boolean overBudget,
        Double waitMs) {
    /** How the verdict is coloured; the word says the same. */
    public enum Tone {
        GOOD, CAREFUL, BAD, NEUTRAL
    }

    /** Caps below this bring answers too short to be worth the offer. */
    private static final long SMALLEST_OFFER = 64;
    /** What an offered cap leaves for the question to grow while it is typed. */
    private static final long HEADROOM = 200;
    /** Less room than this for a reply is worth a word. */
    private static final long SHORT_REPLY = 300;

    /** @param capped true if max tokens is set; without it a reply takes what the context leaves */
    public static PreFlightLine of(PreFlight check, boolean capped) {
        if (!capped && check.contextTokens() != null && check.reservedOutput() < SHORT_REPLY
                && check.tokens() >= check.contextTokens() && check.verdict() != PreFlight.Verdict.OVER_CONTEXT) {
            return line(Tone.CAREFUL, "preflight.full", Texts.get("preflight.full.detail",
                    Format.count(check.reservedOutput()), Format.count(check.contextTokens())), null);
        }
        var need = Texts.get("preflight.need", Format.count(check.inputTokens()), Format.count(check.reservedOutput()),
                Format.count(check.tokens()));
        return switch (check.verdict()) {
            case FITS -> line(exceeds(check) ? Tone.CAREFUL : Tone.GOOD, "preflight.fits",
                    withBudget(withCost(need + gap() + left(check), check), check), null);
            case TIGHT -> line(Tone.CAREFUL, "preflight.tight",
                    withBudget(withCost(need + gap() + left(check), check), check), null);
            case WAIT -> new PreFlightLine(Tone.CAREFUL, Texts.get("preflight.wait"),
                    Texts.get("preflight.wait.detail", free(check), needed(check), left(check))
                            + (check.perhapsNever() ? gap() + Texts.get("preflight.wait.perhaps") : ""),
                    offer(check), false, check.waitMs());
            case NEVER -> line(Tone.BAD, "preflight.never", never(check), offer(check));
            case OVER_CONTEXT -> line(Tone.BAD,
                    check.contextOfPlan() ? "preflight.context.plan" : "preflight.context",
                    Texts.get("preflight.context.detail",
                            Format.count(check.inputTokens()), Format.count(check.reservedOutput()),
                            Format.count(check.contextTokens())),
                    offer(check));
            case OVER_BUDGET -> new PreFlightLine(Tone.BAD, Texts.get("preflight.budget"), overBudget(check),
                    offer(check), true, null);
            case UNKNOWN -> line(Tone.NEUTRAL, "preflight.unknown",
                    withBudget(
                            withCost(Texts.get("preflight.unknown.detail", Format.count(check.inputTokens())), check),
                            check),
                    null);
        };
    }

    /** Nothing can be sent before {@code problem} is mended. */
    static PreFlightLine unsendable(Problem problem) {
        return line(Tone.BAD, "preflight.unsendable", problem.sentence(), null);
    }

    private static PreFlightLine line(Tone tone, String key, String detail, Long lowerTo) {
        return new PreFlightLine(tone, Texts.get(key), detail, lowerTo, false, null);
    }

    private static String free(PreFlight check) {
        var time = Format.countdown(check.waitMs());
        return check.ahead() == 0 ? time : Texts.get("preflight.wait.ahead", time, Format.count(check.ahead()));
    }

    private static String never(PreFlight check) {
        var window = check.binding();
        var name = WindowLabels.shortName(window.metric(), window.period());
        return window.allowance() == Allowance.BLOCKED
                ? Texts.get("preflight.blocked.detail", name)
                : Texts.get("preflight.never.detail", needed(check), name,
                        Format.amount(window.metric(), window.limit()));
    }

    private static String needed(PreFlight check) {
        return switch (check.binding().metric()) {
            case REQUESTS -> Texts.get("preflight.one");
            case TOKENS, UNCACHED_TOKENS -> Format.count(check.tokens());
            case USD -> Format.cost(check.estimatedCost());
        };
    }

    private static String left(PreFlight check) {
        var window = check.binding();
        return window == null
                ? ""
                : Texts.get("preflight.left", WindowLabels.shortName(window.metric(), window.period()),
                        Format.amount(window.metric(), window.remaining()),
                        Format.amount(window.metric(), window.limit()));
    }

    private static String overBudget(PreFlight check) {
        var state = check.budget();
        var metric = state.budget().metric();
        var left = BudgetLabels.figure(metric, state.remaining());
        var budget = BudgetLabels.of(state.budget());
        return switch (metric) {
            case REQUESTS -> Texts.get("preflight.budget.left", left, budget);
            case TOKENS, UNCACHED_TOKENS ->
                Texts.get("preflight.budget.needs", Format.count(check.tokens()), left, budget);
            case USD -> check.estimatedCost() == null
                    ? Texts.get("preflight.budget.left", left, budget)
                    : Texts.get("preflight.budget.needs", "≤ " + Format.cost(check.estimatedCost()), left, budget);
        };
    }

    /** True if it goes over a budget that only warns. */
    private static boolean exceeds(PreFlight check) {
        var state = check.budget();
        return state != null && state.over(check.need());
    }

    private static String withBudget(String text, PreFlight check) {
        return exceeds(check)
                ? text + gap() + Texts.get("preflight.budget.over", BudgetLabels.of(check.budget().budget()))
                : text;
    }

    private static String withCost(String text, PreFlight check) {
        if (check.estimatedCost() == null) {
            return text;
        }
        var cost = Format.cost(check.estimatedCost());
        return text + gap() + (cost.startsWith("<") ? cost : "≤ " + cost);
    }

    private static Long offer(PreFlight check) {
        var fitting = check.fittingMaxTokens();
        if (fitting == null || fitting < SMALLEST_OFFER + HEADROOM) {
            return null;
        }
        long room = fitting - HEADROOM;
        return room < 1_000 ? room / 10 * 10 : room / 100 * 100;
    }

    private static String gap() {
        return "   ";
    }
}
