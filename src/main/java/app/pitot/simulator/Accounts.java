package app.pitot.simulator;

import java.time.Instant;

/**
 * What a reply cost and how long each part of it really took, by the pacing clock.
 *
 * @param arrived ticker reading when the request came
 * @param started when it had been read, checked and admitted
 * @param prompted when output began
 * @param ended when the last text had been sent
 * @param cachedTokens part of {@code promptTokens}
 * @param reasoningTokens part of {@code completionTokens}
 */
record Accounts(Instant created, long arrived, long started, long prompted, long ended, int promptTokens,
        int cachedTokens, int completionTokens, int reasoningTokens) {
    int totalTokens() {
        return promptTokens + completionTokens;
    }

    double queueSeconds() {
        return (started - arrived) / 1e9;
    }

    double promptSeconds() {
        return (prompted - started) / 1e9;
    }

    double completionSeconds() {
        return (ended - prompted) / 1e9;
    }

    /** Queue included. */
    double totalSeconds() {
        return (ended - arrived) / 1e9;
    }
}
