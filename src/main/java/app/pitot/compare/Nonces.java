package app.pitot.compare;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * What stands before each prompt so that no cache knows its beginning: nine digits in brackets, another nine each time. Digits,
 * because tokenizers cut them by their number: each nonce is as many tokens as the other. Safe from any thread.
 */
final class Nonces {
    private static final int BEYOND = 1_000_000_000;

    private final RandomGenerator random;
    private final Set<Integer> used = new HashSet<>();

    Nonces(RandomGenerator random) {
        this.random = random;
    }

    /** One that is as long as all others, for whoever wants to know how large a prompt will be. */
    static String sample() {
        return text(0);
    }

    synchronized String next() {
        while (true) {
            var number = random.nextInt(BEYOND);
            if (used.add(number)) {
                return text(number);
            }
        }
    }

    private static String text(int number) {
        return String.format(Locale.ROOT, "[%09d]", number) + "\n";
    }
}
