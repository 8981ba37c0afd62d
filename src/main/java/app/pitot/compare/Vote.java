package app.pitot.compare;

import java.time.Instant;

/**
 * Which answer of a round the user found best while the lanes had no names.
 *
 * @param round from 1
 * @param lane index, from 0; {@link #TIE} if none was better than the others
 */
public record Vote(int round, int lane, Instant at) {
    public static final int TIE = -1;
}
