package app.pitot.ui;

import java.util.Locale;

/** Whether a window can be shown here. */
final class Display {
    private Display() {}

    /** True on a system of the X11 or Wayland kind without a display; other systems always have one. */
    static boolean missing() {
        var os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (os.startsWith("windows") || os.startsWith("mac")
                || "Headless".equals(System.getProperty("glass.platform"))) {
            return false;
        }
        return empty("DISPLAY") && empty("WAYLAND_DISPLAY");
    }

    /** Chooses JavaFX's platform without a display; before the toolkit starts. */
    static void headless() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
    }

    private static boolean empty(String variable) {
        var value = System.getenv(variable);
        return value == null || value.isBlank();
    }
}
