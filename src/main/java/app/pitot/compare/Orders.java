package app.pitot.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * In which order the lanes take their turns. Blocks of as many rounds as there are lanes, each a Latin square with its lanes and
 * its rounds shuffled: in each block every lane stands once in each place. The squares are Williams': in a block, or in two of
 * them if the lanes are odd in number, every lane also follows each other one equally often.
 */
final class Orders {
    private Orders() {}

    /** One for each round; each has the indices of all lanes. */
    static List<int[]> of(int lanes, int rounds, RandomGenerator random) {
        var orders = new ArrayList<int[]>();
        var names = shuffled(lanes, random);
        for (var block = 0; orders.size() < rounds; block++) {
            var mirrored = lanes % 2 == 1 && block % 2 == 1;
            if (!mirrored) {
                names = shuffled(lanes, random);
            }
            for (var row : shuffled(lanes, random)) {
                if (orders.size() < rounds) {
                    orders.add(order(row, names, mirrored));
                }
            }
        }
        return orders;
    }

    private static int[] order(int row, int[] names, boolean mirrored) {
        var lanes = names.length;
        var order = new int[lanes];
        for (var place = 0; place < lanes; place++) {
            // 0, 1, n - 1, 2, n - 2 and so on: all steps between neighbours differ.
            var zigzag = place % 2 == 1 ? (place + 1) / 2 : (lanes - place / 2) % lanes;
            order[mirrored ? lanes - 1 - place : place] = names[(zigzag + row) % lanes];
        }
        return order;
    }

    private static int[] shuffled(int count, RandomGenerator random) {
        var all = new int[count];
        for (var i = 0; i < count; i++) {
            var at = random.nextInt(i + 1);
            all[i] = all[at];
            all[at] = i;
        }
        return all;
    }
}
