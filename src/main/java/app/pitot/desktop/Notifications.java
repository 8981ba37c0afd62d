package app.pitot.desktop;

/** Short messages that the desktop shows over whatever the user does. Calls block: never on the JavaFX thread. */
public interface Notifications {
    /** Whether there is somebody to show them. */
    enum Reach {
        /** Yes. */
        THERE,
        /** The desktop shows none. */
        NO_SERVICE,
        /** There is no session bus, so nobody can be asked. */
        NO_BUS,
        /** This system's way is not known here. */
        NOT_OFFERED
    }

    Reach reach();

    /** False if it was not taken. @param body plain text */
    boolean show(String title, String body);

    /** Those of this operating system. Touches nothing yet. */
    static Notifications ofSystem() {
        return System.getProperty("os.name", "").startsWith("Linux") ? new BusNotifications() : none();
    }

    /** Shows nothing. */
    static Notifications none() {
        return new Notifications() {
            @Override
            public Reach reach() {
                return Reach.NOT_OFFERED;
            }

            @Override
            public boolean show(String title, String body) {
                return false;
            }
        };
    }
}
