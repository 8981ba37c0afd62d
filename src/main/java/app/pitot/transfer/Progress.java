package app.pitot.transfer;

/** Hears how far a transfer has come, on the thread that does it, and may end it. */
@FunctionalInterface
public interface Progress {
    /** Lets it run. */
    Progress NONE = _ -> true;

    /**
     * Called now and then.
     *
     * @param share 0 to 1
     * @return false to end it; nothing of it is then kept
     */
    boolean at(double share);
}
