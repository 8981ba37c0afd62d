package app.pitot.tray;

/** One way to have an icon in a tray. Used by one thread only; every method may block for a moment. */
interface TrayPlace {
    /** True if the desktop has this kind of tray now. */
    boolean there();

    /** Puts the icon into it. False if it would not be taken. */
    boolean enter(TrayFace face);

    /** Shows another face. Called only between {@link #enter} and {@link #leave}. */
    void show(TrayFace face);

    /** Takes the icon away. */
    void leave();
}
