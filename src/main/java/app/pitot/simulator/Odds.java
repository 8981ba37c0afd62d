package app.pitot.simulator;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Makes up how probable each token was, and what else could have stood there. */
final class Odds {
    private static final List<String> OTHERS = List.of(" the", " a", " of", ",", ".", " and", " to", " in", " is",
            " it", " that", " for", " as", " with", " on", " at", " by", " an", " or", " so", " no");

    private Odds() {}

    /** The {@code content} of {@code logprobs}, as JSON text of a list. */
    static String of(List<String> tokens, int alternatives, SplittableRandom random) {
        var json = new StringBuilder("[");
        for (var token : tokens) {
            var logprob = -Math.pow(random.nextDouble(), 3) * 1.5;
            json.append(json.length() == 1 ? "" : ",").append('{').append(entry(token, logprob))
                    .append(",\"top_logprobs\":[");
            for (int i = 0; i < alternatives; i++) {
                json.append(i == 0 ? "{" : ",{");
                json.append(i == 0
                        ? entry(token, logprob)
                        : entry(OTHERS.get((i + token.length()) % OTHERS.size()),
                                logprob - 2 - i * random.nextDouble(1, 2)))
                        .append('}');
            }
            json.append("]}");
        }
        return json.append(']').toString();
    }

    private static String entry(String token, double logprob) {
        return "\"token\":" + Frames.quote(token) + ",\"logprob\":" + String.format(Locale.ROOT, "%.5f", logprob)
                + ",\"bytes\":null";
    }
}
