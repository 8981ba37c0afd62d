package app.pitot.ui.offer;

import app.pitot.base.Texts;
import app.pitot.catalogue.Listing;
import app.pitot.catalogue.ModelEntry;
import app.pitot.catalogue.ModelEntry.Measured;
import app.pitot.provider.Account;
import app.pitot.provider.Capability;
import app.pitot.provider.Limit;
import app.pitot.provider.Metric;
import app.pitot.provider.ModelInfo;
import app.pitot.provider.Period;
import app.pitot.quota.WindowLabels;
import app.pitot.ui.common.Format;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What is known of a model, in few words. Unknown is an en dash or, in a longer line, left out. Safe from any thread. */
public final class OfferWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private OfferWords() {}

    /** "128K", "8K", "1M", "65K": tokens of a context. */
    public static String context(Integer tokens) {
        if (tokens == null) {
            return Format.UNKNOWN;
        }
        if (tokens % 1000 == 0) {
            return Format.shortCount(tokens);
        }
        if (tokens >= 1 << 20 && tokens % (1 << 20) == 0) {
            return Format.count(tokens >> 20) + "M";
        }
        return tokens >= 1024 && tokens % 1024 == 0 ? Format.count(tokens / 1024) + "K" : Format.shortCount(tokens);
    }

    /** "8K / 128K": what the account may use and what a paid plan may; "128K" if that is the same or only one is known. */
    public static String contextPair(Account account, ModelInfo model) {
        var own = model.contextUnder(account.plan());
        var full = model.contextTokens();
        return own != null && full != null && own < full
                ? Texts.get("offer.context.pair", context(own), context(full))
                : context(own);
    }

    /** "128K context", "8K context (128K paid)", "128K context (8K free)"; empty if unknown. */
    public static String contexts(Account account, ModelInfo model) {
        var own = model.contextUnder(account.plan());
        var full = model.contextTokens();
        var free = model.extras().freeContextTokens();
        if (own == null) {
            return "";
        }
        if (full != null && own < full) {
            return Texts.get("offer.context.plan", context(own), context(full));
        }
        return free != null && free < own
                ? Texts.get("offer.context.free", context(own), context(free))
                : Texts.get("offer.context", context(own));
    }

    /** "0.35", "0.075", "12.00": USD per million, without the sign. */
    public static String dollars(BigDecimal perMillion) {
        if (perMillion == null) {
            return Format.UNKNOWN;
        }
        var plain = perMillion.stripTrailingZeros();
        return (plain.scale() < 2 ? plain.setScale(2) : plain).toPlainString();
    }

    /** "$0.35 in, $0.75 out, $0.10 cached"; empty if unknown. */
    public static String prices(ModelInfo model) {
        if (model.inputPrice() == null || model.outputPrice() == null) {
            return "";
        }
        var cached = model.extras().cachedInputPrice();
        var line = cached == null
                ? Texts.get("offer.price", dollars(model.inputPrice()), dollars(model.outputPrice()))
                : Texts.get("offer.price.cached", dollars(model.inputPrice()), dollars(model.outputPrice()),
                        dollars(cached));
        return model.extras().priceUnverified() ? Texts.get("offer.price.unverified", line) : line;
    }

    /**
     * "30 RPM, 60K TPM": the limits of a minute as the plan has them for this model, of several for tokens the lowest; empty
     * if it names none.
     */
    public static String limits(Account account, String modelId) {
        if (account.plan() == null) {
            return "";
        }
        var all = account.planFor(modelId).limits().stream().filter(l -> l.period() == Period.MINUTE).toList();
        var requests = all.stream().filter(l -> l.metric() == Metric.REQUESTS).findFirst();
        var tokens = all.stream().filter(l -> l.metric() != Metric.REQUESTS).min(Comparator.comparing(Limit::value));
        var minute = Stream.concat(requests.stream(), tokens.stream())
                .map(l -> Format.shortCount(l.value()) + " " + WindowLabels.afterFigure(l.metric(), l.period()))
                .toList();
        return String.join(", ", minute);
    }

    /** "tools, JSON"; empty if it is known to have none, an en dash if that is unknown. */
    public static String capabilities(ModelInfo model) {
        var words = new ArrayList<String>();
        for (var each : Capability.values()) {
            if (has(model, each)) {
                words.add(Texts.get("offer.can." + each.name().toLowerCase(Locale.ROOT)));
            }
        }
        return words.isEmpty() && model.extras().capabilities() == null ? Format.UNKNOWN : String.join(", ", words);
    }

    public static boolean has(ModelInfo model, Capability capability) {
        var known = model.extras().capabilities();
        return known != null && known.contains(capability)
                || capability == Capability.REASONING && Boolean.TRUE.equals(model.reasons());
    }

    /** "2,987 tok/s · TTFT 142 ms · n 12, 24 Nov"; empty if it was never measured here. */
    public static String measured(Measured own, ZoneId zone) {
        if (own == null) {
            return "";
        }
        var words = new ArrayList<String>();
        if (own.outputTps() != null) {
            words.add(Texts.get("offer.speed", Format.speed(own.outputTps())));
        }
        if (own.ttftMs() != null) {
            words.add(Texts.get("offer.ttft", Format.duration(own.ttftMs())));
        }
        words.add(Texts.get("offer.runs", Format.count(own.runs()), dayOfYear(own.last(), zone)));
        return String.join(" · ", words);
    }

    /** Why it may not answer, and what to use instead; empty if nothing is against it. */
    public static String remark(ModelEntry entry, LocalDate today, ZoneId zone) {
        var model = entry.model();
        var on = model.retiredOn();
        if (entry.gone() != null) {
            var use = entry.gone().successor() == null ? model.replacement() : entry.gone().successor();
            var day = dayOfYear(entry.gone().at(), zone);
            return use == null ? Texts.get("offer.gone", day) : Texts.get("offer.gone.use", day, use);
        }
        if (on == null) {
            return model.extras().deprecated() ? Texts.get("offer.deprecated") : "";
        }
        var past = model.retired(today);
        return model.replacement() == null
                ? Texts.get(past ? "offer.retired" : "offer.retires", day(on))
                : Texts.get(past ? "offer.retired.use" : "offer.retires.use", day(on), model.replacement());
    }

    /** True if {@link #retirement} says something. */
    public static boolean remarkable(ModelEntry entry) {
        return entry.gone() != null || entry.model().retiredOn() != null || entry.model().extras().deprecated();
    }

    /** The same as {@link #remark} for a table: "16 Feb 2026 → gpt-oss-120b"; empty if nothing is against it. */
    public static String retirement(ModelEntry entry, ZoneId zone) {
        var model = entry.model();
        var gone = entry.gone();
        var use = gone == null || gone.successor() == null ? model.replacement() : gone.successor();
        if (gone == null && model.retiredOn() == null) {
            return model.extras().deprecated() ? Texts.get("offer.deprecated.short") : "";
        }
        var when = model.retiredOn() == null
                ? Texts.get("offer.gone.short", dayOfYear(gone.at(), zone))
                : day(model.retiredOn());
        return use == null ? when : when + " → " + use;
    }

    /** How old a list is and what is wrong with it: "as of 3 h ago, could not be refreshed: …". */
    public static String age(Listing listing, Instant now) {
        var source = listing.fetchedAt() == null
                ? Texts.get("offer.shipped")
                : Texts.get("offer.asOf", Format.age(now.toEpochMilli() - listing.fetchedAt().toEpochMilli()));
        if (listing.busy()) {
            return Texts.get("offer.busy", source);
        }
        return listing.problem() == null ? source : Texts.get("offer.problem", source, listing.problem());
    }

    /** The account with what it is an account of: "Work · Cerebras · Free plan, April 2026". */
    public static List<String> place(Account account) {
        var parts = new ArrayList<String>();
        parts.add(account.name());
        if (!account.provider().name().equals(account.name())) {
            parts.add(account.provider().name());
        }
        if (account.provider().simulated() && !account.name().equals(Texts.get("offer.simulator"))) {
            parts.add(Texts.get("offer.simulator"));
        }
        if (account.plan() != null) {
            parts.add(account.plan().name());
        }
        return parts.stream().distinct().toList();
    }

    /** The account in a table: "Work · Cerebras", "Groq at home", "Simulator · Free plan, April 2026". */
    public static String who(Account account) {
        var provider = account.provider().name().toLowerCase(Locale.ROOT);
        return account.provider().simulated() || account.name().toLowerCase(Locale.ROOT).contains(provider)
                ? ModelChoice.place(account)
                : account.name() + " · " + account.provider().name();
    }

    /** The same without the plan's date: "Simulator · Free plan". */
    public static String whoInFewWords(Account account) {
        var all = who(account);
        int date = account.provider().simulated() ? all.lastIndexOf(", ") : -1;
        return date < 0 ? all : all.substring(0, date);
    }

    /** "16 Feb 2026". */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** "24 Nov". */
    public static String dayOfYear(Instant at, ZoneId zone) {
        return at == null ? Format.UNKNOWN : DAY_OF_YEAR.format(at.atZone(zone));
    }
}
