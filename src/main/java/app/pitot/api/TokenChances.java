package app.pitot.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Reads the token probabilities that a choice carries for its answer. */
final class TokenChances {
    /** Most of one reply that are kept. */
    static final int MAX = 20_000;
    private static final int MAX_OTHERS = 20;
    private static final int MAX_TOKEN = 200;

    private TokenChances() {}

    /** May be empty; what has no token or no number is left out. */
    static List<TokenChance> of(JsonNode choice) {
        var content = choice.path("logprobs").path("content");
        if (content.isEmpty()) {
            return List.of();
        }
        var chances = new ArrayList<TokenChance>();
        for (var token : content) {
            if (known(token) && chances.size() < MAX) {
                chances.add(new TokenChance(clean(token), logprob(token), others(token.path("top_logprobs"))));
            }
        }
        return chances;
    }

    private static List<TokenChance.Other> others(JsonNode list) {
        var others = new ArrayList<TokenChance.Other>();
        for (var other : list) {
            if (known(other) && others.size() < MAX_OTHERS) {
                others.add(new TokenChance.Other(clean(other), logprob(other)));
            }
        }
        others.sort((a, b) -> Double.compare(b.logprob(), a.logprob()));
        return others;
    }

    private static boolean known(JsonNode token) {
        return token.path("token").isTextual() && token.path("logprob").isNumber()
                && Double.isFinite(token.path("logprob").doubleValue());
    }

    private static double logprob(JsonNode token) {
        return Math.min(0, token.path("logprob").doubleValue());
    }

    /** Blanks and line breaks belong to a token and stay. */
    private static String clean(JsonNode token) {
        return Harmless.keepingBlanks(token.path("token").textValue(), MAX_TOKEN);
    }
}
