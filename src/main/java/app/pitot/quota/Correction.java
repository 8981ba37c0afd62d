package app.pitot.quota;

import app.pitot.provider.Metric;
import app.pitot.provider.Period;
import java.time.Instant;

/**
 * The provider's limit differs from the plan's: offered to the user, never written into the plan by itself. The gauge goes
 * by the provider's figure meanwhile.
 *
 * @param planned null if the plan does not name this window
 * @param reported null if the provider said that there is no limit; 0 for no quota at all
 * @param seenAt when the provider last said so
 */
public record Correction(Metric metric, Period period, Long planned, Long reported, Instant seenAt) {}
