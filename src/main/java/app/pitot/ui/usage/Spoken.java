package app.pitot.ui.usage;

import app.pitot.base.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Each chart in a few sentences, for a screen reader. */
final class Spoken {
    private Spoken() {}

    static String stack(String key, Stack stack, Bins bins) {
        var said = new ArrayList<String>(List.of(Texts.get(key)));
        if (stack.peak() == 0) {
            said.add(Texts.get("usage.read.quiet"));
        } else {
            int most = IntStream.range(0, bins.size())
                    .reduce(0, (a, b) -> stack.sum(b) > stack.sum(a) ? b : a);
            said.add(Texts.get("usage.spoken.most", SlotWords.name(bins, most), stack.words(stack.sum(most),
                    stack.estimated(most))));
            stack.layers().forEach(layer -> said.add(Texts.get("usage.spoken.layer", layer.name(),
                    stack.words(layer.sum(), layer.anyEstimated()))));
        }
        return sentences(said, Texts.get("usage.spoken.keys"));
    }

    static String band(String key, Band band, Bins bins) {
        var said = new ArrayList<String>(List.of(Texts.get(key)));
        var known = IntStream.range(0, bins.size()).filter(i -> band.spread()[i] != null).toArray();
        if (known.length == 0) {
            said.add(Texts.get("usage.head.unmeasured"));
        } else {
            for (int i : known.length == 1 ? new int[]{known[0]} : new int[]{known[0], known[known.length - 1]}) {
                said.add(Texts.get("usage.spoken.median", SlotWords.name(bins, i),
                        band.unit().words(band.spread()[i].median())));
            }
        }
        return sentences(said, Texts.get("usage.spoken.keys"));
    }

    static String heat(Heat heat) {
        var said = new ArrayList<String>(List.of(Texts.get("usage.heat")));
        long most = heat.most();
        for (int i = 0; most > 0 && i < Heat.DAYS * Heat.HOURS; i++) {
            if (heat.tokens()[i / Heat.HOURS][i % Heat.HOURS] == most) {
                said.add(Texts.get("usage.spoken.most", HeatWords.name(i / Heat.HOURS, i % Heat.HOURS),
                        Unit.TOKENS.words(most)));
                break;
            }
        }
        return sentences(said, Texts.get("usage.spoken.keys.heat"));
    }

    private static String sentences(List<String> said, String last) {
        return String.join(". ", said) + ". " + last;
    }
}
