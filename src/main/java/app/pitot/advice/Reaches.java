package app.pitot.advice;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Which of several limits decides. */
final class Reaches {
    private Reaches() {}

    /** The one that allows the least in a day, of equals the longest; null if none bounds. @param but not this one */
    static Reach first(List<Reach> reaches, Reach but) {
        return reaches.stream().filter(each -> each != but && each.perDay() != null)
                .min(Comparator.comparing(Reach::perDay)
                        .thenComparing(each -> each.limit().period(), Comparator.reverseOrder()))
                .orElse(null);
    }

    /** Null if none bounds. */
    static Double least(List<Reach> reaches, Function<Reach, Double> figure) {
        return reaches.stream().map(figure).filter(Objects::nonNull).min(Double::compare).orElse(null);
    }
}
