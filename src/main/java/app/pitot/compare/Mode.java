package app.pitot.compare;

/** How the lanes share the time. */
public enum Mode {
    /** All at once, one shot: what a user sees, but the client and the network are shared. */
    RACE,
    /** One request at a time, shuffled in every round: what can be relied on. */
    ROUNDS
}
