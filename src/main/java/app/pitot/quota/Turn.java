package app.pitot.quota;

/**
 * Whether a request may leave now.
 *
 * @param reservation what it holds from now on; null if it has to wait, or can never pass
 * @param waitMs until it may leave if nothing else is taken meanwhile; 0 with a reservation, null if it can never pass
 * @param window that keeps it; null with a reservation
 */
public record Turn(Reservation reservation, Double waitMs, WindowState window) {}
