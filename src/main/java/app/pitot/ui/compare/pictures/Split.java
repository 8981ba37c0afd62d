package app.pitot.ui.compare.pictures;

import app.pitot.compare.Sample;

/**
 * Where the time of one reply went, in ms.
 *
 * @param queue by the provider's clock; null if it did not say, or if what it said does not fit into the wait
 * @param prompt the same
 * @param toFirst from sending to the first token, queue and prompt included
 */
record Split(double connect, Double queue, Double prompt, double toFirst, double think, double write) {
    private static final double MS = 1_000;

    /** Of a reply that counts; null if its times are not known. */
    static Split of(Sample sample) {
        var speed = sample.speed();
        if (speed.ttftMs() == null || speed.totalMs() == null) {
            return null;
        }
        var first = speed.ttftMs();
        var total = Math.max(first, speed.totalMs());
        // Without an answer all of it was thinking.
        var answer = speed.firstAnswerMs() == null ? total : Math.clamp(speed.firstAnswerMs(), first, total);
        var connect = speed.connectMs() == null ? 0 : speed.connectMs();
        var timing = sample.timing();
        var queue = timing == null || timing.queueSeconds() == null ? null : timing.queueSeconds() * MS;
        var prompt = timing == null || timing.promptSeconds() == null ? null : timing.promptSeconds() * MS;
        var told = (queue == null ? 0 : queue) + (prompt == null ? 0 : prompt);
        var fits = told <= first;
        return new Split(connect, fits ? queue : null, fits ? prompt : null, first, answer - first, total - answer);
    }

    /** True if the provider said where the wait went. */
    boolean told() {
        return queue != null || prompt != null;
    }

    double whole() {
        return connect + toFirst + think + write;
    }

    /** How long {@code part} took; 0 for what is not known. */
    double of(Part part) {
        var queued = queue == null ? 0 : queue;
        var read = prompt == null ? 0 : prompt;
        return switch (part) {
            case CONNECT -> connect;
            case QUEUE -> queued;
            case PROMPT -> read;
            case WAIT -> toFirst - queued - read;
            case THINK -> think;
            case WRITE -> write;
        };
    }
}
