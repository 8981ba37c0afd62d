package app.pitot.ui.models;

import app.pitot.base.Texts;
import app.pitot.catalogue.ModelEntry.Measured;
import app.pitot.provider.Capability;
import app.pitot.provider.Limit;
import app.pitot.provider.Metric;
import app.pitot.provider.ModelInfo;
import app.pitot.provider.Period;
import app.pitot.ui.common.Format;
import app.pitot.ui.offer.ModelChoice;
import app.pitot.ui.offer.OfferWords;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** A column of the table: what it sorts by and what it says. Where a value is unknown, it is null. */
enum Column {
    MODEL(false, 156, 260, c -> c.model().id().toLowerCase(Locale.ROOT), c -> c.model().id()),
    ACCOUNT(false, 144, 256, c -> ModelChoice.place(c.account()).toLowerCase(Locale.ROOT),
            c -> OfferWords.who(c.account())),
    /** What the account may use, and what a paid plan may if that is more. */
    CONTEXT(true, 84, 84, c -> c.model().contextUnder(c.account().plan()),
            c -> OfferWords.contextPair(c.account(), c.model())),
    PRICE_IN(true, 68, 68, c -> c.model().inputPrice(), c -> price(c.model(), c.model().inputPrice())),
    PRICE_OUT(true, 68, 68, c -> c.model().outputPrice(), c -> price(c.model(), c.model().outputPrice())),
    PRICE_CACHED(true, 68, 68, c -> c.model().extras().cachedInputPrice(),
            c -> price(c.model(), c.model().extras().cachedInputPrice())),
    MEASURED(true, 98, 98, c -> own(c, Measured::outputTps), c -> own(c, Measured::outputTps) == null
            ? Format.UNKNOWN
            : Texts.get("models.measured", Format.speed(own(c, Measured::outputTps)), c.entry().measured().runs())),
    TTFT(true, 70, 70, c -> own(c, Measured::ttftMs), c -> Format.duration(own(c, Measured::ttftMs))),
    PUBLISHED(true, 76, 76, c -> c.model().publishedSpeed(),
            c -> c.model().publishedSpeed() == null ? Format.UNKNOWN : "~" + Format.count(c.model().publishedSpeed())),
    CAPABILITIES(false, 116, 236, Column::capabilities, c -> OfferWords.capabilities(c.model())),
    LIMITS(false, 126, 176, Column::tokensPerMinute,
            c -> known(OfferWords.limits(c.account(), c.model().id()))),
    FREE_CONTEXT(true, 72, 72, c -> c.model().extras().freeContextTokens(),
            c -> OfferWords.context(c.model().extras().freeContextTokens())),
    MAX_OUTPUT(true, 76, 76, c -> c.model().maxOutputTokens(), c -> OfferWords.context(c.model().maxOutputTokens())),
    /** Retired, to be retired or refused; what it says needs the day, see {@link ModelsModel#status}. */
    STATUS(false, 108, 196, c -> c.model().retiredOn(), null),
    LISTED(false, 62, 62, null, null);

    private final boolean figure;
    private final double least;
    private final double most;
    private final Function<ModelChoice, Comparable<?>> value;
    private final Function<ModelChoice, String> text;

    Column(boolean figure, double least, double most, Function<ModelChoice, Comparable<?>> value,
            Function<ModelChoice, String> text) {
        this.figure = figure;
        this.least = least;
        this.most = most;
        this.value = value == null ? c -> c.listed() : value;
        this.text = text;
    }

    /** Above the column: what, and below it the unit if there is one. */
    String title() {
        return Texts.get("models.column." + name().toLowerCase(Locale.ROOT));
    }

    /** True for numbers, which stand at the right. */
    boolean figure() {
        return figure;
    }

    /** The least width at which it can be read, in pixels. */
    double least() {
        return least;
    }

    /** The largest width that it is given before other columns have room, in pixels. */
    double most() {
        return most;
    }

    /** Never null; for {@link #ACCOUNT}, {@link #STATUS} and {@link #LISTED} ask the model. */
    String text(ModelChoice choice) {
        return text.apply(choice);
    }

    /** The smaller value first, or last; what is unknown is last either way. */
    Comparator<ModelChoice> order(boolean ascending) {
        return (a, b) -> {
            var one = value.apply(a);
            var other = value.apply(b);
            if (one == null || other == null) {
                return Boolean.compare(one == null, other == null);
            }
            int order = compare(one, other);
            return ascending ? order : -order;
        };
    }

    /** Both values come from the same column and so are of one kind. */
    @SuppressWarnings("unchecked")
    private static int compare(Comparable<?> one, Comparable<?> other) {
        return ((Comparable<Object>) one).compareTo(other);
    }

    private static Double own(ModelChoice choice, Function<Measured, Double> figure) {
        return choice.entry().measured() == null ? null : figure.apply(choice.entry().measured());
    }

    private static String price(ModelInfo model, BigDecimal price) {
        return OfferWords.dollars(price) + (price != null && model.extras().priceUnverified() ? " ?" : "");
    }

    private static String known(String words) {
        return words.isEmpty() ? Format.UNKNOWN : words;
    }

    private static Long tokensPerMinute(ModelChoice choice) {
        return choice.account().plan() == null
                ? null
                : choice.account().planFor(choice.model().id()).limits().stream()
                        .filter(l -> l.period() == Period.MINUTE && l.metric() != Metric.REQUESTS).map(Limit::value)
                        .min(Comparator.naturalOrder()).orElse(null);
    }

    private static Long capabilities(ModelChoice choice) {
        long count = Stream.of(Capability.values()).filter(each -> OfferWords.has(choice.model(), each)).count();
        return count == 0 && choice.model().extras().capabilities() == null ? null : (Long) count;
    }
}
