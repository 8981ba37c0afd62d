package app.pitot.api;

import app.pitot.provider.Allowance;
import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import java.util.Locale;
import java.util.regex.Pattern;

/** Finds the window, the wait and the figures in the words of a refusal. */
final class LimitWords {
    private static final Pattern FIGURES = Pattern.compile(
            "\\(?(?<label>I?O?[RT]P[MHD])\\)?: Limit (?<limit>\\d{1,15})(?:, Used (?<used>\\d{1,15}))?"
                    + "(?:, Requested (?<requested>\\d{1,15}))?");
    private static final Pattern WAIT = Pattern
            .compile("(?i)try again in\\s+((?:\\d+(?:\\.\\d+)?\\s*(?:ms|s|m|h|d)\\s*){1,10}+)");
    private static final Pattern WAIT_WORDS = Pattern
            .compile("(?i)(?:try again|retry) (?:in|after)\\s+(\\d+(?:\\.\\d+)?)\\s*(second|minute|hour)");

    private LimitWords() {}

    /** Seconds that the message asks to wait, 0 to 24 h, or null. */
    static Double wait(String message) {
        var seconds = seconds(message);
        return seconds != null && ResetParser.sane(seconds) ? seconds : null;
    }

    private static Double seconds(String message) {
        var words = WAIT_WORDS.matcher(message);
        if (words.find()) {
            double unit = switch (words.group(2).toLowerCase(Locale.ROOT)) {
                case "minute" -> 60;
                case "hour" -> 3_600;
                default -> 1;
            };
            return Double.parseDouble(words.group(1)) * unit;
        }
        var match = WAIT.matcher(message);
        return match.find() ? ResetParser.duration(match.group(1).toLowerCase(Locale.ROOT)) : null;
    }

    /** The window that refused, so far as the error says; null if it says nothing. */
    static LimitReading window(ErrorBody error) {
        var message = error.message() == null ? "" : error.message();
        var figures = FIGURES.matcher(message);
        if (figures.find()) {
            var label = figures.group("label");
            long limit = Long.parseLong(figures.group("limit"));
            var used = figures.group("used");
            var metric = metric(label.charAt(0));
            return new LimitReading(metric, period(label.charAt(label.length() - 1)), limit,
                    used == null ? null : (Long) (limit - Long.parseLong(used)), null, Allowance.LIMITED,
                    metric == null ? label : null);
        }
        var words = (message + " " + error.code() + " " + error.type() + " " + error.param()).toLowerCase(Locale.ROOT);
        var period = period(words);
        var metric = metric(words);
        if (period == null && metric == null) {
            return null;
        }
        // The headers' "tokens" are the uncached ones where there are two kinds: they do not tell of this window.
        var total = metric == Metric.TOKENS && words.contains("total tokens");
        return new LimitReading(metric, period, null, null, null, Allowance.UNKNOWN,
                total ? LimitReading.TOTAL_TOKENS : null);
    }

    /** By how much the request is over the whole limit, if the words give both; null if it is not. */
    static ApiError.Excess excess(ErrorBody error) {
        var figures = FIGURES.matcher(error.message() == null ? "" : error.message());
        if (!figures.find() || figures.group("requested") == null) {
            return null;
        }
        long limit = Long.parseLong(figures.group("limit"));
        long requested = Long.parseLong(figures.group("requested"));
        return requested > limit ? new ApiError.Excess(figures.group("label"), limit, requested) : null;
    }

    /** Input and output tokens alone are nothing that Pitot counts. */
    private static Metric metric(char first) {
        return switch (first) {
            case 'R' -> Metric.REQUESTS;
            case 'T' -> Metric.TOKENS;
            default -> null;
        };
    }

    private static Metric metric(String words) {
        if (words.contains("uncached")) {
            return Metric.UNCACHED_TOKENS;
        }
        if (words.contains("token_quota") || words.contains("tokens per") || words.contains("tokens_per")) {
            return Metric.TOKENS;
        }
        boolean requests = words.contains("request_quota") || words.contains("requests per")
                || words.contains("requests_per") || words.contains("free-models-per");
        return requests ? Metric.REQUESTS : words.contains("tokens") ? Metric.TOKENS : null;
    }

    private static Period period(String words) {
        if (words.matches("(?s).*(per[-_ ]day|daily).*")) {
            return Period.DAY;
        }
        if (words.matches("(?s).*(per[-_ ]hour|hourly).*")) {
            return Period.HOUR;
        }
        return words.matches("(?s).*per[-_ ]min.*") ? Period.MINUTE : null;
    }

    private static Period period(char letter) {
        return switch (letter) {
            case 'D' -> Period.DAY;
            case 'H' -> Period.HOUR;
            default -> Period.MINUTE;
        };
    }
}
