package app.pitot.exchange;

import java.util.UUID;

/**
 * One request of an exchange. Most have one; one that is sent again after a refusal has several.
 *
 * @param id unique for ever: that of the exchange for the first, a random UUID for the others
 * @param exchangeId of the exchange
 * @param number counted from 1
 */
public record Attempt(String id, String exchangeId, int number) {
    public static Attempt first(String exchangeId) {
        return new Attempt(exchangeId, exchangeId, 1);
    }

    /** The one after it. */
    Attempt next() {
        return new Attempt(UUID.randomUUID().toString(), exchangeId, number + 1);
    }
}
