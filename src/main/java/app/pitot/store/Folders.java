package app.pitot.store;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Where the app keeps its files. Nothing is created yet.
 *
 * @param data the ledger and the models' lists
 * @param configuration the settings; the same folder on macOS, and wherever the user named one
 */
public record Folders(Path data, Path configuration) {
    /** All in one. */
    public static Folders in(Path folder) {
        return new Folders(folder, folder);
    }

    /**
     * What the user named, else {@code PITOT_HOME}, else the platform's places.
     *
     * @param dataDir null if none was named
     */
    public static Folders resolve(UnaryOperator<String> environment, Path dataDir) {
        return dataDir == null
                ? resolve(environment, System.getProperty("os.name"), Path.of(System.getProperty("user.home")))
                : in(dataDir.toAbsolutePath());
    }

    static Folders resolve(UnaryOperator<String> environment, String osName, Path home) {
        var data = DataFolder.resolve(environment, osName, home);
        var own = environment.apply("PITOT_HOME");
        var os = osName.toLowerCase(Locale.ROOT);
        if (own != null && !own.isBlank() || os.startsWith("mac")) {
            return in(data);
        }
        if (os.startsWith("windows")) {
            var roaming = environment.apply("APPDATA");
            var base = roaming == null || roaming.isBlank() ? home.resolve("AppData/Roaming") : Path.of(roaming);
            return new Folders(data, base.resolve("Pitot"));
        }
        // The XDG specification tells programs to ignore a relative path.
        var config = environment.apply("XDG_CONFIG_HOME");
        var base = config == null || !config.startsWith("/") ? home.resolve(".config") : Path.of(config);
        return new Folders(data, base.resolve("pitot"));
    }
}
