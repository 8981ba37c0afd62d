package app.pitot.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Name and version, as the build wrote them down. */
public final class Build implements IVersionProvider {
    private static final String RESOURCE = "/app/pitot/build.properties";

    /** Such as {@code 0.1.0}. */
    public static String version() {
        return read().getProperty("version");
    }

    @Override
    public String[] getVersion() {
        var build = read();
        return new String[]{build.getProperty("name") + " " + build.getProperty("version")};
    }

    private static Properties read() {
        var build = new Properties();
        try (var in = Build.class.getResourceAsStream(RESOURCE)) {
            build.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return build;
    }
}
