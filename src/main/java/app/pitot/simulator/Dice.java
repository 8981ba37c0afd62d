package app.pitot.simulator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Chance for one reply: draws without repeating until a pool is used up, and fills numbers into texts. One thread. */
final class Dice {
    private static final Pattern SLOT = Pattern.compile("\\{(kt|ft|tps|ms|s|n|pct|rpm|tpm)}");

    private final SplittableRandom random;
    private final Map<Object, List<Object>> decks = new HashMap<>();

    Dice(SplittableRandom random) {
        this.random = random;
    }

    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    double real(double least, double most) {
        return random.nextDouble(least, most);
    }

    /** One of the pool; each comes once before any comes twice. */
    <T> T draw(List<T> pool) {
        var deck = decks.computeIfAbsent(pool, key -> new ArrayList<>());
        if (deck.isEmpty()) {
            deck.addAll(pool);
            Collections.shuffle(deck, new Random(random.nextLong()));
        }
        @SuppressWarnings("unchecked")
        var drawn = (T) deck.removeLast();
        return drawn;
    }

    String fill(String text) {
        return text.indexOf('{') < 0 ? text : SLOT.matcher(text).replaceAll(this::number);
    }

    private String number(MatchResult slot) {
        var value = switch (slot.group(1)) {
            case "kt" -> between(60, 250);
            case "ft" -> between(15, 180) * 100;
            case "tps" -> between(9, 31) * 100;
            case "ms" -> between(120, 480);
            case "s" -> between(3, 19);
            case "n" -> between(12, 96);
            case "pct" -> between(2, 9) * 5;
            case "rpm" -> between(1, 12) * 5;
            default -> between(6, 18) * 5_000;
        };
        return String.format(Locale.ROOT, "%,d", value);
    }
}
