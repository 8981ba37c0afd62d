package app.pitot.advice;

/**
 * Requests of one size.
 *
 * @param input tokens of the prompt, 0 or more
 * @param output tokens of the reply, 0 or more, reasoning among them
 * @param cap the {@code max_completion_tokens} that is sent, at least 1; null if none is
 * @param cached the share of the prompt that comes from the provider's cache, 0 to 1
 * @param wanted how many; null for as fast as allowed
 * @param hours of work in a day, above 0, at most 24
 */
public record Load(long input, long output, Long cap, double cached, Wanted wanted, double hours) {
    public static final double WHOLE_DAY = 24;

    public Load {
        if (input < 0 || output < 0 || cap != null && cap < 1 || !(cached >= 0 && cached <= 1)
                || !(hours > 0 && hours <= WHOLE_DAY) || wanted != null && wanted.requests() < 1) {
            throw new IllegalArgumentException("no such load");
        }
    }

    /** Of a reply that is as long as its cap, nothing cached, as fast as allowed all day. */
    public static Load of(long input, long output) {
        return new Load(input, output, output == 0 ? null : Long.valueOf(output), 0, null, WHOLE_DAY);
    }

    /** Prompt and reply. */
    public long tokens() {
        return input + output;
    }

    public Load wanting(Wanted other) {
        return new Load(input, output, cap, cached, other, hours);
    }

    public Load within(double otherHours) {
        return new Load(input, output, cap, cached, wanted, otherHours);
    }

    public Load capped(Long other) {
        return new Load(input, output, other, cached, wanted, hours);
    }
}
