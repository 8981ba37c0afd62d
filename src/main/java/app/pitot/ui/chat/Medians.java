package app.pitot.ui.chat;

import app.pitot.exchange.ExchangeResult;
import app.pitot.speed.SpeedFlag;
import app.pitot.speed.TokenBasis;
import app.pitot.ui.offer.ModelChoice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The median output speed of each model since the window opened: the mark outside the dial. Not thread-safe. */
final class Medians {
    /** A single reply is no median. */
    private static final int LEAST = 2;

    private final Map<String, List<Double>> speeds = new HashMap<>();

    /** Counts a reply whose speed was measured whole and by reported tokens. */
    void add(ExchangeResult result) {
        var speed = result.speed();
        if (speed.outputTokensPerSecond() != null && speed.basis() == TokenBasis.USAGE
                && !speed.flags().contains(SpeedFlag.TRUNCATED) && !speed.flags().contains(SpeedFlag.SMALL_SAMPLE)) {
            speeds.computeIfAbsent(key(result.spec().account().id(), result.spec().model().id()),
                    _ -> new ArrayList<>()).add(speed.outputTokensPerSecond());
        }
    }

    /** Null below two replies, or if nothing is selected. */
    Double of(ModelChoice choice) {
        var seen = choice == null
                ? List.<Double>of()
                : speeds.getOrDefault(key(choice.account().id(), choice.model().id()), List.of());
        if (seen.size() < LEAST) {
            return null;
        }
        var sorted = seen.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    /** Names a model of an account. */
    static String key(String account, String model) {
        return account + '\n' + model;
    }
}
