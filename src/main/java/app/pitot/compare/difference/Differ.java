package app.pitot.compare.difference;

import app.pitot.compare.difference.Difference.Grain;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Compares two texts. Pure; a text of any kind takes a bounded number of steps beside those that grow with its length. */
public final class Differ {
    /** Tried with words, then with lines: some hundredths of a second each. */
    public static final long MOST_STEPS = 8_000_000;

    private Differ() {}

    /** What was removed from {@code before} and added in {@code after}. */
    public static Difference between(String before, String after) {
        return between(before, after, MOST_STEPS);
    }

    static Difference between(String before, String after, long most) {
        long spent = 0;
        for (var grain : Grain.values()) {
            var a = grain == Grain.LINES ? Words.lines(before) : Words.split(before);
            var b = grain == Grain.LINES ? Words.lines(after) : Words.split(after);
            var numbers = new HashMap<String, Integer>();
            var one = numbers(a, numbers);
            var other = numbers(b, numbers);
            var keptA = grain == Grain.WHOLE ? all(one) : kept(one, seen(other, numbers.size()));
            var keptB = grain == Grain.WHOLE ? all(other) : kept(other, seen(one, numbers.size()));
            var common = new Common(values(one, keptA), values(other, keptB), most);
            boolean found = grain == Grain.WHOLE ? common.ends() : common.find();
            spent += common.steps();
            // Lines of which none is common say less than what the beginnings and ends have in common.
            if (found && (grain != Grain.LINES || keptA.length > 0)) {
                var pieces = new Pieces();
                pieces.add(a, spread(common.inA(), keptA, one.length), b, spread(common.inB(), keptB, other.length));
                var all = pieces.tidied();
                return new Difference(all, grain, common(all), spent);
            }
        }
        throw new IllegalStateException("no grain was coarse enough");
    }

    private static int[] all(int[] words) {
        return IntStream.range(0, words.length).toArray();
    }

    private static int[] numbers(List<String> words, Map<String, Integer> numbers) {
        var result = new int[words.size()];
        for (int i = 0; i < result.length; i++) {
            var next = numbers.size();
            var known = numbers.putIfAbsent(words.get(i), next);
            result[i] = known == null ? next : known;
        }
        return result;
    }

    private static boolean[] seen(int[] words, int numbers) {
        var seen = new boolean[numbers];
        for (int word : words) {
            seen[word] = true;
        }
        return seen;
    }

    /** Indices of the words that the other text has, too: the others cannot be common and would only cost steps. */
    private static int[] kept(int[] words, boolean[] other) {
        var kept = new int[words.length];
        int count = 0;
        for (int i = 0; i < words.length; i++) {
            if (other[words[i]]) {
                kept[count++] = i;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    private static int[] values(int[] words, int[] kept) {
        var values = new int[kept.length];
        for (int i = 0; i < kept.length; i++) {
            values[i] = words[kept[i]];
        }
        return values;
    }

    private static boolean[] spread(boolean[] common, int[] kept, int length) {
        var all = new boolean[length];
        for (int i = 0; i < kept.length; i++) {
            all[kept[i]] = common[i];
        }
        return all;
    }

    private static Double common(List<Piece> pieces) {
        long same = 0;
        long all = 0;
        for (var piece : pieces) {
            int words = Words.count(piece.text());
            boolean both = piece.kind() == Piece.Kind.SAME;
            same += both ? 2L * words : 0;
            all += both ? 2L * words : words;
        }
        return all == 0 ? null : (double) same / all;
    }
}
