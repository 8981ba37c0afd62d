package app.pitot.exchange;

import app.pitot.api.KeyStatus;
import java.time.Instant;

/** What a provider said of a key, and when. */
public record KeyNews(KeyStatus status, Instant at) {}
