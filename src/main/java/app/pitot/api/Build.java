package app.pitot.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What the build knows of itself. */
final class Build {
    private Build() {}

    /** Such as {@code 0.1.0}. */
    static String version() {
        try (var in = Build.class.getResourceAsStream("build.properties")) {
            var properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
