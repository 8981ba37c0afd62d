package app.pitot.advice;

import app.pitot.provider.Period;

/**
 * How many requests are wanted in a time.
 *
 * @param requests at least 1
 * @param per MINUTE, HOUR or DAY; those of a day are spread over its hours of work
 */
public record Wanted(long requests, Period per) {
    /** What that comes to on a day with so many hours of work. */
    public double perDay(double hours) {
        return switch (per) {
            case MINUTE -> requests * 60 * hours;
            case HOUR -> requests * hours;
            case DAY -> requests;
            case MONTH -> requests / 30.0;
        };
    }

    /** What that comes to in a minute of work. */
    public double perMinute(double hours) {
        return perDay(hours) / (hours * 60);
    }
}
