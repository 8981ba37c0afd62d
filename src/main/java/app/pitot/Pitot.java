package app.pitot;

/** Starts the app. */
public final class Pitot {
    private Pitot() {}

    public static void main(String[] args) {}
}
