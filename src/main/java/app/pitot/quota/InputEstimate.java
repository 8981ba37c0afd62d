package app.pitot.quota;

import app.pitot.api.ChatMessage;
import app.pitot.api.ChatRequest;
import app.pitot.base.ImageHeader;
import java.util.Arrays;
import java.util.List;

/**
 * Guesses prompt tokens before sending: a characters-per-token ratio learned per model from reported usage, plus a fixed
 * part per message and per request. Tool definitions and schemas count by their characters; a picture counts one token for
 * every 32 × 32 pixels, as models that see cut it up, within bounds: no provider says exactly. Safe from any thread.
 */
public final class InputEstimate {
    private static final double CHARS_PER_TOKEN = 4;
    private static final double TOKENS_PER_MESSAGE = 4;
    private static final int PATCH = 32;
    private static final double MOST_PER_PICTURE = 4_096;
    /** Of a picture that does not say how large it is. */
    private static final double PICTURE = 1_024;
    private static final int SAMPLES = 24;
    /** Prompts closer than this in size say nothing of the ratio between them. */
    private static final double APART = 16;
    private static final double LEAST_SLOPE = 0.25;
    private static final double MOST_SLOPE = 4;

    private final double[] guessed = new double[SAMPLES];
    private final double[] reported = new double[SAMPLES];
    private int learned;

    /** tokens = fixed + slope × first guess. */
    private record Line(double fixed, double slope) {}

    private volatile Line line = new Line(0, 1);

    /** Estimated prompt tokens, at least 1. */
    public long of(List<ChatMessage> messages) {
        var now = line;
        return Math.max(1, Math.round(now.fixed() + now.slope() * firstGuess(messages)));
    }

    /** The same with the tools and the schema that go along. */
    public long of(ChatRequest request) {
        var now = line;
        return Math.max(1, Math.round(now.fixed() + now.slope() * firstGuess(request)));
    }

    /** Learns from a reported prompt size. */
    public void learn(List<ChatMessage> messages, long promptTokens) {
        learn(firstGuess(messages), promptTokens);
    }

    /** The same with the tools and the schema that went along. */
    public void learn(ChatRequest request, long promptTokens) {
        learn(firstGuess(request), promptTokens);
    }

    private synchronized void learn(double guess, long promptTokens) {
        if (promptTokens <= 0) {
            return;
        }
        guessed[learned % SAMPLES] = guess;
        reported[learned % SAMPLES] = promptTokens;
        learned++;
        line = fit(Math.min(learned, SAMPLES));
    }

    /** The median of all slopes between two samples: a few odd ones cannot move it. */
    private Line fit(int count) {
        var slopes = new double[count * (count - 1) / 2];
        var found = 0;
        for (var i = 0; i < count; i++) {
            for (var j = 0; j < i; j++) {
                var step = guessed[i] - guessed[j];
                if (Math.abs(step) >= APART) {
                    slopes[found++] = (reported[i] - reported[j]) / step;
                }
            }
        }
        var slope = found == 0 ? 1 : Math.clamp(median(slopes, found), LEAST_SLOPE, MOST_SLOPE);
        var fixed = rest(count, slope);
        if (fixed < 0) {
            // Less than nothing for an empty prompt: the first guess was too high throughout.
            return new Line(0, ratio(count));
        }
        return new Line(fixed, slope);
    }

    private double rest(int count, double slope) {
        var rests = new double[count];
        for (var i = 0; i < count; i++) {
            rests[i] = reported[i] - slope * guessed[i];
        }
        return median(rests, count);
    }

    private double ratio(int count) {
        var ratios = new double[count];
        for (var i = 0; i < count; i++) {
            ratios[i] = reported[i] / Math.max(1, guessed[i]);
        }
        return Math.clamp(median(ratios, count), LEAST_SLOPE, MOST_SLOPE);
    }

    private static double median(double[] values, int count) {
        var sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return count % 2 == 1 ? sorted[count / 2] : (sorted[count / 2 - 1] + sorted[count / 2]) / 2;
    }

    private static double firstGuess(List<ChatMessage> messages) {
        var tokens = 0.0;
        for (var message : messages) {
            tokens += TOKENS_PER_MESSAGE + firstGuess(message.text());
            for (var image : message.images()) {
                tokens += picture(image.bytes());
            }
            for (var call : message.toolCalls()) {
                tokens += TOKENS_PER_MESSAGE + firstGuess(call.name()) + firstGuess(call.arguments());
            }
        }
        return tokens;
    }

    private static double firstGuess(ChatRequest request) {
        var set = request.parameters();
        var format = set.responseFormat();
        return firstGuess(request.messages()) + (set.tools() == null ? 0 : firstGuess(set.tools()))
                + (format == null || format.schema() == null ? 0 : firstGuess(format.schema()));
    }

    private static double picture(byte[] bytes) {
        var header = ImageHeader.of(bytes).orElse(null);
        if (header == null || header.width() == 0 || header.height() == 0) {
            return PICTURE;
        }
        return Math.min(MOST_PER_PICTURE,
                Math.ceil(header.width() / (double) PATCH) * Math.ceil(header.height() / (double) PATCH));
    }

    private static double firstGuess(String text) {
        var wide = 0;
        for (var i = 0; i < text.length(); i++) {
            if (wide(text.charAt(i))) {
                wide++;
            }
        }
        return wide + (text.length() - wide) / CHARS_PER_TOKEN;
    }

    /** Scripts in which one character is about one token: CJK, kana, hangul and full-width forms. */
    private static boolean wide(char c) {
        return c >= 0x2E80 && c <= 0x9FFF || c >= 0xAC00 && c <= 0xD7AF || c >= 0xF900 && c <= 0xFAFF
                || c >= 0xFF00 && c <= 0xFF60;
    }
}
