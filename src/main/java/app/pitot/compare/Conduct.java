package app.pitot.compare;

/** How a comparison is carried through. Called once, on the comparison's own thread. */
interface Conduct {
    /** Returns when all has been sent and answered, or nothing more is to be sent. */
    void run() throws InterruptedException;

    /** A lane is out, or all are. From any thread. */
    default void parted(int lane) {}
}
