package app.pitot.keys;

import java.time.Duration;

/**
 * How long a call to a keychain may take.
 *
 * @param call while no dialog can be open
 * @param prompt while the keychain may be asking the user for its password
 */
public record Deadlines(Duration call, Duration prompt) {
    /** 5 s, and 120 s for a user who looks for the password. */
    public static final Deadlines USUAL = new Deadlines(Duration.ofSeconds(5), Duration.ofSeconds(120));
}
