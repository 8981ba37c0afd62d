package app.pitot.exchange;

/**
 * Told, on the exchange's own thread, how a request is about to leave; it leaves once both have returned. Whoever holds it up
 * sees to it that {@link RunningExchange#stop} ends that.
 */
public interface Departure {
    /** Holds nothing up. */
    Departure AT_ONCE = new Departure() {
    };

    /** The windows have room, and it is taken. */
    default void admitted() throws InterruptedException {}

    /** It is written down, its key is read, and nothing is left to do but to send it. */
    default void ready() throws InterruptedException {}
}
