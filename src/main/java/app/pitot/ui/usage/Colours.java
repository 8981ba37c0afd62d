package app.pitot.ui.usage;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives each group a colour that stays its own, in all charts and for good. */
final class Colours {
    private Colours() {}

    /**
     * @param names of those to be told apart, at most {@link Fill#COLOURS}, the most important first
     * @param given what was given before, the oldest first
     * @return index of a colour by name, all different
     */
    static Map<String, Integer> of(List<String> names, Map<String, Integer> given) {
        var taken = new BitSet();
        var colours = new LinkedHashMap<String, Integer>();
        // Whoever had it first keeps it.
        given.forEach((name, colour) -> {
            if (names.contains(name) && colour >= 0 && colour < Fill.COLOURS && !taken.get(colour)) {
                taken.set(colour);
                colours.put(name, colour);
            }
        });
        for (var name : names) {
            colours.computeIfAbsent(name, _ -> {
                int free = free(taken, given);
                taken.set(free);
                return free;
            });
        }
        return colours;
    }

    /** One that nobody ever had, else one that nobody has here. */
    private static int free(BitSet taken, Map<String, Integer> given) {
        for (int i = 0; i < Fill.COLOURS; i++) {
            if (!taken.get(i) && !given.containsValue(i)) {
                return i;
            }
        }
        return taken.nextClearBit(0);
    }

    /** {@code given} and what is new in {@code now}. */
    static Map<String, Integer> remembered(Map<String, Integer> given, Map<String, Integer> now) {
        var all = new LinkedHashMap<>(given);
        now.forEach(all::putIfAbsent);
        return all;
    }
}
