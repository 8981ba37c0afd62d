package app.pitot.quota;

import app.pitot.provider.Metric;
import app.pitot.provider.ModelInfo;
import app.pitot.provider.Plan;
import app.pitot.quota.PreFlight.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Decides whether a request would pass. */
final class Admission {
    private static final double TIGHT = 0.25;
    private static final long SPARE_NANOS = 250_000_000;
    private static final double NANOS_PER_MILLI = 1e6;

    private final List<Window> windows;
    private final Plan plan;

    Admission(List<Window> windows, Plan plan) {
        this.windows = windows;
        this.plan = plan;
    }

    /** Output that a request sets aside; 0 if nothing says how much. */
    static long output(Plan plan, long input, Integer maxTokens) {
        if (maxTokens != null) {
            return maxTokens;
        }
        if (plan == null) {
            return 0;
        }
        if (plan.unsetOutputReserve() != null) {
            return plan.unsetOutputReserve();
        }
        return plan.contextTokens() == null ? 0 : Math.max(0, plan.contextTokens() - input);
    }

    /** What a request takes. */
    record Size(double tokens, double costMicros) {
        /** Between this size and another. */
        Size towards(Size other, double weight) {
            return new Size(tokens + weight * (other.tokens() - tokens),
                    costMicros + weight * (other.costMicros() - costMicros));
        }
    }

    /**
     * Millionths of a dollar at the model's prices: at most, if the output is bounded.
     *
     * @return rounded up; 0 if no price is known
     */
    static long micros(long input, long output, ModelInfo model) {
        if (model == null || !priced(model)) {
            return 0;
        }
        return model.inputPrice().multiply(BigDecimal.valueOf(input))
                .add(model.outputPrice().multiply(BigDecimal.valueOf(output))).setScale(0, RoundingMode.CEILING)
                .min(Micros.MOST).max(BigDecimal.ZERO).longValue();
    }

    /** True if prompt and completion together are more than {@code context}, which may be null. */
    static boolean over(Integer context, long input, Integer maxTokens) {
        return context != null && (maxTokens == null ? input >= context : input + maxTokens > context);
    }

    /** Which window a request of this size would meet first, or null if none has a known level. */
    Window binding(Size size) {
        Window binding = null;
        var least = Double.MAX_VALUE;
        for (var window : windows) {
            var known = window.limit() != null && window.levelKnown();
            var fits = known ? window.left() / need(window, size) : Double.MAX_VALUE;
            if (fits < least) {
                least = fits;
                binding = window;
            }
        }
        return binding;
    }

    /** What a request surely takes, probably and at most. */
    private record Sizes(Size sure, Size likely, Size most) {}

    private static Size size(long input, long output, ModelInfo model) {
        return new Size(input + output, micros(input, output, model));
    }

    /** What decides about one request. */
    private record Decision(Verdict verdict, Window window, Double waitMs, boolean perhapsNever) {}

    /**
     * How far what is left of a window may be off, by what is in flight.
     *
     * @param more that may have been taken beyond what we think
     * @param less that may not have been taken though we think so
     * @param promised not to be taken by others
     */
    record Slack(ToDoubleFunction<Window> more, ToDoubleFunction<Window> less, Promised promised) {}

    PreFlight check(InputEstimate.Guess guess, Integer maxTokens, ModelInfo model, Slack slack, Now now,
            Function<Window, WindowState> state) {
        var input = guess.likely();
        var output = output(plan, input, maxTokens);
        var context = model.contextUnder(plan);
        var sure = (long) Math.ceil(guess.sure());
        var over = over(context, sure, maxTokens);
        var decision = decide(
                new Sizes(size(sure, output, model), size(input, output, model), size(guess.most(), output, model)),
                slack, now);
        var verdict = over ? Verdict.OVER_CONTEXT : decision.verdict();
        var fitting = switch (verdict) {
            case WAIT, NEVER, OVER_CONTEXT -> fitting(input, context, model);
            case FITS, TIGHT, OVER_BUDGET, UNKNOWN -> null;
        };
        var binding = decision.window() == null ? null : state.apply(decision.window());
        return new PreFlight(verdict, input, output, binding, verdict == Verdict.WAIT ? decision.waitMs() : null,
                fitting, context, cost(input, output, maxTokens, model), null,
                context != null && !context.equals(model.contextTokens()), decision.perhapsNever(), 0);
    }

    /**
     * What keeps a request from leaving now.
     *
     * @param waitMs null if it can never pass
     */
    record Held(Window window, Double waitMs) {}

    /**
     * The window that keeps a request longest, or null if it may leave.
     *
     * @param doubt tokens that it and those in flight may take beyond our estimate
     * @param perhaps what may have been taken of a window by requests that we think are refused
     */
    Held held(Size size, double doubt, ToDoubleFunction<Window> perhaps, Now now) {
        Held longest = null;
        for (var window : windows) {
            if (window.limit() == null) {
                continue;
            }
            var need = need(window, size);
            if (need > window.limit()) {
                return new Held(window, null);
            }
            var wait = window.levelKnown()
                    ? wait(window, need + perhaps.applyAsDouble(window), doubt, now)
                    : 0;
            if (wait > 0 && (longest == null || wait > longest.waitMs())) {
                longest = new Held(window, wait);
            }
        }
        return longest;
    }

    /** A window that cannot hold more than the request has no room to spare: it is given the time instead. */
    private static double wait(Window window, double need, double doubt, Now now) {
        var wait = window.millisUntil(withSpare(window, need, doubt), now);
        var beyond = need + window.rate() * SPARE_NANOS - window.limit();
        return wait > 0 && beyond > 0 && window.rate() > 0
                ? wait + Math.min(SPARE_NANOS, beyond / window.rate()) / NANOS_PER_MILLI
                : wait;
    }

    /**
     * With what may come back while a request is under way, so that one that travels faster than the one before it is not
     * early; and with what prompts may take beyond our estimate. It delays only the first that has to wait.
     */
    private static double withSpare(Window window, double need, double doubt) {
        var spare = window.rate() * SPARE_NANOS;
        if (window.metric().isTokens()) {
            spare += doubt;
        }
        return Math.min(window.limit(), need + spare);
    }

    /**
     * A refusal is foretold only if the estimate would have to be well off for none to come; and the wait is then long enough
     * for the largest size that is to be expected. What lies between is tight.
     */
    private Decision decide(Sizes sizes, Slack slack, Now now) {
        Window slowest = null;
        var longest = 0.0;
        var perhapsNever = false;
        for (var window : windows) {
            if (window.limit() == null) {
                continue;
            }
            var sure = need(window, sizes.sure());
            if (sure > window.limit()) {
                return new Decision(Verdict.NEVER, window, null, false);
            }
            var most = need(window, sizes.most());
            perhapsNever |= most > window.limit();
            var promised = slack.promised().of(window.metric());
            if (!window.levelKnown() || window.fits(promised + sure - slack.less().applyAsDouble(window))) {
                continue;
            }
            var wait = window
                    .millisUntil(Math.min(window.limit(), promised + most + slack.more().applyAsDouble(window)), now);
            if (wait > longest) {
                longest = wait;
                slowest = window;
            }
        }
        if (slowest != null) {
            return new Decision(Verdict.WAIT, slowest, longest, perhapsNever);
        }
        var binding = binding(sizes.likely());
        if (binding == null) {
            return new Decision(Verdict.UNKNOWN, null, null, false);
        }
        var after = binding.left() - need(binding, sizes.likely());
        return new Decision(after < TIGHT * binding.limit()
                || binding.left() < need(binding, sizes.most()) + slack.more().applyAsDouble(binding)
                        ? Verdict.TIGHT
                        : Verdict.FITS,
                binding, null, false);
    }

    /** The largest cap that would pass now, or null. */
    private Long fitting(long input, Integer context, ModelInfo model) {
        var most = context == null ? Long.MAX_VALUE : context - input;
        if (model.maxOutputTokens() != null) {
            most = Math.min(most, model.maxOutputTokens());
        }
        for (var window : windows) {
            if (window.limit() == null) {
                continue;
            }
            long whole = window.levelKnown() ? window.whole() : window.limit();
            if (window.metric().isTokens()) {
                most = Math.min(most, whole - input);
            } else if (whole < 1) {
                return null;
            } else if (window.metric() == Metric.USD && priced(model) && model.outputPrice().signum() > 0) {
                most = Math.min(most, affordable(whole - micros(input, 0, model), model));
            }
        }
        return most < 1 || most == Long.MAX_VALUE ? null : most;
    }

    /** An upper bound; unknown if nothing bounds the output. */
    private static BigDecimal cost(long input, long output, Integer maxTokens, ModelInfo model) {
        if (!priced(model) || maxTokens == null && output == 0) {
            return null;
        }
        return model.inputPrice().multiply(BigDecimal.valueOf(input))
                .add(model.outputPrice().multiply(BigDecimal.valueOf(output))).movePointLeft(6);
    }

    private static long affordable(long micros, ModelInfo model) {
        return BigDecimal.valueOf(Math.max(0, micros)).divide(model.outputPrice(), 0, RoundingMode.FLOOR)
                .min(Micros.MOST).longValue();
    }

    private static boolean priced(ModelInfo model) {
        return !model.extras().priceUnverified() && model.inputPrice() != null && model.outputPrice() != null;
    }

    private static double need(Window window, Size size) {
        return switch (window.metric()) {
            case REQUESTS -> 1;
            case TOKENS, UNCACHED_TOKENS -> Math.max(1, size.tokens());
            // What costs nothing passes even where nothing is left.
            case USD -> size.costMicros();
        };
    }
}
